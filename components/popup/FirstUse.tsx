import { detach } from '../../lib/failure/failure';
import type { FirstAnswers } from '../../lib/firstQuestions/answers';
import { sameName } from '../../lib/letter/text';
import { answerFirst, pickEmployer } from '../../lib/popup/firstAnswers';
import { usePopupFields, usePopupStore } from '../../lib/popup/store';
import { FirstQuestions } from '../firstQuestions/FirstQuestions';
import css from './popup.module.css';

/** What a letter needs, asked in the popup while nothing is saved. */
export function FirstUse({ answers, onEnter }: { answers: FirstAnswers; onEnter: () => void }) {
  const popup = usePopupStore();
  const { firstNotSaved, index } = usePopupFields('firstNotSaved', 'index');
  const named = sameName(answers.organisation);
  const picked = index.employers.find(({ name }) => named !== '' && sameName(name) === named);
  return (
    <div className={css.firstUse}>
      <h2 className={css.subtitle}>Your details</h2>
      <FirstQuestions
        answers={answers}
        onChange={(patch) => detach(answerFirst(popup, patch))}
        onEnter={onEnter}
        saved={{
          employers: index.employers,
          pickedId: picked?.id ?? '',
          onPick: (id) => detach(pickEmployer(popup, id)),
        }}
      />
      {firstNotSaved && (
        <p role="alert">
          Your details could not be saved in this browser. They are in the letter, and they stay here until
          the browser is closed.
        </p>
      )}
    </div>
  );
}
