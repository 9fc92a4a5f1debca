import * as v from 'valibot';
import type { IsoDate } from '../letter/model';
import { INDEX_KEY, SENT_LIST_KEY } from './keys';
import {
  type Choices,
  choicesSchema,
  type Employer,
  firstChoices,
  type Meeting,
  type OwnLetter,
  type RecordKind,
  type RecordOf,
  type Reply,
  type SentLetter,
  type Signer,
} from './schema';

/** The two keys that list the records: the small index, and the sent letters, which the popup does not read. */
export interface Lists {
  index: DetailsIndex;
  sentList: SentEntry[];
}

export const LIST_KEYS = [INDEX_KEY, SENT_LIST_KEY];

/** `null` when either list must be built again from the records. */
export function parseLists(stored: Record<string, unknown>): Lists | null {
  const index = parseIndex(stored[INDEX_KEY]);
  // Not written before the first letter is sent.
  const sentList = v.safeParse(v.array(sentEntrySchema), stored[SENT_LIST_KEY] ?? []);
  if (!index || !sentList.success) return null;
  return index.sentCount === sentList.output.length ? { index, sentList: sentList.output } : null;
}

export type AnyRecord = { [K in RecordKind]: { kind: K; record: RecordOf[K] } }[RecordKind];

export function toAny<K extends RecordKind>(kind: K, records: readonly RecordOf[K][]): AnyRecord[] {
  return records.map((record) => ({ kind, record }) as AnyRecord);
}

/** Lists in the order the records come in; sent letters by the day they were sent. */
export function buildLists(records: readonly AnyRecord[], lastUsed: Choices): Lists {
  const index: DetailsIndex = { ...emptyIndex, signers: [], employers: [], letters: [], lastUsed };
  const sentList: SentEntry[] = [];
  for (const { kind, record } of records) {
    switch (kind) {
      case 'signer':
        index.signers.push(signerEntry(record));
        break;
      case 'employer':
        index.employers.push(employerEntry(record));
        break;
      case 'letter':
        index.letters.push(letterEntry(record));
        break;
      case 'sent':
        sentList.push(sentEntry(record));
    }
  }
  return summarise({ index, sentList: sentList.toSorted((a, b) => a.sentOn.localeCompare(b.sentOn)) });
}

/** Puts each record's entry in place of its former one, else at its `position`, else at the end. */
export function enterRecords(
  lists: Lists,
  records: readonly AnyRecord[],
  positions: readonly number[] = [],
): Lists {
  return summarise(records.reduce((before, one, at) => enter(before, one, positions[at]), lists));
}

function enter(lists: Lists, { kind, record }: AnyRecord, position?: number): Lists {
  const { index, sentList } = lists;
  switch (kind) {
    case 'signer':
      return { index: { ...index, signers: place(index.signers, signerEntry(record), position) }, sentList };
    case 'employer':
      return {
        index: { ...index, employers: place(index.employers, employerEntry(record), position) },
        sentList,
      };
    case 'letter':
      return { index: { ...index, letters: place(index.letters, letterEntry(record), position) }, sentList };
    case 'sent':
      return { index, sentList: place(sentList, sentEntry(record), position) };
  }
}

export function strikeRecords(lists: Lists, kind: RecordKind, ids: ReadonlySet<string>): Lists {
  const others = <T extends { id: string }>(entries: T[]) => entries.filter((entry) => !ids.has(entry.id));
  const { index } = lists;
  switch (kind) {
    case 'signer':
      return { ...lists, index: { ...strikeSigners(index, ids), signers: others(index.signers) } };
    case 'employer':
      return { ...lists, index: { ...index, employers: others(index.employers) } };
    case 'letter':
      return { ...lists, index: { ...index, letters: others(index.letters) } };
    case 'sent':
      return summarise({ ...lists, sentList: others(lists.sentList) });
  }
}

/**
 * While nobody has been chosen, the only signer and the only employer belong together. Once a signer is deleted that no
 * longer holds: the employer may have been theirs.
 */
function strikeSigners(index: DetailsIndex, ids: ReadonlySet<string>): DetailsIndex {
  const [gone] = index.signers.filter(({ id }) => ids.has(id));
  if (!gone || index.employers.length === 0 || index.lastUsed.signerId !== '') return index;
  return { ...index, lastUsed: { ...index.lastUsed, signerId: gone.id } };
}

export function positionOf(lists: Lists, kind: RecordKind, id: string): number {
  return entriesOf(lists, kind).findIndex((entry) => entry.id === id);
}

export function entriesOf(lists: Lists, kind: RecordKind): { id: string }[] {
  switch (kind) {
    case 'signer':
      return lists.index.signers;
    case 'employer':
      return lists.index.employers;
    case 'letter':
      return lists.index.letters;
    case 'sent':
      return lists.sentList;
  }
}

/** Only the keys that differ, so that typing a phone number writes neither list. */
export function changedLists(before: Lists | null, after: Lists): Record<string, unknown> {
  const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  return {
    ...(differ(before?.index, after.index) ? { [INDEX_KEY]: after.index } : {}),
    ...(differ(before?.sentList, after.sentList) ? { [SENT_LIST_KEY]: after.sentList } : {}),
  };
}

function summarise({ index, sentList }: Lists): Lists {
  return { index: { ...index, sentCount: sentList.length, waitingFor: earliestWaiting(sentList) }, sentList };
}

function place<T extends { id: string }>(entries: T[], entry: T, position = entries.length): T[] {
  const at = entries.findIndex((known) => known.id === entry.id);
  return at === -1 ? entries.toSpliced(position, 0, entry) : entries.with(at, entry);
}

const signerEntry = ({ id, fullName, school }: Signer) => ({ id, name: fullName, school });
const employerEntry = ({ id, organisation }: Employer) => ({ id, name: organisation });
const letterEntry = ({ id, title, replaces }: OwnLetter) => ({ id, title, replaces });

/**
 * The one small key the popup reads at opening: names for its lists, the last choices, how many letters were sent and
 * the earliest day still waited for. All but the last choices can be built again from the records.
 */
const indexSchema = v.object({
  v: v.literal(1),
  signers: v.array(v.object({ id: v.string(), name: v.string(), school: v.string() })),
  employers: v.array(v.object({ id: v.string(), name: v.string() })),
  letters: v.array(v.object({ id: v.string(), title: v.string(), replaces: v.string() })),
  sentCount: v.number(),
  /** Earliest reply or promise still waited for; empty when there is none. */
  waitingFor: v.string(),
  lastUsed: v.fallback(choicesSchema, firstChoices),
});
export type DetailsIndex = v.InferOutput<typeof indexSchema>;

export const emptyIndex: DetailsIndex = {
  v: 1,
  signers: [],
  employers: [],
  letters: [],
  sentCount: 0,
  waitingFor: '',
  lastUsed: firstChoices,
};

/** The stored index, or `null` when it is missing, damaged or of another version: then it is built again. */
export function parseIndex(stored: unknown): DetailsIndex | null {
  const result = v.safeParse(indexSchema, stored);
  return result.success ? result.output : null;
}

/** What can be kept of the last choices when the rest of the index cannot. */
export function salvageChoices(stored: unknown): DetailsIndex['lastUsed'] {
  const result = v.safeParse(v.object({ lastUsed: choicesSchema }), stored);
  return result.success ? result.output.lastUsed : firstChoices;
}

/** What lists of sent letters show and sort by, without reading a thousand letters. */
const sentEntrySchema = v.object({
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

function sentEntry(sent: SentLetter): SentEntry {
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
function earliestWaiting(list: SentEntry[]): IsoDate {
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
