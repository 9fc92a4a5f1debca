import { useId } from 'react';
import { DEFAULT_WORKING_DAYS, LAST_BANK_HOLIDAY_YEAR, isWorkingDay } from '../../lib/letter/workingDays';
import { formatDate, isIsoDate } from '../../lib/letter/dates';

/** The date of the reply, not of the finished assessment: the letter asks for that one separately. */
export function ReplyDate(props: { value: string; today: string; onChange: (value: string) => void }) {
  const id = useId();
  const note = noteOn(props.value, props.today);
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        Ask for a reply by
      </label>
      <input
        id={id}
        type="date"
        data-field="reply date"
        aria-describedby={`${id}-hint`}
        value={props.value}
        onChange={(event) => isIsoDate(event.target.value) && props.onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className="hint">
        {DEFAULT_WORKING_DAYS} working days unless you choose another day. The law sets no date for an answer.
        {note && <strong> {note}</strong>}
      </p>
    </>
  );
}

function noteOn(date: string, today: string): string | null {
  if (date <= today) return 'This day is not in the future.';
  if (Number(date.slice(0, 4)) > LAST_BANK_HOLIDAY_YEAR)
    return `We know bank holidays until ${LAST_BANK_HOLIDAY_YEAR}; please check this one.`;
  return isWorkingDay(date) ? null : `${formatDate(date)} is not a working day.`;
}
