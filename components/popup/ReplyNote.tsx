import { openOptions } from '../../lib/popup/openField';
import { usePopup } from '../../lib/popup/popupStore';

/** At most one neutral line, never a name: someone may be looking over the user’s shoulder. */
export function ReplyNote() {
  const { index, today } = usePopup();
  if (!index.waitingFor || index.waitingFor >= today) return null;
  return (
    <p className="reply-note">
      A reply date has passed.{' '}
      <button type="button" onClick={() => void openOptions('letters-and-replies')}>
        Letters and replies
      </button>
    </p>
  );
}
