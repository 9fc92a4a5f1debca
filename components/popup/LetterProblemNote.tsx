import { takeOursThisTime } from '../../lib/popup/choices';
import { openOptions } from '../../lib/popup/actions';
import { describeLetterProblem } from '../../lib/writing/questions';
import { usePopup } from '../../lib/popup/store';

/** Said as soon as the letter is chosen; ours is taken only when the user says so. */
export function LetterProblemNote() {
  const { letterProblem } = usePopup();
  if (!letterProblem) return null;
  const { why, ownId, ours } = letterProblem;
  return (
    <div className="notes warn" role="alert">
      <p>
        {describeLetterProblem(letterProblem)} Ours is “{ours.title}”.
      </p>
      <p className="next-steps">
        {why === 'mistake' && (
          <button type="button" onClick={() => openOptions(`letters/own/${encodeURIComponent(ownId)}`)}>
            Repair it
          </button>
        )}
        {why === 'unreadable' && (
          <button type="button" onClick={() => openOptions('privacy-and-backup')}>
            Repair it
          </button>
        )}
        <button type="button" onClick={() => void takeOursThisTime()}>
          Use ours this time
        </button>
      </p>
    </div>
  );
}
