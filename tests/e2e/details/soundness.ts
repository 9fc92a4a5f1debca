import { checkRecord } from '../../../lib/storage/repair';
import { parseRecordKey, recordKinds } from '../../../lib/storage/area';
import { buildLists, entriesOf, parseLists, type AnyRecord } from '../../../lib/storage/lists';
import type { Stored } from './seeding';

/** The keys that contain a record, with their values. */
export function recordsOf(stored: Stored): Stored {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => parseRecordKey(key) !== null));
}

/** Describes every fault of the stored data. Empty when every record is valid and the lists match the records. */
export function findFaults(stored: Stored): string[] {
  const faults: string[] = [];
  const records: AnyRecord[] = [];
  for (const [key, found] of Object.entries(stored)) {
    const name = parseRecordKey(key);
    if (key.startsWith('setAside:')) faults.push(`${key} was quarantined`);
    if (!name) continue;
    const checked = checkRecord(name.kind, name.id, found);
    if (checked.ok) records.push({ kind: name.kind, record: checked.record } as AnyRecord);
    else faults.push(`${key} is ${checked.why}`);
  }
  const lists = parseLists(stored);
  if (!lists) return [...faults, 'the lists are invalid'];
  const wanted = buildLists(records, lists.index.lastUsed);
  for (const kind of recordKinds) {
    const order = (entries: { id: string }[]) => entries.toSorted((a, b) => a.id.localeCompare(b.id));
    const [listed, expected] = [order(entriesOf(lists, kind)), order(entriesOf(wanted, kind))];
    if (JSON.stringify(listed) !== JSON.stringify(expected))
      faults.push(`the list of ${kind} differs from the records`);
  }
  return faults;
}

/** The keys whose values differ between two states. */
export function differingKeys(one: Stored, other: Stored): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter(
    (key) => JSON.stringify(sortedFields(one[key])) !== JSON.stringify(sortedFields(other[key])),
  );
}

/** The browser’s storage returns the fields of an object in alphabetical order. */
function sortedFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedFields);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortedFields(inner)]));
}
