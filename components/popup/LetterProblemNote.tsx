import { chooseOursOnce } from '../../lib/popup/choices';
import { openOptions } from '../../lib/popup/actions';
import { describeLetterProblem, repairPlace } from '../../lib/writing/questions';
import type { LetterProblem } from '../../lib/writing/letters';
import { focusAndSay } from '../ui/focusAndSay';
import { detach } from '../../lib/failure/failure';

/** Shown as soon as a letter that cannot be used is chosen. Our letter replaces it only if the user presses the button. */
export function LetterProblemNote({ problem }: { problem: LetterProblem }) {
  const place = repairPlace(problem);
  return (
    <div className="notes warn" role="alert">
      <p>
        {describeLetterProblem(problem)} Ours is “{problem.ours.title}”.
      </p>
      <p className="next-steps">
        {place !== '' && (
          <button type="button" onClick={() => openOptions(place)}>
            Repair it
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            detach(chooseOursOnce());
            focusAndSay('.choice-row select', `The letter is now ours: “${problem.ours.title}”.`);
          }}
        >
          Use ours this time
        </button>
      </p>
    </div>
  );
}
