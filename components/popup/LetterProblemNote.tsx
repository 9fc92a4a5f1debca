import { chooseOursOnce } from '../../lib/popup/choices';
import { openOptions } from '../../lib/popup/actions';
import { describeLetterProblem, repairPlace } from '../../lib/writing/questions';
import type { LetterProblem } from '../../lib/writing/letters';

/** Said as soon as the letter is chosen; ours is taken only when the user says so. */
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
        <button type="button" onClick={() => void chooseOursOnce()}>
          Use ours this time
        </button>
      </p>
    </div>
  );
}
