import { lazy, Suspense, useEffect } from 'react';
import { usePopup } from '../../lib/popup/store';
import { isTrouble, type Outcome } from '../../lib/writing/outcome';

// A popup opens without an outcome: the sentences for it load after the first paint.
const loadDetails = () => import('./OutcomeDetails');
const OutcomeSentence = lazy(async () => ({ default: (await loadDetails()).OutcomeSentence }));
const NextSteps = lazy(async () => ({ default: (await loadDetails()).NextSteps }));

/** What was done, under the button where the user is looking. The status element is always there, so that it is read out. */
export function OutcomePanel() {
  const { outcome, letterIn } = usePopup();
  const trouble = outcome !== null && isTrouble(outcome);
  useEffect(() => void loadDetails(), []);
  useEffect(() => {
    // If the page refuses, Enter copies the letter.
    if (outcome && needsWayOut(outcome)) document.getElementById('copy-letter')?.focus();
  }, [outcome]);
  return (
    <div className={trouble ? 'outcome warn' : 'outcome'} data-empty={outcome === null}>
      <div role="status" aria-label="Outcome">
        <Suspense>{outcome && <OutcomeSentence outcome={outcome} />}</Suspense>
      </div>
      <Suspense>{outcome && <NextSteps outcome={outcome} letterIn={letterIn} />}</Suspense>
    </div>
  );
}

function needsWayOut(outcome: Outcome): boolean {
  if (outcome.kind === 'page failed') return !outcome.takingOut;
  if (outcome.kind === 'frame out of reach') return true;
  return (
    outcome.kind === 'reported' &&
    outcome.report.body.outcome === 'refused' &&
    outcome.report.body.why !== 'already there'
  );
}
