import { useState } from 'react';
import { detach } from '../../lib/failure/failure';
import { copyDocument, openOptions, saveAsWord } from '../../lib/popup/actions';
import { lastLetter } from '../../lib/popup/store';
import type { Outcome } from '../../lib/writing/outcome';
import { describeOutcome } from '../../lib/writing/outcomeSentences';
import { useFailures, NotShown } from '../ui/focusAndSay';

/** In place of a popup that cannot be rendered. It reads neither the popup’s state nor composes, because either may be the cause. */
export function PopupNotShown() {
  const { document } = lastLetter;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useFailures(() => setOutcome({ kind: 'did not work' }));
  return (
    <main className="scroll">
      <h1>Dear Employer</h1>
      <NotShown>
        {document && (
          <>
            <button type="button" onClick={() => detach(copyDocument(document).then(setOutcome))}>
              Copy letter
            </button>{' '}
            <button type="button" onClick={() => detach(saveAsWord(document, '').then(setOutcome))}>
              Download Word letter
            </button>{' '}
          </>
        )}
        <button type="button" onClick={() => openOptions()}>
          Open your details and letters
        </button>
      </NotShown>
      <p role="status" aria-label="Outcome">
        {outcome && describeOutcome(outcome)}
      </p>
    </main>
  );
}
