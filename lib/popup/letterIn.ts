import type { LetterFacts, Outcome } from './outcome';
import { tookNobody } from './outcomeSentence';

/** The letter that went in last, for as long as something can still be done about it. */
export interface LetterIn {
  frameId: number;
  facts: LetterFacts;
  mayTakeOut: boolean;
  /** The page took no people: they are left to copy. */
  addressesLeft: boolean;
}

/** Copying the letter or the addresses, or a refusal, does not make the letter in the draft go away. */
export function followLetter(before: LetterIn | null, outcome: Outcome | null): LetterIn | null {
  switch (outcome?.kind) {
    case 'reported': {
      const { frameId, report, facts } = outcome;
      if (report.body.outcome === 'inserted')
        return { frameId, facts, mayTakeOut: true, addressesLeft: tookNobody(report) };
      return report.body.why === 'already there' ? before : null;
    }
    case 'taken out': {
      const { frameId, report, facts } = outcome;
      if (report.outcome === 'taken out' || !facts) return null;
      // An email that is no longer open may have been sent.
      const mayTakeOut = report.why === 'typed since' || report.why === 'did not work';
      return { frameId, facts, mayTakeOut, addressesLeft: before?.addressesLeft ?? false };
    }
    case 'letter elsewhere':
      return { frameId: outcome.frameId, facts: outcome.facts, mayTakeOut: false, addressesLeft: false };
    case undefined:
    case 'sent noted':
    case 'page failed':
    case 'nothing in that part':
    case 'not started':
      return null;
    default:
      return before;
  }
}
