import type { InsertionReport } from '../mail/protocol';
import type { LetterFacts, LetterIn, Outcome } from './outcome';
import { readLetterIn, writeOutcomeAndLetter } from './tabState';

type Reported = Extract<Outcome, { kind: 'reported' }>;
type TakenOut = Extract<Outcome, { kind: 'taken out' }>;

/**
 * Copying the letter or the addresses, a second copy refused, or a part put in by right-click does not make the letter in
 * the draft go away.
 */
export function followLetter(before: LetterIn | null, outcome: Outcome | null): LetterIn | null {
  switch (outcome?.kind) {
    case 'reported':
      return outcome.facts.part === null ? followWhole(before, outcome) : followPart(before, outcome);
    case 'taken out':
      return followTakingOut(before, outcome);
    case 'letter elsewhere':
      return startWith(outcome.frameId, outcome.facts);
    case 'page failed':
      if (outcome.takingOut) return before && { ...before, mayTakeOut: outcome.why === 'forbidden' };
      return outcome.byMenu ? before : null;
    case undefined:
    case 'sent noted':
    case 'not started':
      return null;
    default:
      return before;
  }
}

function followWhole(
  before: LetterIn | null,
  { frameId, draftKey, report, facts }: Reported,
): LetterIn | null {
  if (report.body.outcome === 'refused') return report.body.why === 'already there' ? before : null;
  return {
    ...startWith(frameId, facts),
    // A field that has lost the focus is not found again, but may still be there.
    draftKey: report.kind === 'text field' ? null : (draftKey ?? null),
    mayTakeOut: true,
    addressesLeft: recipientsFailed(report),
  };
}

function followPart(before: LetterIn | null, { frameId, report }: Reported): LetterIn | null {
  if (before?.frameId !== frameId || !leftSomething(report.body)) return before;
  return { ...before, isUnderPart: true };
}

function leftSomething(body: Reported['report']['body']): boolean {
  return body.outcome === 'inserted' || body.why === 'arrived changed';
}

function followTakingOut(before: LetterIn | null, { frameId, report, facts }: TakenOut): LetterIn | null {
  if (facts && facts.part !== null) return before;
  if (report.outcome === 'taken out' || !facts) return null;
  return { ...(before ?? startWith(frameId, facts)), mayTakeOut: mayTryAgain(report.why) };
}

/** An email that is no longer open may have been sent. */
function mayTryAgain(why: Extract<TakenOut['report'], { outcome: 'refused' }>['why']): boolean {
  return why === 'typed since' || why === 'did not work';
}

function startWith(frameId: number, facts: LetterFacts): LetterIn {
  return { frameId, draftKey: null, facts, mayTakeOut: false, isUnderPart: false, addressesLeft: false };
}

/** The part that went in last by right-click, while that is what the outcome tells of and it may be taken out again. */
export function findPartIn(outcome: Outcome | null): Pick<LetterIn, 'frameId' | 'facts'> | null {
  if (outcome?.kind !== 'reported' && outcome?.kind !== 'taken out') return null;
  const { frameId, facts } = outcome;
  if (!facts || facts.part === null) return null;
  const isIn =
    outcome.kind === 'reported'
      ? outcome.report.body.outcome === 'inserted'
      : outcome.report.outcome === 'refused' && mayTryAgain(outcome.report.why);
  return isIn ? { frameId, facts } : null;
}

/** Keeps for the tab what happened, and the letter something can still be done about, for the popup's next opening. */
export async function keepOutcome(tabId: number, outcome: Outcome): Promise<void> {
  await writeOutcomeAndLetter(tabId, outcome, followLetter(await readLetterIn(tabId), outcome));
}

/** Whether people are left for the user to paste. */
function recipientsFailed({ to, cc }: InsertionReport): boolean {
  return to.outcome === 'failed' || cc.outcome === 'failed';
}
