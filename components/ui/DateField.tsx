import type { RuledDay } from '../../lib/letter/dayRules';
import { DayNote } from './DayNote';
import { describedBy, Field, type FieldWords } from './Field';
import { useTypedInput } from './useTypedInput';

interface DateFieldProps extends FieldWords {
  value: string;
  /** Which date this is, if its plausible days have a rule: see `dayRules`. */
  rule?: RuledDay;
  onChange: (value: string) => void;
}

/** A date, typed or chosen in the browser’s own calendar. */
export function DateField(props: DateFieldProps) {
  // The key discards a half-typed date when another record is shown in the same place.
  return <DateControl key={props.id} {...props} />;
}

function DateControl({ id, label, hint, error, value, rule, onChange }: DateFieldProps) {
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
      {rule && shownError === undefined && <DayNote of={rule} date={value} onUse={onChange} />}
    </Field>
  );
}
