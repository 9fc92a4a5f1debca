import { useEffect } from 'react';
import { copyAddresses, insertLetter, noteSent, takeLetterOut } from '../../lib/popup/letterActions';
import type { Outcome } from '../../lib/popup/outcome';
import { describeOutcome, isTrouble, tookNobody } from '../../lib/popup/outcomeSentence';
import { usePopup } from '../../lib/popup/popupStore';

/** What was done, in one sentence, under the button where the eye already is. */
export function OutcomePanel() {
  const { outcome } = usePopup();
  const trouble = outcome !== null && isTrouble(outcome);
  useEffect(() => {
    // When the page refuses, the way out is one key away.
    if (outcome && needsWayOut(outcome)) document.getElementById('copy-letter')?.focus();
  }, [outcome]);
  return (
    <div className={trouble ? 'outcome warn' : 'outcome'} data-empty={outcome === null}>
      <div role="status" aria-label="Outcome">
        {outcome && describeOutcome(outcome)}
      </div>
      {outcome && <NextSteps outcome={outcome} />}
    </div>
  );
}

function needsWayOut(outcome: Outcome): boolean {
  if (outcome.kind === 'page failed' || outcome.kind === 'frame out of reach') return true;
  return (
    outcome.kind === 'reported' &&
    outcome.report.body.outcome === 'refused' &&
    outcome.report.body.why !== 'already there'
  );
}

function NextSteps({ outcome }: { outcome: Outcome }) {
  if (outcome.kind !== 'reported') return null;
  const { body } = outcome.report;
  if (body.outcome === 'inserted')
    return (
      <p className="next-steps">
        {tookNobody(outcome.report) && (
          <>
            <span>{outcome.facts.addresses.join('; ')}</span>
            <button type="button" onClick={() => void copyAddresses()}>
              Copy addresses
            </button>
          </>
        )}
        <button type="button" onClick={() => void takeLetterOut()}>
          Take the letter out again
        </button>
        <button type="button" onClick={() => void noteSent()}>
          I have sent it
        </button>
      </p>
    );
  if (body.why !== 'already there') return null;
  return (
    <p className="next-steps">
      <button type="button" onClick={() => void insertLetter({ allowSecondCopy: true })}>
        Insert a second copy
      </button>
    </p>
  );
}
