import * as v from 'valibot';
import type { Result } from '../failure/failure';
import { type StorageArea, parseRecordKey, recordKey, REPLACED_KEYS, SETTINGS_KEY } from './area';
import { type AnyRecord, buildLists, changedLists, LIST_KEYS, type Lists, upsertEntries } from './lists';
import { checkRecord, openLists, removeReplaced } from './repair';
import type { Choices, Settings } from './choices';
import { type RecordKind, recordSchemas } from './schema';

/** Each function writes records and lists in one call: all is stored, or nothing. The caller must hold the lock. */

/** The keys of all that `putRecords` reads. */
export const keysToPut = (records: readonly { kind: RecordKind; id: string }[]) => [
  ...LIST_KEYS,
  ...records.map(({ kind, id }) => recordKey(kind, id)),
];

/**
 * Writes records, and the lists if their entries change. `positions` is given for records that are restored, and `found` if
 * what is stored was read already: each call to the storage is waited for with each word that is typed.
 */
export async function putRecords(
  area: StorageArea,
  records: readonly AnyRecord[],
  positions?: readonly number[],
  found?: Stored,
): Promise<Result<object, never>> {
  const keys = keysToPut(records.map(({ kind, record }) => ({ kind, id: record.id })));
  const stored = found ?? (await area.get(keys));
  const before = await openLists(area, stored);
  const listed = syncLastUsedEmployer(stored, upsertEntries(before, records, positions), records);
  const after = positions ? listed : untickChangedCopies(stored, listed, records);
  await area.set({ ...changedLists(before, after), ...recordItems(records) });
  return { ok: true };
}

type Stored = Record<string, unknown>;

/** A tick was given to an address. A copy whose address changes, or that was not there before, is unticked. */
function untickChangedCopies(stored: Stored, lists: Lists, records: readonly AnyRecord[]): Lists {
  const { lastUsed } = lists.index;
  const copies = { ...lastUsed.copies };
  for (const { kind, record } of records) {
    if (kind !== 'employer' || !Object.hasOwn(copies, record.id)) continue;
    const before = checkRecord(kind, record.id, stored[recordKey(kind, record.id)]);
    const former = new Map(before.ok ? before.record.copies.map(({ id, email }) => [id, email]) : []);
    const kept = record.copies.filter(({ id, email }) => former.get(id) === email).map(({ id }) => id);
    copies[record.id] = copies[record.id]?.filter((id) => kept.includes(id)) ?? [];
  }
  return { ...lists, index: { ...lists.index, lastUsed: { ...lastUsed, copies } } };
}

/** If the last used signer is saved with another employer, that employer becomes the last used one too. */
function syncLastUsedEmployer(stored: Stored, lists: Lists, records: readonly AnyRecord[]): Lists {
  const { index } = lists;
  const written = records.find(
    ({ kind, record }) => kind === 'signer' && record.id === index.lastUsed.signerId,
  );
  if (written?.kind !== 'signer') return lists;
  const { id, employerId } = written.record;
  const before = checkRecord('signer', id, stored[recordKey('signer', id)]);
  if (!before.ok || before.record.employerId === employerId) return lists;
  return { ...lists, index: { ...index, lastUsed: { ...index.lastUsed, employerId } } };
}

/** Replaces all records. The previous ones are removed afterwards; if that is interrupted, the next repair does it. */
export async function replaceRecords(
  area: StorageArea,
  records: readonly AnyRecord[],
  settings: Settings,
  choices: Choices,
): Promise<Result<object, never>> {
  const items = recordItems(records);
  const stored = Object.keys(await area.get(null));
  const replaced = stored.filter((key) => parseRecordKey(key) && !Object.hasOwn(items, key));
  const lists = changedLists(null, buildLists(records, choices));
  await area.set({ ...lists, [SETTINGS_KEY]: settings, [REPLACED_KEYS]: replaced, ...items });
  await removeReplaced(area);
  return { ok: true };
}

/** Throws for a record that does not match its schema: that is a bug, and it would be quarantined when read back. */
function recordItems(records: readonly AnyRecord[]): Record<string, unknown> {
  return Object.fromEntries(
    records.map(({ kind, record }) => [recordKey(kind, record.id), v.parse(recordSchemas[kind], record)]),
  );
}
