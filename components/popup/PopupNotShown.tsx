import { useState } from 'react';
import { usePopupStore } from '../../lib/popup/store';
import { detach } from '../../lib/failure/failure';
import { copyDocument, openOptions, saveAsWord } from '../../lib/popup/actions';
import type { Outcome } from '../../lib/writing/outcome';
import { describeOutcome } from '../../lib/writing/outcomeSentences';
import { useFailures, NotShown } from '../ui/focusAndSay';

/** In place of a popup that cannot be rendered. It reads neither the popup’s state nor composes, because either may be the cause. */
export function PopupNotShown() {
  const popup = usePopupStore();
  const { lastLetter: document } = popup;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useFailures(() => setOutcome({ kind: 'did not work' }));
  return (
    <main className="scroll">
      <h1>Dear Employer</h1>
      <NotShown>
        {document && (
          <>
            <button type="button" onClick={() => detach(copyDocument(popup, document).then(setOutcome))}>
              Copy letter
            </button>{' '}
            <button type="button" onClick={() => detach(saveAsWord(popup, document, '').then(setOutcome))}>
              Download Word letter
            </button>{' '}
          </>
        )}
        <button type="button" onClick={() => openOptions(popup)}>
          Open your details and letters
        </button>
      </NotShown>
      <p role="status" aria-label="Outcome">
        {outcome && describeOutcome(outcome)}
      </p>
    </main>
  );
}
