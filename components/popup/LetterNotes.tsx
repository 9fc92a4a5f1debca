import { formatDate, isStale } from '../../lib/letter/dates';
import { composeFrom } from '../../lib/writing/compose';
import { usePopup } from '../../lib/popup/popupStore';

/** Quiet lines about the letter and the email: what is there already, and wording nobody has checked lately. */
export function LetterNotes() {
  const state = usePopup();
  const { letter, today, where, draftKey } = state;
  const draft = where.state === 'looked' ? where.drafts.find(({ key }) => key === draftKey) : undefined;
  const holds = draft?.holds ?? [];
  const held = letter.sections.filter(({ id }) => holds.includes(id));
  const isWhole = composeFrom(state).sections.every(({ id }) => holds.includes(id));
  const stale = isStale(letter.checkedOn, today);
  if (held.length === 0 && !stale) return null;
  return (
    <div className="notes">
      {held.length > 0 && (
        <p>
          Already in this email: {isWhole ? 'the whole letter' : held.map(({ title }) => title).join(', ')}.
        </p>
      )}
      {stale && <p>This wording was last checked on {formatDate(letter.checkedOn)}.</p>}
    </div>
  );
}
