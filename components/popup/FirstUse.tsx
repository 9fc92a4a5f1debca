import { detach } from '../../lib/failure/failure';
import type { FirstAnswers } from '../../lib/firstQuestions/answers';
import { answerFirst } from '../../lib/popup/firstAnswers';
import { usePopup } from '../../lib/popup/store';
import { FirstQuestions } from '../firstQuestions/FirstQuestions';
import '../ui/controls.css';

/** What a letter needs, asked in the popup while nothing is saved. */
export function FirstUse({ answers, onEnter }: { answers: FirstAnswers; onEnter: () => void }) {
  const { firstNotSaved } = usePopup();
  return (
    <div className="first-use">
      <h2>Your details</h2>
      <FirstQuestions answers={answers} onChange={(patch) => detach(answerFirst(patch))} onEnter={onEnter} />
      {firstNotSaved && (
        <p role="alert">
          Your details could not be saved in this browser. They are in the letter, and they stay here until
          the browser is closed.
        </p>
      )}
    </div>
  );
}
