import { useState } from 'react';
import type { PopupDeps, PopupStore } from '../../lib/popup/store';
import { detach } from '../../lib/failure/failure';
import { copyDocument, saveAsWord } from '../../lib/popup/actions';
import type { Outcome } from '../../lib/writing/outcome';
import { describeOutcome } from '../../lib/writing/outcomeSentences';
import { useFailures, NotShown } from '../ui/focusAndSay';
import css from './popup.module.css';
import ui from '../ui/controls.module.css';

interface PopupNotShownProps {
  deps: PopupDeps;
  /** Null if the saved details could not be read. */
  popup: PopupStore | null;
}

/** In place of a popup that cannot be rendered. It reads no saved details and composes nothing, because either may be the cause. */
export function PopupNotShown({ deps, popup }: PopupNotShownProps) {
  const document = popup?.lastLetter;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useFailures(() => setOutcome({ kind: 'did not work' }));
  return (
    <main className={css.scroll}>
      <h1 className={css.title}>Dear Employer</h1>
      <NotShown>
        {popup && document && (
          <>
            <button
              type="button"
              className={ui.button}
              onClick={() => detach(copyDocument(popup, document).then(setOutcome))}
            >
              Copy letter
            </button>{' '}
            <button
              type="button"
              className={ui.button}
              onClick={() => detach(saveAsWord(popup, document, '').then(setOutcome))}
            >
              Download Word letter
            </button>{' '}
          </>
        )}
        <button type="button" className={ui.button} onClick={() => detach(deps.openOptionsPage(''))}>
          Open your details and letters
        </button>
      </NotShown>
      <p role="status" aria-label="Outcome">
        {outcome && describeOutcome(outcome)}
      </p>
    </main>
  );
}
