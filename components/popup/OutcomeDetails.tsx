import { useEffect, useRef } from 'react';
import { insertLetter, openOptions } from '../../lib/popup/actions';
import {
  answerKeepText,
  continueWithMisfit,
  copyAddresses,
  findLetterToNote,
  noteSent,
  takeLetterOut,
  takePartOut,
} from '../../lib/popup/afterwards';
import { usePopup } from '../../lib/popup/store';
import { findPartIn } from '../../lib/writing/letterIn';
import type { LetterIn, Outcome } from '../../lib/writing/outcome';
import type { Way } from '../../lib/writing/questions';
import { describeOutcome } from '../../lib/writing/outcomeSentences';
import { detach } from '../../lib/failure/failure';

/** The outcome in a sentence or two, scrolled into view where the screen is small or zoomed. */
export function OutcomeSentence({ outcome }: { outcome: Outcome }) {
  const words = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (outcome.kind !== 'running') words.current?.scrollIntoView?.({ block: 'nearest' });
  }, [outcome]);
  return <span ref={words}>{describeOutcome(outcome)}</span>;
}

/** The buttons for what the user can do after the outcome. */
export function NextSteps({ outcome, letterIn }: { outcome: Outcome; letterIn: LetterIn | null }) {
  if (outcome.kind === 'running') return null;
  if (outcome.kind === 'keep the text?') return <KeepTextQuestion />;
  const partIn = findPartIn(outcome);
  return (
    <>
      {isAlreadyThere(outcome) && (
        <p className="next-steps">
          <button type="button" onClick={() => detach(insertLetter({ allowSecondCopy: true }))}>
            Insert a second copy
          </button>
        </p>
      )}
      {outcome.kind === 'does not fit' && <FitQuestion way={outcome.way} />}
      {partIn && (
        <p className="next-steps">
          <button type="button" onClick={() => detach(takePartOut())}>
            Take “{partIn.facts.part}” out again
          </button>
        </p>
      )}
      {findLetterToNote(outcome, letterIn) && (
        <p className="next-steps">
          {letterIn?.addressesLeft && (
            <>
              <span>{[...letterIn.facts.to, ...letterIn.facts.cc].join('; ')}</span>
              <button type="button" onClick={() => detach(copyAddresses())}>
                Copy addresses
              </button>
            </>
          )}
          {letterIn?.mayTakeOut && (
            <button type="button" onClick={() => detach(takeLetterOut())}>
              Take the letter out again
            </button>
          )}
          <button type="button" onClick={() => detach(noteSent())}>
            I have sent it
          </button>
        </p>
      )}
    </>
  );
}

function KeepTextQuestion() {
  return (
    <p className="next-steps">
      <button type="button" onClick={() => detach(answerKeepText('keep'))}>
        Keep the text too
      </button>
      <button type="button" onClick={() => detach(answerKeepText('leave out'))}>
        Keep only the dates
      </button>
    </p>
  );
}

const CONTINUE = {
  insert: 'Insert all the same',
  copy: 'Copy all the same',
  word: 'Download all the same',
} satisfies Record<Way, string>;

function FitQuestion({ way }: { way: Way }) {
  const { signer } = usePopup();
  return (
    <p className="next-steps">
      <button type="button" onClick={() => detach(continueWithMisfit(way))}>
        {CONTINUE[way]}
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
