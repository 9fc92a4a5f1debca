import { describedBy, Field, type FieldWords } from './Field';
import { Options, type SelectOption } from './RowControls';

export interface SelectFieldProps<Value extends string> extends FieldWords {
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  wide?: boolean;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { id, label, hint, error, value, options, onChange, wide = false } = props;
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Field id={id} label={label} hint={hint} error={error} wide={wide}>
      <select
        id={id}
        className="control"
        value={value}
        aria-describedby={describedBy({ id, hint, error })}
        onChange={(event) => choose(event.target.value)}
      >
        <Options options={options} />
      </select>
    </Field>
  );
}
