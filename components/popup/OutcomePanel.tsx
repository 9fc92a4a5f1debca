import { useEffect, useState } from 'react';
import { isDone, isNotChosen, letterInChosen, usePopup } from '../../lib/popup/store';
import { isTrouble, type Outcome } from '../../lib/writing/outcome';
import { keyOf } from '../ui/focusAndSay';
import type * as OutcomeDetails from './OutcomeDetails';
import { detach } from '../../lib/failure/failure';

/**
 * The outcome, directly under the button. The status element is always in the page, because screen readers often do not
 * read out one that is added together with its text.
 */
export function OutcomePanel() {
  const state = usePopup();
  const isOfOther =
    state.outcome && 'draftKey' in state.outcome && isNotChosen(state.outcome.draftKey, state);
  const outcome = isOfOther ? null : state.outcome;
  const trouble = outcome !== null && isTrouble(outcome);
  // A popup usually opens without an outcome, so the sentences load after the first paint.
  const [words, setWords] = useState<typeof OutcomeDetails | null>(null);
  useEffect(() => detach(import('./OutcomeDetails').then(setWords)), []);
  useEffect(() => {
    // If the page refuses the letter, pressing Enter copies it.
    if (outcome && shouldOfferCopy(outcome))
      document.getElementById('copy-letter')?.focus({ preventScroll: true });
  }, [outcome]);
  return (
    <div
      className={['outcome', trouble && 'warn', isDone(state) && 'done'].filter(Boolean).join(' ')}
      data-empty={outcome === null}
    >
      <div role="status" aria-label="Outcome" tabIndex={-1}>
        {outcome && words && <words.OutcomeSentence key={keyOf(outcome)} outcome={outcome} />}
      </div>
      {outcome && words && <words.NextSteps outcome={outcome} letterIn={letterInChosen(state)} />}
    </div>
  );
}

function shouldOfferCopy(outcome: Outcome): boolean {
  if (outcome.kind === 'page failed') return !outcome.takingOut;
  if (outcome.kind === 'frame out of reach') return true;
  return (
    outcome.kind === 'reported' &&
    outcome.report.body.outcome === 'refused' &&
    outcome.report.body.why !== 'already there'
  );
}
