import * as v from 'valibot';
import { LEAVING_KEY, parseRecordKey, recordKey, SETTINGS_KEY } from './keys';
import { openLists, removeLeaving } from './ledger';
import { buildLists, changedLists, enterRecords, type AnyRecord } from './lists';
import { recordSchemas, type Choices, type Settings } from './schema';
import type { StorageArea } from './storageArea';

/** Writing, by one call each: all of it is stored, or nothing. Whoever calls these functions holds the lock. */

/** Writes records, and the lists where their entries change. */
export async function putRecords(
  area: StorageArea,
  records: readonly AnyRecord[],
  positions: readonly number[] = [],
): Promise<{ ok: true }> {
  const before = await openLists(area);
  const after = enterRecords(before, records, positions);
  await area.set({ ...changedLists(before, after), ...recordItems(records) });
  return { ok: true };
}

/** Writes records in the place of all there are. The former ones are removed afterwards, now or at the next opening. */
export async function replaceRecords(
  area: StorageArea,
  records: readonly AnyRecord[],
  settings: Settings,
  choices: Choices,
): Promise<{ ok: true }> {
  const items = recordItems(records);
  const stored = Object.keys(await area.get(null));
  const leaving = stored.filter((key) => parseRecordKey(key) && !Object.hasOwn(items, key));
  const lists = changedLists(null, buildLists(records, choices));
  await area.set({ ...lists, [SETTINGS_KEY]: settings, [LEAVING_KEY]: leaving, ...items });
  await removeLeaving(area);
  return { ok: true };
}

/** Whatever would not be read back must not be written: that would be a mistake of ours, not of the storage. */
function recordItems(records: readonly AnyRecord[]): Record<string, unknown> {
  return Object.fromEntries(
    records.map(({ kind, record }) => [recordKey(kind, record.id), v.parse(recordSchemas[kind], record)]),
  );
}
