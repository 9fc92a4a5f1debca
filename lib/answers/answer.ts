import { type EarlierDates, proposeAnswer } from '../correspondence/nextLetter';
import { formatDate } from '../letter/dates';
import type { IsoDate } from '../letter/model';
import type { Reply, ReplyKind } from '../storage/schema';
import type { ReadKind } from '../replies/rules';

/** The letter that answers a reply, with the dates filled in that it asks for. */
export interface ChosenLetter {
  letterId: string;
  answers: EarlierDates;
  /** Ticked requests; absent where the letter's own ticks stay. */
  requests?: readonly string[];
}

/** What is known of a reply once its kind is settled. */
export interface SettledReply {
  kind: ReplyKind;
  /** Empty when it is not known. */
  date: string;
  promisedDate: IsoDate | null;
  meetingDate: IsoDate | null;
}

export type NextStep = { do: 'write'; letter: ChosenLetter } | { do: 'wait'; until: IsoDate };

/** The letter that answers it, or the day until which there is nothing to write. */
export function findAnswer(reply: SettledReply, today: IsoDate): NextStep {
  const { kind, date, promisedDate, meetingDate } = reply;
  const next = proposeAnswer({ kind, date, promisedDate: promisedDate ?? '' }, today);
  if (next.do === 'wait') return next;
  const answers = kind === 'offer-to-talk' && meetingDate ? { 'meeting date': meetingDate } : {};
  return { do: 'write', letter: { letterId: next.letterId, answers: { ...next.answers, ...answers } } };
}

/** After their attachment was opened: thanks if all points are in it, else the letter about those that are not. */
export function answerAttachment(found: readonly PointId[], date: string): ChosenLetter {
  const missing = pointIds.filter((id) => !found.includes(id));
  if (missing.length === 0) return { letterId: 'thanks', answers: date ? { 'agreed date': date } : {} };
  const answers: EarlierDates = date ? { 'their reply date': date } : {};
  return { letterId: 'reply-inadequate', answers, requests: missing };
}

/** What the button of a proposal says: "ask for support meanwhile", or the date that has passed. */
export function describeAnswer(reply: SettledReply, answer: NextStep): string {
  if (answer.do === 'wait') return `nothing to send before ${formatDate(answer.until)}`;
  return answer.letter.letterId === 'date-passed'
    ? 'follow up the date they promised'
    : sayings[reply.kind].does;
}

/** What "Note it" saves: kind and dates, and their sentence only if it was ticked. */
export function toNote(
  { kind, date, promisedDate }: SettledReply,
  sentence: string | null,
): Omit<Reply, 'id'> {
  return { kind, date, promisedDate: promisedDate ?? '', note: sentence ?? '' };
}

/** "Note it: taking advice, 16 November 2026, answer promised by 15 January 2027". */
export function describeNote({ kind, date, promisedDate }: SettledReply): string {
  return [
    sayings[kind].noted,
    date && formatDate(date),
    promisedDate && `answer promised by ${formatDate(promisedDate)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What the user decided about a reply. */
export interface ReplyDecision {
  /** Null: nothing to send now. */
  letter: ChosenLetter | null;
  /** What the user ticked to note; null for nothing. */
  note: Omit<Reply, 'id'> | null;
}

interface Saying {
  /** What they say, in their voice: "We think they are saying: we are taking advice." */
  they: string;
  /** The same in a list to choose from. */
  option: string;
  /** What the letter that answers it does: "Yes: ask for support meanwhile". */
  does: string;
  /** In the note: "Note it: taking advice, 16 November". */
  noted: string;
  /** Beside something else: "and they offer to meet". */
  also: string;
}

export const sayings: Readonly<Record<ReplyKind, Saying>> = {
  acknowledgement: {
    they: 'we have your letter and will come back to you',
    option: 'They have received it and will come back to me',
    does: 'thank them and ask for a date',
    noted: 'received',
    also: 'they will come back to you',
  },
  holding: {
    they: 'we are taking advice',
    option: 'They are taking advice, or waiting for someone',
    does: 'ask for support meanwhile',
    noted: 'taking advice',
    also: 'they are taking advice',
  },
  partial: {
    they: 'this is what we have, or part of what you asked for',
    option: 'They sent or offered something, but it leaves things out',
    does: 'ask for what is missing',
    noted: 'part of it sent',
    also: 'they offer part of it',
  },
  'passed-back': {
    they: 'please carry out the assessment yourself',
    option: 'They asked me to do it',
    does: 'say the assessment is for them to carry out',
    noted: 'asked me to do it',
    also: 'they ask you to do it yourself',
  },
  refusal: {
    they: 'no, or that is for Ofsted',
    option: 'They say no, or that it is Ofsted’s job',
    does: 'ask them to reconsider',
    noted: 'they said no',
    also: 'they say no to some of it',
  },
  'offer-to-talk': {
    they: 'let us meet and talk about it',
    option: 'They offered to talk',
    does: 'arrange a meeting',
    noted: 'offered to talk',
    also: 'they offer to meet',
  },
  full: {
    they: 'yes, the assessment is done or will be done by us',
    option: 'They sent an assessment and a plan, or agreed to',
    does: 'thank them and note what was agreed',
    noted: 'agreed',
    also: 'they agree to some of it',
  },
};

/** Kinds that no letter answers, in the list of "Something else". */
export const withoutLetter = {
  'take-advice-first': 'It mentions a solicitor, a formal procedure or my conduct',
  automatic: 'It is an automatic message',
  unrelated: 'It is about something else',
} as const satisfies Record<Exclude<ReadKind, ReplyKind>, string>;

export const isAnswered = (kind: ReadKind): kind is ReplyKind => Object.hasOwn(sayings, kind);

/** "They also offer to meet on 14 January 2027." Null if there is nothing to add. */
export function describeRest(alsoDoes: readonly ReadKind[], meeting: IsoDate | null): string | null {
  const said = alsoDoes
    .filter(isAnswered)
    .map(
      (kind) =>
        sayings[kind].also + (kind === 'offer-to-talk' && meeting ? ` on ${formatDate(meeting)}` : ''),
    );
  return said.length === 0 ? null : `And ${said.join(', and ')}.`;
}

/** The nine points of "Ask for what is missing", as things that can be found in an attachment. By the id of their request. */
export const points = {
  assessor: 'Who carried it out, or will, and when',
  'this-school': 'It is about this school, not schools in general',
  phases: 'It covers the time before, during and after inspection',
  'groups-at-risk': 'Leaders and SENCos are considered as groups at risk',
  consulted: 'Staff and any safety representatives were or will be consulted',
  'collective-measures': 'Measures that protect everyone, not only a helpline',
  owners: 'Every action has a named owner and a date',
  'review-date': 'A date for the review',
  share: 'It is, or will be, shared with staff',
} as const;
export type PointId = keyof typeof points;
export const pointIds = Object.keys(points) as PointId[];
