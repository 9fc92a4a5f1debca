import { describedBy, Field, type FieldWords } from './Field';

interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  /** The heading above the option; neighbours with the same heading share it. */
  group?: string;
}

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

/** The options of a select, under their headings. */
export function Options({ options }: { options: readonly SelectOption<string>[] }) {
  const groups = [...new Set(options.map(({ group = '' }) => group))];
  return groups.map((group) => {
    const inGroup = options
      .filter((option) => (option.group ?? '') === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
    return group ? (
      <optgroup key={group} label={group}>
        {inGroup}
      </optgroup>
    ) : (
      inGroup
    );
  });
}
