import { type EarlierDates, proposeAnswer } from '../correspondence/nextLetter';
import { formatDate } from '../letter/dates';
import type { IsoDate } from '../letter/model';
import type { Reply, ReplyKind } from '../storage/schema';
import { type PointId, pointIds, sayings } from './sayings';

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

export type Answer = { do: 'write'; letter: ChosenLetter } | { do: 'wait'; until: IsoDate };

/** The letter that answers it, or the day until which there is nothing to write. */
export function findAnswer(reply: SettledReply, today: IsoDate): Answer {
  const { kind, date, promisedDate, meetingDate } = reply;
  const next = proposeAnswer({ kind, date, promisedDate: promisedDate ?? '' }, today);
  if (next.do === 'wait') return next;
  const answers = kind === 'offer-to-talk' && meetingDate ? { 'meeting date': meetingDate } : {};
  return next.do === 'write'
    ? { do: 'write', letter: { letterId: next.letterId, answers: { ...next.answers, ...answers } } }
    : { do: 'wait', until: today };
}

/** After their attachment was opened: thanks if all points are in it, else the letter about those that are not. */
export function answerAttachment(found: readonly PointId[], date: string): ChosenLetter {
  const missing = pointIds.filter((id) => !found.includes(id));
  if (missing.length === 0) return { letterId: 'thanks', answers: date ? { 'agreed date': date } : {} };
  const answers: EarlierDates = date ? { 'their reply date': date } : {};
  return { letterId: 'reply-inadequate', answers, requests: missing };
}

/** What the button of a proposal says: "ask for support meanwhile", or the date that has passed. */
export function describeAnswer(reply: SettledReply, answer: Answer): string {
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
