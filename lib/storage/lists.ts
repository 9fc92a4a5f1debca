import * as v from 'valibot';
import type { IsoDate } from '../letter/model';
import { INDEX_KEY, recordKinds, SENT_LIST_KEY } from './area';
import { presentVersion, isObject } from './migrations';
import { type Choices, firstChoices, readChoices } from './choices';
import type { RecordKind, RecordOf, Reply, SentLetter } from './schema';

/** The two stored lists: the small index, which the popup reads, and the list of sent letters, which it does not. */
export interface Lists {
  index: DetailsIndex;
  sentList: SentEntry[];
}

export const LIST_KEYS = [INDEX_KEY, SENT_LIST_KEY];

/** `null` when either list must be rebuilt from the records. */
export function parseLists(stored: Record<string, unknown>): Lists | null {
  const index = parseIndex(stored[INDEX_KEY]);
  // The sent list is missing until the first letter is sent.
  const sentList = v.safeParse(v.array(sentEntrySchema), stored[SENT_LIST_KEY] ?? []);
  if (!index || !sentList.success) return null;
  return index.sentCount === sentList.output.length ? { index, sentList: sentList.output } : null;
}

export type AnyRecord = { [K in RecordKind]: { kind: K; record: RecordOf[K] } }[RecordKind];

export function toAny<K extends RecordKind>(kind: K, records: readonly RecordOf[K][]): AnyRecord[] {
  return records.map((record) => ({ kind, record }) as AnyRecord);
}

/** Lists the records in the given order, and the sent letters by the day they were sent. */
export function buildLists(records: readonly AnyRecord[], lastUsed: Choices): Lists {
  const empty: Lists = { index: { ...emptyIndex, lastUsed }, sentList: [] };
  const { index, sentList } = recordKinds.reduce((lists, kind) => {
    const entries = records.filter((each) => each.kind === kind).map(entryOf);
    return withEntries(lists, kind, entries);
  }, empty);
  return summarise({ index, sentList: sentList.toSorted((a, b) => a.sentOn.localeCompare(b.sentOn)) });
}

/** Replaces each record's entry, or adds it at its `position`, or at the end if none is given. */
export function upsertEntries(
  lists: Lists,
  records: readonly AnyRecord[],
  positions: readonly number[] = [],
): Lists {
  return summarise(records.reduce((before, each, at) => upsertEntry(before, each, positions[at]), lists));
}

function upsertEntry(lists: Lists, any: AnyRecord, position?: number): Lists {
  return withEntries(lists, any.kind, upsertById(entriesOf(lists, any.kind), entryOf(any), position));
}

export function removeEntries(lists: Lists, kind: RecordKind, ids: ReadonlySet<string>): Lists {
  const before = kind === 'signer' ? rememberDeletedSigner(lists, ids) : lists;
  const left = entriesOf(lists, kind).filter(({ id }) => !ids.has(id));
  return summarise(withEntries(before, kind, left));
}

/**
 * While no signer was ever chosen, the only signer is taken to write to the only employer. After a signer is deleted,
 * that employer may have been the deleted signer's, so the deleted id is stored as the last choice.
 */
function rememberDeletedSigner(lists: Lists, ids: ReadonlySet<string>): Lists {
  const { index } = lists;
  const deleted = index.signers.find(({ id }) => ids.has(id));
  if (!deleted || index.employers.length === 0 || index.lastUsed.signerId !== '') return lists;
  return { ...lists, index: { ...index, lastUsed: { ...index.lastUsed, signerId: deleted.id } } };
}

export function positionOf(lists: Lists, kind: RecordKind, id: string): number {
  return entriesOf(lists, kind).findIndex((entry) => entry.id === id);
}

/** The sent letters have a list of their own. */
const listNames = { signer: 'signers', employer: 'employers', letter: 'letters' } as const;

export function entriesOf(lists: Lists, kind: RecordKind): EntryOf[RecordKind][] {
  return kind === 'sent' ? lists.sentList : lists.index[listNames[kind]];
}

function withEntries({ index, sentList }: Lists, kind: RecordKind, entries: EntryOf[RecordKind][]): Lists {
  if (kind === 'sent') return { index, sentList: entries as SentEntry[] };
  return { index: { ...index, [listNames[kind]]: entries }, sentList };
}

/** Returns only the lists that differ, so that typing a phone number writes neither. */
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

function upsertById<T extends { id: string }>(entries: T[], entry: T, position = entries.length): T[] {
  const at = entries.findIndex((known) => known.id === entry.id);
  return at === -1 ? entries.toSpliced(position, 0, entry) : entries.with(at, entry);
}

/**
 * The one small key that the popup reads when it opens: names for its lists, the last choices, the number of sent
 * letters and the earliest open reply date. All but the last choices can be rebuilt from the records.
 */
const indexSchema = v.object({
  v: v.literal(presentVersion('index')),
  signers: v.array(v.object({ id: v.string(), name: v.string(), school: v.string() })),
  employers: v.array(v.object({ id: v.string(), name: v.string() })),
  letters: v.array(v.object({ id: v.string(), title: v.string(), replaces: v.string() })),
  sentCount: v.number(),
  /** Earliest day by which a reply is due; empty when none is. */
  waitingFor: v.string(),
  lastUsed: v.pipe(v.unknown(), v.transform(readChoices)),
});
export type DetailsIndex = v.InferOutput<typeof indexSchema>;

export const emptyIndex: DetailsIndex = {
  v: presentVersion('index'),
  signers: [],
  employers: [],
  letters: [],
  sentCount: 0,
  waitingFor: '',
  lastUsed: firstChoices,
};

/** The stored index, or `null` when it is missing, damaged or of another version and must be rebuilt. */
export function parseIndex(stored: unknown): DetailsIndex | null {
  const result = v.safeParse(indexSchema, stored);
  return result.success ? result.output : null;
}

/** The valid part of the last choices, also when the rest of the index is damaged. */
export function salvageChoices(stored: unknown): DetailsIndex['lastUsed'] {
  return readChoices(isObject(stored) ? stored['lastUsed'] : undefined);
}

/** The fields by which sent letters are listed and sorted, without reading every letter's text. */
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
  /** The latest day in the record: sent, a reply or a meeting. */
  lastOn: v.string(),
  /** The day by which a reply is due; empty when none is. */
  waitingFor: v.string(),
});
export type SentEntry = v.InferOutput<typeof sentEntrySchema>;

interface EntryOf {
  signer: DetailsIndex['signers'][number];
  employer: DetailsIndex['employers'][number];
  letter: DetailsIndex['letters'][number];
  sent: SentEntry;
}

const entryMakers: { [K in RecordKind]: (record: RecordOf[K]) => EntryOf[K] } = {
  signer: ({ id, fullName, school }) => ({ id, name: fullName, school }),
  employer: ({ id, organisation }) => ({ id, name: organisation }),
  letter: ({ id, title, replaces }) => ({ id, title, replaces }),
  // The schema takes the fields that are listed, and leaves the texts.
  sent: (sent) => v.parse(sentEntrySchema, { ...sent, lastOn: lastDay(sent), waitingFor: waitingDate(sent) }),
};

function entryOf({ kind, record }: AnyRecord): EntryOf[RecordKind] {
  return entryMakers[kind](record as never);
}

function lastDay({ sentOn, replies, meetings }: SentLetter): string {
  const days = [sentOn, ...[...replies, ...meetings].map(({ date }) => date)];
  return days.toSorted().at(-1) ?? '';
}

/** The built-in letter that a sent letter counts as: the user's own version is followed up like the built-in one. */
export function roleOf({ letterId, standsFor }: Pick<SentLetter, 'letterId' | 'standsFor'>): string {
  return standsFor || letterId;
}

/** The day promised in the employer's last reply, or the letter's own reply date while there is no reply. */
function waitingDate(sent: SentLetter): IsoDate {
  const last = lastReply(sent);
  return last ? last.promisedDate : sent.replyBy;
}

/** The latest reply by date; of two on one day, the one recorded later. */
export function lastReply({ replies }: SentLetter): Reply | undefined {
  return replies.toSorted((a, b) => a.date.localeCompare(b.date)).at(-1);
}

/** The earliest reply date. For each signer and employer, only the latest letter counts. */
function earliestWaiting(list: SentEntry[]): IsoDate {
  const latest = new Map<string, SentEntry>();
  for (const entry of list) {
    // This letter reports Ofsted's call and asks for no reply, so the earlier letter's reply date still counts.
    if (roleOf(entry) === 'inspection-notified' && entry.waitingFor === '') continue;
    const thread = `${entry.signerId} ${entry.employerId}`;
    const known = latest.get(thread);
    if (!known || known.sentOn <= entry.sentOn) latest.set(thread, entry);
  }
  const days = [...latest.values()].map((entry) => entry.waitingFor).filter((day) => day !== '');
  return days.toSorted()[0] ?? '';
}
