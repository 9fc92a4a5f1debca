import { joinWithAnd } from '../letter/compose/grammar';
import { capitalise } from '../letter/text';
import type { InsertionReport, Place, RefusalReason, TakeOutReport } from '../mail/protocol';
import {
  type Attached,
  describeFailed,
  describeFilledIn,
  describeInstead,
  describeLeftAlone,
  describeUnreachable,
  listAttached,
  listFilledIn,
  type SentenceContext,
} from './fieldSentences';

/** Says what was inserted, and after it, with the words of fieldSentences.ts, what was filled in and what was left alone and why. */
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
  const items = isIn ? listFilledIn(report, context) : [describeFilledIn(report, isIn, context)];
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

/** Whose wording was inserted, unless it is ours or a part was chosen from the menu. */
function describeSupplier({ supplier, part }: SentenceContext): string {
  if (supplier === undefined || part !== null) return '';
  return supplier
    ? `The wording is from ${supplier}, not ours.`
    : 'The wording is from your own letter, not ours.';
}

// ── Taking it out again ────────────────────────────────────────────────────────────────────────

const STILL_FILLED_IN = { subject: 'Subject', recipients: 'To' } as const;

const NOT_TAKEN_OUT = {
  'typed since': 'You have typed since; press Ctrl+Z in the email.',
  'nothing to take out': 'There is no letter of ours in this email.',
  'draft gone': 'That email is no longer open, so nothing was taken out.',
  'did not work': 'It could not be taken out from here. Press Ctrl+Z in the email, or delete it there.',
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
      ? `${joinWithAnd(filledIn.map((one) => STILL_FILLED_IN[one]))} ${filledIn.length === 1 ? 'is' : 'are'} still filled in.`
      : '',
    stays.includes('attachment') ? describeStillAttached(context) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function describeStillAttached(context: Attached): string {
  const nouns = listAttached(context);
  return capitalise(`${joinWithAnd(nouns)} ${nouns.length > 1 ? 'are' : 'is'} still attached.`);
}

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
