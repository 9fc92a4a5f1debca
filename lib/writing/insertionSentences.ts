import type { Enclosure } from '../letter/model';
import type {
  InsertionReport,
  LeftAloneReason,
  Place,
  RefusalReason,
  StepReport,
  TakeOutReport,
} from '../mail/protocol';
import type { Unreachable } from './outcome';
import { describeNotAddress } from './recipients';

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

/** Says what was inserted, what was filled in, and what was left alone and why. */
export function describeInsertion(report: InsertionReport, context: SentenceContext): string {
  const isIn = report.body.outcome === 'inserted';
  return [sayBody(report, context), describeFilledIn(report, isIn, context), ...sayRest(report, context)]
    .filter(Boolean)
    .join(' ');
}

/** The same for the popup, where the outcome is a screen: what became of the letter, then a short list of the rest. */
export function listInsertion(
  report: InsertionReport,
  context: SentenceContext,
): { headline: string; items: string[] } {
  const isIn = report.body.outcome === 'inserted';
  const done = STEPS.filter((step) => report[step].outcome === 'done');
  const items = isIn
    ? done.map((step) =>
        capitalise(
          DONE[step].replace('{them}', () => namesOf(step, context).join(', ').replace(/^the /, '')),
        ),
      )
    : [describeFilledIn(report, isIn, context)];
  return {
    headline: sayBody(report, context),
    items: [...items, ...sayRest(report, context)].filter(Boolean),
  };
}

function sayBody(report: InsertionReport, context: SentenceContext): string {
  const { body } = report;
  return body.outcome === 'inserted'
    ? describeArrival(report, body.place, context)
    : describeRefusal(body.why, context);
}

function sayRest(report: InsertionReport, context: SentenceContext): string[] {
  const { body, attachment } = report;
  const isIn = body.outcome === 'inserted';
  return [
    isIn && context.isGreeted ? 'Your own greeting is above the letter’s. Keep one of them.' : '',
    ...(context.instead
      ? describeInstead(report, context.instead, context)
      : describeLeftAlone(report, context)),
    ...describeFailed(report, context),
    ...(isIn ? describeUnreachable(context.unreachable) : []),
    isIn ? describeSupplier(context) : '',
    isIn ? describeMissing(context.missingCount) : '',
    isIn && attachment.outcome === 'done' ? describeMissingOnPaper(context) : '',
  ];
}

// ── The letter itself ──────────────────────────────────────────────────────────────────────────

const WHERE = {
  'new message': 'your new message',
  reply: 'your reply',
  forward: 'the email you are forwarding',
  email: 'your email',
  'text field': 'this field',
} satisfies Record<InsertionReport['kind'], string>;

const PLACE = {
  'at the caret': '',
  'after the selection': ', after the words you had selected',
  'above the signature': ', above your signature',
  'above the quoted mail': ', above the earlier emails',
  'below the list, table or quote': ', below the list, table or quote you were in',
  'at the end': ', after your own words',
} satisfies Record<Place, string>;

function describeArrival({ kind }: InsertionReport, place: Place, context: SentenceContext): string {
  if (context.instead) return `The new version is in ${WHERE[kind]} instead of the earlier one.`;
  return `${nameOf(context)} is in ${WHERE[kind]}${PLACE[place]}.`;
}

/** `{it}` is replaced by the letter, or by the title of the inserted part. */
const REFUSAL = {
  'no draft':
    'No email is open for writing in this tab. Open one and click the icon there, or take the letter as Word.',
  'draft gone':
    'That email was closed or replaced, so we cannot say what is in it. Open it, look at it, and try again.',
  'already there': '{it} is already in this email, so it was not put in a second time.',
  'read only': 'This email cannot be edited at the moment, so nothing was put in.',
  minimised: 'That email is minimised, so nothing was put in. Open it up and try again.',
  'not a text field':
    'This is not a place to write in, so nothing was put in. Click in your email and try again.',
  'too long for this field': '{it} is too long for this field, so nothing was put in.',
  'did not arrive':
    'The page did not accept {it}. Your email has not changed. Copy the letter, or take it as Word.',
  'not seen': 'We could not see {it} arrive. Look at your email before you try again.',
  'arrived changed':
    'The letter did not go in properly. Press Ctrl+Z in the email to take it back, then copy the letter instead.',
  'frame out of reach':
    'This part of the page belongs to another site, where we cannot write. Copy the letter and paste it there.',
} satisfies Record<RefusalReason, string>;

function describeRefusal(why: RefusalReason, { part, instead }: SentenceContext): string {
  if (instead) return `The earlier letter is out. ${REFUSAL[why].replace('{it}', 'the new version')}`;
  return capitalise(REFUSAL[why].replace('{it}', part === null ? 'the letter' : `“${part}”`));
}

function nameOf({ part }: Pick<SentenceContext, 'part'>): string {
  return part === null ? 'The letter' : `“${part}”`;
}

// ── Around the letter ──────────────────────────────────────────────────────────────────────────

const NOUN = {
  to: 'the address',
  cc: 'the copies',
  subject: 'the subject',
} satisfies Record<Exclude<StepName, 'attachment'>, string>;

const ATTACHED = {
  'first letter': 'your first letter',
  'word copy': 'the Word copy',
} satisfies Record<Enclosure, string>;

type Attached = Pick<SentenceContext, 'attached'>;

const ONLY_WORD_COPY: readonly Enclosure[] = ['word copy'];

const listAttached = ({ attached = ONLY_WORD_COPY }: Attached) => attached.map((one) => ATTACHED[one]);

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

function describeFilledIn(report: InsertionReport, isIn: boolean, context: SentenceContext): string {
  const done = STEPS.filter((step) => report[step].outcome === 'done');
  if (!done.length) return '';
  return isIn
    ? `We also ${joinWords(done.map((step) => describeStep(step, context)))}.`
    : `What went in before stays: ${joinWords(done.flatMap((step) => nounsOf(step, context)))}.`;
}

function describeStep(step: StepName, context: SentenceContext): string {
  return DID[step].replace('{them}', () => joinWords(namesOf(step, context)));
}

function namesOf(step: StepName, context: SentenceContext): readonly string[] {
  if (step === 'attachment') return listAttached(context);
  return step === 'to' ? context.to : context.cc;
}

/** What is filled in stays from the earlier version, and may then be wrong. */
function describeInstead(
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

/** Whose wording was inserted, unless it is ours or a part was chosen from the menu. */
function describeSupplier({ supplier, part }: SentenceContext): string {
  if (supplier === undefined || part !== null) return '';
  return supplier
    ? `The wording is from ${supplier}, not ours.`
    : 'The wording is from your own letter, not ours.';
}

const LEFT_ALONE: Record<StepName, string> = {
  subject: 'The subject was already filled, so we left it.',
  to: 'To was filled in already, so we left it.',
  cc: 'There was already somebody in Cc, so we left it.',
  attachment: '',
};

function describeLeftAlone(report: InsertionReport, context: Attached): string[] {
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
  const fields = joinWords(
    absent.map((step) =>
      step === 'attachment' ? `the place for ${joinWords(listAttached(context))}` : FIELD[step],
    ),
  );
  return `We could not find ${fields} on this page. Please fill ${absent.length === 1 ? 'it' : 'them'} in yourself.`;
}

function describeFailed(report: InsertionReport, context: SentenceContext): string[] {
  const failed = new Set(STEPS.filter((step) => report[step].outcome === 'failed'));
  const unseen = STEPS.filter((step) => report[step].outcome === 'not seen');
  const unseenNouns = unseen.flatMap((step) => nounsOf(step, context));
  const people = [failed.has('to') ? NOUN.to : '', failed.has('cc') ? NOUN.cc : ''].filter(Boolean);
  return [
    people.length
      ? `The page did not take ${joinWords(people)}: press Copy addresses and paste them there.`
      : '',
    failed.has('subject') ? 'The page did not take the subject, so that is left to you.' : '',
    failed.has('attachment')
      ? `The page did not take ${joinWords(listAttached(context))}: ${describeWayRound(context)}.`
      : '',
    unseen.length
      ? `We could not see ${joinWords(unseenNouns)} arrive. Look before you add ${unseenNouns.length > 1 || unseen[0] === 'cc' ? 'them' : 'it'}.`
      : '',
  ];
}

function describeWayRound({ attached = ONLY_WORD_COPY }: Attached): string {
  const buttons = attached.map((one) =>
    one === 'word copy' ? 'Download Word letter' : 'Download my first letter',
  );
  return `press ${joinWords(buttons)} and attach ${buttons.length > 1 ? 'them' : 'it'}`;
}

const NO_ADDRESS = {
  'no email saved': 'To is empty: no email is saved for your employer.',
  'next person up': 'To is empty: no email is saved for the next person up.',
} satisfies Record<NonNullable<Unreachable['to']>, string>;

function describeUnreachable({ to, copies, notAddresses }: Unreachable = ALL_REACHABLE): string[] {
  return [
    to ? NO_ADDRESS[to] : '',
    copies.length ? `No email is saved for ${joinWords(copies)}, so copying them in is left to you.` : '',
    ...notAddresses.map(({ typed, field }) => describeNotAddress(typed, field)),
  ];
}

const ALL_REACHABLE: Unreachable = { to: null, copies: [], notAddresses: [] };

// ── Taking it out again ────────────────────────────────────────────────────────────────────────

const STILL_FILLED_IN = { subject: 'Subject', recipients: 'To' } as const;

const NOT_TAKEN_OUT = {
  'typed since': 'You have typed since; press Ctrl+Z in the email.',
  'nothing to take out': 'There is no letter of ours in this email.',
  'draft gone': 'That email is no longer open, so nothing was taken out.',
  'did not work': 'It could not be taken out from here; press Ctrl+Z in the email.',
} as const;

export function describeTakeOut(
  report: TakeOutReport,
  context: Pick<SentenceContext, 'part' | 'attached'> = { part: null },
): string {
  if (report.outcome === 'refused') return NOT_TAKEN_OUT[report.why];
  const { stays } = report;
  const filledIn = (['subject', 'recipients'] as const).filter((one) => stays.includes(one));
  return [
    `${nameOf(context)} is out; your own words are as they were.`,
    filledIn.length
      ? `${joinWords(filledIn.map((one) => STILL_FILLED_IN[one]))} ${filledIn.length === 1 ? 'is' : 'are'} still filled in.`
      : '',
    stays.includes('attachment') ? describeStillAttached(context) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function describeStillAttached(context: Attached): string {
  const nouns = listAttached(context);
  return capitalise(`${joinWords(nouns)} ${nouns.length > 1 ? 'are' : 'is'} still attached.`);
}

// ── Words ──────────────────────────────────────────────────────────────────────────────────────

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** Says how many details are missing; empty if none. */
export function describeMissing(count: number): string {
  if (!count) return '';
  return count === 1
    ? 'One detail is still in [brackets].'
    : `${NUMBERS[count] ?? count} details are still in [brackets].`;
}

/** Empty unless more details are missing in the Word copy than in the email. */
function describeMissingOnPaper({ missingCount, missingOnPaper = 0 }: SentenceContext): string {
  if (missingOnPaper <= missingCount) return '';
  const sentence = describeMissing(missingOnPaper);
  return `In the Word copy, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
