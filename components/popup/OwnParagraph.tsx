import { useId } from 'react';
import { SupportLines } from './SupportLines';

/** The user’s own paragraph. It stays in memory for this tab and reaches the disk only with “I have sent it”. */
export function OwnParagraph({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="soft">
        About our school (optional)
      </label>
      <p id={`${id}-hint`} className="hint">
        No names, no health details. For example: how many leaders you have, what changed this year, who would
        carry the inspection days.
      </p>
      <textarea
        id={id}
        data-field="own paragraph"
        aria-describedby={`${id}-hint`}
        rows={4}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <SupportLines />
    </>
  );
}
