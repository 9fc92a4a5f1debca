import { describedBy, Field, type FieldWords } from './Field';
import { useTypedInput } from './useTypedInput';

interface DateFieldProps extends FieldWords {
  value: string;
  onChange: (value: string) => void;
}

/** A calendar day; the browser’s own calendar opens from it. */
export function DateField(props: DateFieldProps) {
  // What is half typed belongs to this record, not to the next one that is shown in the same place.
  return <DateControl key={props.id} {...props} />;
}

function DateControl({ id, label, hint, error, value, onChange }: DateFieldProps) {
  const { input, problem } = useTypedInput({ type: 'date', value, onChange });
  const said = problem ?? error;
  return (
    <Field id={id} label={label} hint={hint} error={said}>
      <input
        {...input}
        id={id}
        className="control"
        autoComplete="off"
        aria-describedby={describedBy({ id, hint, error: said })}
        aria-invalid={said !== undefined || undefined}
      />
    </Field>
  );
}
