import { type InsertionReport, type TakeOutRefusal, isOpen } from '../mail/protocol';
import type { PageJobMessage } from './messages';
import type {
  LetterFacts,
  LetterIn,
  Outcome,
  ReportedOutcome,
  RunningOutcome,
  TakenOutOutcome,
} from './outcome';
import { readLetterIn, writeOutcomeAndLetter } from './tabState';

/**
 * Returns the inserted letter as it is after this outcome; null if nothing more can be done about it. Copying the letter or
 * the addresses, refusing a second copy, and inserting a part by right-click all leave the letter in the draft.
 */
export function followLetter(before: LetterIn | null, outcome: Outcome | null): LetterIn | null {
  switch (outcome?.kind) {
    case 'reported':
      return outcome.facts.part === null ? followWhole(before, outcome) : followPart(before, outcome);
    case 'taken out':
      return followTakingOut(before, outcome);
    case 'letter elsewhere':
      return startWith(outcome.frameId, outcome.facts);
    case 'letter here':
      return { ...startWith(outcome.frameId, outcome.facts), draftKey: outcome.draftKey };
    case 'page failed':
      if (outcome.takingOut) return before && { ...before, mayTakeOut: outcome.why === 'forbidden' };
      // The letter may have gone in, and may be sent.
      if (outcome.letter?.facts.part === null) return startWith(outcome.letter.frameId, outcome.letter.facts);
      return outcome.byMenu ? before : null;
    case 'sent noted':
      return outcome.other ? before : null;
    case undefined:
    case 'not started':
      return null;
    default:
      return before;
  }
}

function followWhole(
  before: LetterIn | null,
  { frameId, draftKey, page, report, facts }: ReportedOutcome,
): LetterIn | null {
  if (report.body.outcome === 'refused') return report.body.why === 'already there' ? before : null;
  return {
    ...startWith(frameId, facts),
    ...(page !== undefined && { page }),
    // A text field is found only while it has the focus, so it has no key by which to check later whether it still exists.
    draftKey: report.kind === 'text field' ? null : (draftKey ?? null),
    mayTakeOut: true,
    addressesLeft: recipientsFailed(report),
  };
}

function followPart(before: LetterIn | null, { frameId, report }: ReportedOutcome): LetterIn | null {
  if (before?.frameId !== frameId || !changedDraft(report.body)) return before;
  return { ...before, hasLaterPartialInsert: true };
}

function changedDraft(body: ReportedOutcome['report']['body']): boolean {
  return body.outcome === 'inserted' || body.why === 'arrived changed';
}

function followTakingOut(
  before: LetterIn | null,
  { frameId, report, facts }: TakenOutOutcome,
): LetterIn | null {
  if (facts && facts.part !== null) return before;
  if (report.outcome === 'taken out' || !facts) return null;
  return { ...(before ?? startWith(frameId, facts)), mayTakeOut: mayTryAgain(report.why) };
}

/** False for a closed email: it may have been sent. */
function mayTryAgain(why: TakeOutRefusal): boolean {
  return why === 'typed since' || why === 'did not work';
}

function startWith(frameId: number, facts: LetterFacts): LetterIn {
  return {
    frameId,
    draftKey: null,
    facts,
    mayTakeOut: false,
    hasLaterPartialInsert: false,
    addressesLeft: false,
  };
}

/** The part of a letter that the outcome is about, if a right-click inserted it and it may still be taken out. */
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

/** The outcome of a job until it has ended. */
export function runningJob(job: PageJobMessage): RunningOutcome {
  if (job.type === 'takeOut') return { kind: 'running', takingOut: true };
  return { kind: 'running', letter: { frameId: job.draft?.frameId ?? 0, facts: job.facts } };
}

/** Saves the outcome and the inserted letter for the tab, so that the popup shows them when it is opened again. */
export async function keepOutcome(tabId: number, outcome: Outcome): Promise<void> {
  await writeOutcomeAndLetter(tabId, outcome, followLetter(await readLetterIn(tabId), outcome));
}

/** Whether a later look may correct the report. */
export function mayStillArrive({ report }: ReportedOutcome): boolean {
  return isOpen(report);
}

/** Whether the user must paste the addresses because the page did not accept them, or its fields were not found. */
function recipientsFailed({ to, cc }: InsertionReport): boolean {
  return [to, cc].some(
    (step) =>
      step.outcome === 'failed' ||
      step.outcome === 'not seen' ||
      (step.outcome === 'left alone' && step.why === 'none here'),
  );
}
