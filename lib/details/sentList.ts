import * as v from 'valibot';
import type { IsoDate } from '../letter/model';
import type { Meeting, Reply, SentLetter } from './schema';

/** What lists of sent letters show and sort by, without reading a thousand letters. */
export const sentEntrySchema = v.object({
  id: v.string(),
  signerId: v.string(),
  signerName: v.string(),
  employerId: v.string(),
  employerName: v.string(),
  letterId: v.string(),
  standsFor: v.optional(v.string(), ''),
  title: v.string(),
  sentOn: v.string(),
  /** The last day anything was recorded of it: sent, answered or met. */
  lastOn: v.string(),
  /** The day an answer is waited for; empty when none is. */
  waitingFor: v.string(),
});
export type SentEntry = v.InferOutput<typeof sentEntrySchema>;

export function sentEntry(sent: SentLetter): SentEntry {
  const { id, signerId, signerName, employerId, employerName, letterId, standsFor, title, sentOn } = sent;
  const days = [sentOn, ...sent.replies.map(({ date }) => date), ...sent.meetings.map(({ date }) => date)];
  const lastOn = days.toSorted().at(-1) ?? '';
  const waitingFor = waitingDate(sent);
  return {
    id,
    signerId,
    signerName,
    employerId,
    employerName,
    letterId,
    standsFor,
    title,
    sentOn,
    lastOn,
    waitingFor,
  };
}

/** What a letter was for: one used instead of ours is followed up as ours would be. */
export function roleOf({ letterId, standsFor }: Pick<SentLetter, 'letterId' | 'standsFor'>): string {
  return standsFor || letterId;
}

/** The day they promised in their last reply, or the day we asked for while there is none. */
function waitingDate(sent: SentLetter): IsoDate {
  const last = lastReply(sent);
  return last ? last.promisedDate : sent.replyBy;
}

/** The latest by date; of two on one day, the one recorded later. */
export function lastReply({ replies }: SentLetter): Reply | undefined {
  return replies.toSorted((a, b) => a.date.localeCompare(b.date)).at(-1);
}

/** The latest by date, held or still to come. */
export function lastMeeting({ meetings }: SentLetter): Meeting | undefined {
  return meetings.toSorted((a, b) => a.date.localeCompare(b.date)).at(-1);
}

/** The earliest day waited for. A later letter of the same person to the same employer takes the place of earlier ones. */
export function earliestWaiting(list: SentEntry[]): IsoDate {
  const latest = new Map<string, SentEntry>();
  for (const entry of list) {
    // It tells of the call and asks for nothing by a day: what was asked for before it is still waited for.
    if (roleOf(entry) === 'inspection-notified' && entry.waitingFor === '') continue;
    const thread = `${entry.signerId} ${entry.employerId}`;
    const known = latest.get(thread);
    if (!known || known.sentOn <= entry.sentOn) latest.set(thread, entry);
  }
  const days = [...latest.values()].map((entry) => entry.waitingFor).filter((day) => day !== '');
  return days.toSorted()[0] ?? '';
}
