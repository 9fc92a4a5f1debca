import {
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { noteOnDay, type RuledDay } from '../../lib/letter/dayRules';
import { describedBy, Field, type FieldWords } from './Field';
import { formatDate, isPlausibleDay, localDay } from '../../lib/letter/dates';
import type { IsoDate } from '../../lib/letter/model';
import ui from './controls.module.css';

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
        className={ui.control}
        autoComplete="off"
        aria-describedby={describedBy({ id, hint, error: shownError })}
        aria-invalid={shownError !== undefined || undefined}
      />
      {rule && shownError === undefined && <DayNote of={rule} date={value} onUse={onChange} />}
    </Field>
  );
}

interface TypedInputOptions {
  type: 'date' | 'time';
  /** The saved value. */
  value: string;
  /** Called with a complete date or time, or with '' if the user has emptied the field. */
  onChange: (value: string) => void;
  /** False if a letter needs the value: emptying the field then does not change it. */
  mayBeEmpty?: boolean;
}

type Control = HTMLInputElement;

/**
 * An uncontrolled input for a date or time. Until the last figure is typed, browsers report no value, or a year such as
 * 0002. If React wrote that value back, the figures typed so far would be lost. Only complete, plausible values are passed
 * on. An incomplete value is reported as a problem when the user leaves the field or presses Enter.
 */
export function useTypedInput({ type, value, onChange, mayBeEmpty = true }: TypedInputOptions) {
  const ref = useRef<Control>(null);
  const lastSent = useRef(value);
  /** The value when the field got the focus. While a date is typed over, its parts make other whole dates: 31/02 begins as 3/02. */
  const atFocus = useRef(value);
  const [typed, setTyped] = useState({ text: value, isHalf: false, isChecked: true });
  useEffect(() => {
    // Only show values that were changed elsewhere, not our own change passed back.
    if (value === lastSent.current || !ref.current) return;
    lastSent.current = value;
    ref.current.value = value;
    setTyped({ text: value, isHalf: false, isChecked: true });
  }, [value]);
  const isWhole = (text: string, isHalf: boolean) =>
    text === '' ? mayBeEmpty && !isHalf : type === 'time' || isPlausibleDay(text);
  const take = (input: Control, isChecked: boolean) => {
    const { value: text } = input;
    const isHalf = input.validity.badInput;
    setTyped({ text, isHalf, isChecked });
    const meant = isWhole(text, isHalf) ? text : isChecked ? atFocus.current : lastSent.current;
    if (meant === lastSent.current) return;
    lastSent.current = meant;
    onChange(meant);
  };
  const input = {
    ref,
    type,
    // Without a maximum, browsers accept years of six figures.
    max: type === 'date' ? '9999-12-31' : undefined,
    defaultValue: value,
    onChange: ({ currentTarget }: ChangeEvent<Control>) => take(currentTarget, false),
    onFocus: () => {
      atFocus.current = lastSent.current;
    },
    // Also read the value on blur, because browsers send no event when a date is emptied part by part.
    onBlur: ({ currentTarget }: FocusEvent<Control>) => take(currentTarget, true),
    onKeyDown: ({ key, currentTarget }: KeyboardEvent<Control>) =>
      key === 'Enter' && take(currentTarget, true),
  };
  const problem =
    typed.isChecked && !isWhole(typed.text, typed.isHalf) ? describe(type, typed.text, value) : undefined;
  return { input, problem };
}

function describe(type: 'date' | 'time', shown: string, saved: string): string {
  if (type === 'time') return 'This is not a whole time. Check the hours and the minutes.';
  const what = shown
    ? 'Check the year: it needs four figures and must begin with 20.'
    : 'This is not a whole date. Check the day, the month and the year.';
  return isPlausibleDay(saved) ? `${what} The date is still ${formatDate(saved)}.` : what;
}

interface DayNoteProps {
  /** Which date this is: see `dayRules`. */
  of: string;
  date: string;
  /** Absent where the note is only announced, in the heading of a folded row. */
  onUse?: (date: string) => void;
}

/** What is unusual about a date, with a button that sets a better day where there is one. Loaded on demand. */
export function DayNote({ of, date, onUse }: DayNoteProps) {
  const [today] = useState(() => localDay(new Date()));
  const note = noteOnDay(of, date, today);
  if (!onUse) return note && ' – check this day';
  const better = note?.better;
  return (
    <span role="status">
      {note && <strong>{note.sentence} </strong>}
      {better && (
        <button type="button" className={ui.link} onClick={() => onUse(better)}>
          Use {formatDate(better)}
        </button>
      )}
    </span>
  );
}

/** Today in the user’s time zone. A page left open overnight is updated when it becomes visible again. */
export function useToday(): IsoDate {
  return useSyncExternalStore(subscribe, () => localDay(new Date()));
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}
