import { useState } from 'react';
import { formatDate, localDay } from '../../lib/letter/dates';
import { noteOnDay } from '../../lib/letter/dayRules';

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
        <button type="button" className="button-link" onClick={() => onUse(better)}>
          Use {formatDate(better)}
        </button>
      )}
    </span>
  );
}
