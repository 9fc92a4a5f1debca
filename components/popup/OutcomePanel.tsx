import { useEffect } from 'react';
import {
  copyAddresses,
  goOnAllTheSame,
  insertLetter,
  noteSent,
  openOptions,
  takeLetterOut,
  takePartOut,
} from '../../lib/popup/actions';
import { findPartIn } from '../../lib/writing/letterIn';
import type { LetterIn, Outcome } from '../../lib/writing/outcome';
import { describeOutcome, isTrouble } from '../../lib/writing/sentences';
import type { Way } from '../../lib/writing/questions';
import { usePopup } from '../../lib/popup/store';

/** What was done, in one sentence, under the button where the eye already is. */
export function OutcomePanel() {
  const { outcome, letterIn } = usePopup();
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
      {outcome && <NextSteps outcome={outcome} letterIn={letterIn} />}
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

function NextSteps({ outcome, letterIn }: { outcome: Outcome; letterIn: LetterIn | null }) {
  if (outcome.kind === 'running') return null;
  const partIn = findPartIn(outcome);
  return (
    <>
      {isAlreadyThere(outcome) && (
        <p className="next-steps">
          <button type="button" onClick={() => void insertLetter({ allowSecondCopy: true })}>
            Insert a second copy
          </button>
        </p>
      )}
      {outcome.kind === 'does not fit' && <FitQuestion way={outcome.way} />}
      {partIn && (
        <p className="next-steps">
          <button type="button" onClick={() => void takePartOut()}>
            Take “{partIn.facts.part}” out again
          </button>
        </p>
      )}
      {letterIn && (
        <p className="next-steps">
          {letterIn.addressesLeft && (
            <>
              <span>{letterIn.facts.addresses.join('; ')}</span>
              <button type="button" onClick={() => void copyAddresses()}>
                Copy addresses
              </button>
            </>
          )}
          {letterIn.mayTakeOut && (
            <button type="button" onClick={() => void takeLetterOut()}>
              Take the letter out again
            </button>
          )}
          <button type="button" onClick={() => void noteSent()}>
            I have sent it
          </button>
        </p>
      )}
    </>
  );
}

const GO_ON = {
  insert: 'Insert all the same',
  copy: 'Copy all the same',
  word: 'Download all the same',
} satisfies Record<Way, string>;

function FitQuestion({ way }: { way: Way }) {
  const { signer } = usePopup();
  return (
    <p className="next-steps">
      <button type="button" onClick={() => void goOnAllTheSame(way)}>
        {GO_ON[way]}
      </button>
      <button type="button" onClick={() => openOptions(`about-you/employment/${signer?.id ?? ''}`)}>
        Change it
      </button>
    </p>
  );
}

function isAlreadyThere(outcome: Outcome): boolean {
  if (outcome.kind !== 'reported') return false;
  const { body } = outcome.report;
  return body.outcome === 'refused' && body.why === 'already there';
}
