import * as v from 'valibot';
import { emptyIndex, parseIndex, type DetailsIndex } from './detailsIndex';
import { INDEX_KEY, SENT_LIST_KEY } from './keys';
import type { Choices, Employer, OwnLetter, RecordKind, RecordOf, Signer } from './schema';
import { earliestWaiting, sentEntry, sentEntrySchema, type SentEntry } from './sentList';

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
      return { ...lists, index: { ...index, signers: others(index.signers) } };
    case 'employer':
      return { ...lists, index: { ...index, employers: others(index.employers) } };
    case 'letter':
      return { ...lists, index: { ...index, letters: others(index.letters) } };
    case 'sent':
      return summarise({ ...lists, sentList: others(lists.sentList) });
  }
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
