import { chooseLetter } from '../../lib/popup/chooseActions';
import { letterRole } from '../../lib/writing/letters';
import { openOptions } from '../../lib/popup/openField';
import { usePopup } from '../../lib/popup/popupStore';

/** At most one neutral line, never a name: someone may be looking over the user’s shoulder. */
export function ReplyNote() {
  const { index, today, next, letter } = usePopup();
  if (!index.waitingFor || index.waitingFor >= today) return null;
  return (
    <p className="reply-note">
      A reply date has passed.{' '}
      {next.do === 'write' && next.letterId !== letterRole(letter) && (
        <button type="button" onClick={() => void chooseLetter(next.letterId)}>
          Choose the next letter
        </button>
      )}{' '}
      <button type="button" onClick={() => openOptions('letters-and-replies')}>
        Letters and replies
      </button>
    </p>
  );
}
