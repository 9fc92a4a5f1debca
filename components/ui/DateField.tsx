import { describedBy, Field, type FieldWords } from './Field';
import { useTypedInput } from './useTypedInput';

interface DateFieldProps extends FieldWords {
  value: string;
  onChange: (value: string) => void;
}

/** A date, typed or chosen in the browser’s own calendar. */
export function DateField(props: DateFieldProps) {
  // The key discards a half-typed date when another record is shown in the same place.
  return <DateControl key={props.id} {...props} />;
}

function DateControl({ id, label, hint, error, value, onChange }: DateFieldProps) {
  const { input, problem } = useTypedInput({ type: 'date', value, onChange });
  const shownError = problem ?? error;
  return (
    <Field id={id} label={label} hint={hint} error={shownError}>
      <input
        {...input}
        id={id}
        className="control"
        autoComplete="off"
        aria-describedby={describedBy({ id, hint, error: shownError })}
        aria-invalid={shownError !== undefined || undefined}
      />
    </Field>
  );
}
