import { formatDate } from '../../lib/letter/dates';
import { isStale } from '../../lib/letter/stale';
import { usePopup } from '../../lib/popup/popupStore';

/** Quiet lines about the letter and the email: what is there already, and wording nobody has checked lately. */
export function LetterNotes() {
  const { letter, today, where, draftKey } = usePopup();
  const draft = where.state === 'looked' ? where.drafts.find(({ key }) => key === draftKey) : undefined;
  const held = letter.sections.filter(({ id }) => draft?.holds.includes(id));
  const stale = isStale(letter.checkedOn, today);
  if (held.length === 0 && !stale) return null;
  return (
    <div className="notes">
      {held.length > 0 && <p>Already in this email: {held.map(({ title }) => title).join(', ')}.</p>}
      {stale && <p>This wording was last checked on {formatDate(letter.checkedOn)}.</p>}
    </div>
  );
}
