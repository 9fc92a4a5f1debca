import { useEffect, useRef, useState, type ChangeEvent, type FocusEvent, type KeyboardEvent } from 'react';
import { formatDate, isPlausibleDay } from '../../lib/letter/dates';

interface TypedInputOptions {
  type: 'date' | 'time';
  /** What is saved. */
  value: string;
  /** Called with a whole date or time, or with '' when the field was emptied. */
  onChange: (value: string) => void;
  /** False where a letter cannot do without: an emptied field then changes nothing. */
  mayBeEmpty?: boolean;
}

type Control = HTMLInputElement;

/**
 * A date or time that is typed figure by figure. Browsers report no value, or a year such as 0002, until the last figure,
 * so the input keeps its own value: React writing one into it throws away what has been typed so far. Only a whole,
 * plausible value is passed on. What was left unfinished is said when the field is left or Enter is pressed.
 */
export function useTypedInput({ type, value, onChange, mayBeEmpty = true }: TypedInputOptions) {
  const ref = useRef<Control>(null);
  const lastSent = useRef(value);
  const [typed, setTyped] = useState({ text: value, isHalf: false, isChecked: true });
  useEffect(() => {
    // Changed elsewhere, and not merely our own change coming back.
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
    if (text === lastSent.current || !isWhole(text, isHalf)) return;
    lastSent.current = text;
    onChange(text);
  };
  const input = {
    ref,
    type,
    // Without a last day, browsers take years of six figures.
    max: type === 'date' ? '9999-12-31' : undefined,
    defaultValue: value,
    onChange: ({ currentTarget }: ChangeEvent<Control>) => take(currentTarget, false),
    // Also for what browsers report by no event: a date emptied part by part.
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
