import { joinWithAnd } from '../letter/compose/grammar';
import { capitalise } from '../letter/text';
import type { Enclosure } from '../letter/model';
import type { InsertionReport, LeftAloneReason, StepReport } from '../mail/protocol';
import type { Unreachable } from './outcome';
import { describeNotAddress } from './recipients';

/** What became of To, Cc, the subject and the attachment: the sentences beside the one about the letter. */

/** What the sentences need besides the page’s report. */
export interface SentenceContext {
  missingCount: number;
  /** Title of the part that a right-click inserted; null for the whole letter. */
  part: string | null;
  to: readonly string[];
  cc: readonly string[];
  /** The supplier of an own letter’s wording, or empty if nobody is named; absent for our letters. */
  supplier?: string | undefined;
  /** As in LetterFacts. */
  attached?: readonly Enclosure[] | undefined;
  /** Absent if no recipients were to be filled in. */
  unreachable?: Unreachable | undefined;
  /** Number of details missing in the Word copy, which has address blocks that the email has not; absent without one. */
  missingOnPaper?: number | undefined;
  /** The draft begins with a greeting of the user’s own, above the letter. */
  isGreeted?: boolean | undefined;
  /** Present if the letter replaces an earlier version of it: who that one was addressed to. */
  instead?: { to: readonly string[]; hasWordCopy: boolean } | undefined;
}

type StepName = 'subject' | 'to' | 'cc' | 'attachment';

const STEPS: readonly StepName[] = ['to', 'cc', 'subject', 'attachment'];

const NOUN = {
  to: 'the address',
  cc: 'the copies',
  subject: 'the subject',
} satisfies Record<Exclude<StepName, 'attachment'>, string>;

const ATTACHED = {
  'first letter': 'your first letter',
  'word copy': 'the Word copy',
} satisfies Record<Enclosure, string>;

export type Attached = Pick<SentenceContext, 'attached'>;

const ONLY_WORD_COPY: readonly Enclosure[] = ['word copy'];

export const listAttached = ({ attached = ONLY_WORD_COPY }: Attached) => attached.map((one) => ATTACHED[one]);

const nounsOf = (step: StepName, context: Attached): string[] =>
  step === 'attachment' ? listAttached(context) : [NOUN[step]];

/** In the popup’s list. */
const DONE = {
  to: 'To: {them}',
  cc: 'Cc: {them}',
  subject: 'Subject filled in',
  attachment: '{them} attached',
} satisfies Record<StepName, string>;

const DID = {
  to: 'addressed it to {them}',
  cc: 'added copies to {them}',
  subject: 'filled in the subject',
  attachment: 'attached {them}',
} satisfies Record<StepName, string>;

export function describeFilledIn(report: InsertionReport, isIn: boolean, context: SentenceContext): string {
  const done = STEPS.filter((step) => report[step].outcome === 'done');
  if (!done.length) return '';
  return isIn
    ? `We also ${joinWithAnd(done.map((step) => describeStep(step, context)))}.`
    : `What went in before stays: ${joinWithAnd(done.flatMap((step) => nounsOf(step, context)))}.`;
}

/** For the popup’s list. */
export function listFilledIn(report: InsertionReport, context: SentenceContext): string[] {
  return STEPS.filter((step) => report[step].outcome === 'done').map((step) =>
    capitalise(DONE[step].replace('{them}', () => namesOf(step, context).join(', ').replace(/^the /, ''))),
  );
}

function describeStep(step: StepName, context: SentenceContext): string {
  return DID[step].replace('{them}', () => joinWithAnd(namesOf(step, context)));
}

function namesOf(step: StepName, context: SentenceContext): readonly string[] {
  if (step === 'attachment') return listAttached(context);
  return step === 'to' ? context.to : context.cc;
}

/** What is filled in stays from the earlier version, and may then be wrong. */
export function describeInstead(
  { to: person, subject }: InsertionReport,
  { to: before, hasWordCopy }: NonNullable<SentenceContext['instead']>,
  { to }: SentenceContext,
): string[] {
  const isFilled = (step: StepReport): boolean =>
    step.outcome === 'left alone' && step.why === 'already filled';
  const isOther = before.join() !== to.join();
  return [
    isFilled(person) && isOther ? 'To is still as it was: check who the letter goes to.' : '',
    isFilled(subject) ? 'The subject is still as it was.' : '',
    hasWordCopy
      ? 'The Word copy in the email is the earlier version: remove it, press Download Word letter and attach that.'
      : '',
  ];
}

const LEFT_ALONE: Record<StepName, string> = {
  subject: 'The subject was already filled, so we left it.',
  to: 'To was filled in already, so we left it.',
  cc: 'There was already somebody in Cc, so we left it.',
  attachment: '',
};

export function describeLeftAlone(report: InsertionReport, context: Attached): string[] {
  const leftFor = (why: LeftAloneReason): StepName[] =>
    STEPS.filter((step) => {
      const one = report[step];
      return one.outcome === 'left alone' && one.why === why;
    });
  const absent = leftFor('none here');
  return [
    ...leftFor('not one address').map(
      (step) => `What is saved is not one email address, so ${step === 'to' ? 'To' : 'Cc'} was left to you.`,
    ),
    ...leftFor('already filled').map((step) => LEFT_ALONE[step]),
    leftFor('hidden').length ? 'The earlier email’s subject stays as it is.' : '',
    describeAbsent(absent, context),
  ];
}

const FIELD = {
  to: 'To',
  cc: 'Cc',
  subject: 'the subject line',
} satisfies Record<Exclude<StepName, 'attachment'>, string>;

function describeAbsent(absent: readonly StepName[], context: Attached): string {
  if (!absent.length) return '';
  const fields = joinWithAnd(
    absent.map((step) =>
      step === 'attachment' ? `the place for ${joinWithAnd(listAttached(context))}` : FIELD[step],
    ),
  );
  return `We could not find ${fields} on this page. Please fill ${absent.length === 1 ? 'it' : 'them'} in yourself.`;
}

export function describeFailed(report: InsertionReport, context: SentenceContext): string[] {
  const failed = new Set(STEPS.filter((step) => report[step].outcome === 'failed'));
  const unseen = STEPS.filter((step) => report[step].outcome === 'not seen');
  const unseenNouns = unseen.flatMap((step) => nounsOf(step, context));
  const people = [failed.has('to') ? NOUN.to : '', failed.has('cc') ? NOUN.cc : ''].filter(Boolean);
  return [
    people.length
      ? `The page did not take ${joinWithAnd(people)}: press Copy addresses and paste them there.`
      : '',
    failed.has('subject') ? 'The page did not take the subject, so that is left to you.' : '',
    failed.has('attachment')
      ? `The page did not take ${joinWithAnd(listAttached(context))}: ${describeWayRound(context)}.`
      : '',
    unseen.length
      ? `We could not see ${joinWithAnd(unseenNouns)} arrive. Look before you add ${unseenNouns.length > 1 || unseen[0] === 'cc' ? 'them' : 'it'}.`
      : '',
  ];
}

/** The buttons that save what the page did not take. */
const DOWNLOADS = {
  'first letter': 'Download my first letter',
  'word copy': 'Download Word letter',
} satisfies Record<Enclosure, string>;

function describeWayRound({ attached = ONLY_WORD_COPY }: Attached): string {
  const buttons = attached.map((one) => DOWNLOADS[one]);
  return `press ${joinWithAnd(buttons)} and attach ${buttons.length > 1 ? 'them' : 'it'}`;
}

const NO_ADDRESS = {
  'no email saved': 'To is empty: no email is saved for your employer.',
  'next person up': 'To is empty: no email is saved for the next person up.',
} satisfies Record<NonNullable<Unreachable['to']>, string>;

export function describeUnreachable({ to, copies, notAddresses }: Unreachable = ALL_REACHABLE): string[] {
  return [
    to ? NO_ADDRESS[to] : '',
    copies.length ? `No email is saved for ${joinWithAnd(copies)}, so copying them in is left to you.` : '',
    ...notAddresses.map(({ typed, field }) => describeNotAddress(typed, field)),
  ];
}

const ALL_REACHABLE: Unreachable = { to: null, copies: [], notAddresses: [] };
