import * as v from 'valibot';
import type { Result } from '../failure/failure';
import {
  attempt,
  type StorageArea,
  INDEX_KEY,
  REPLACED_KEYS,
  QUARANTINED_LETTERS_KEY,
  REWRITE_COPY,
  parseRecordKey,
  recordKey,
  recordKinds,
  SENT_LIST_KEY,
  SETTINGS_KEY,
} from './area';
import {
  type AnyRecord,
  buildLists,
  changedLists,
  LIST_KEYS,
  type Lists,
  parseIndex,
  parseLists,
  salvageChoices,
  removeEntries,
} from './lists';
import { migrationSteps, presentVersion, isObject, migrate, withoutInvalid } from './migrations';
import {
  parseQuarantinedLetters,
  type Quarantined,
  quarantineItem,
  type QuarantineReason,
  toQuarantinedLetter,
} from './quarantine';
import { firstSettings, type Settings, settingsSchema } from './choices';
import { emptyFields, type RecordKind, type RecordOf, recordSchemas } from './schema';

/**
 * Reads records and lists, checks them and repairs them in storage. The caller must hold the lock. A repair that the
 * storage refuses is skipped and tried again at the next reading, because the values read are valid without it.
 */

/** The stored lists, or lists rebuilt from the records when they are missing or damaged. `found` if they were read already. */
export async function openLists(area: StorageArea, found?: Record<string, unknown>): Promise<Lists> {
  return parseLists(found ?? (await area.get(LIST_KEYS))) ?? (await repairAll(area));
}

/** Removes the records that a restore has replaced, including after an interrupted restore. */
export async function removeReplaced(area: StorageArea): Promise<void> {
  const replaced = (await area.get(REPLACED_KEYS))[REPLACED_KEYS];
  if (!Array.isArray(replaced)) return;
  const keys = replaced.filter((key) => typeof key === 'string' && parseRecordKey(key) !== null);
  await tryRepair(() => area.remove([...keys, REPLACED_KEYS]));
}

/** If the store was emptied but not written again, because the browser stopped meanwhile, writes it from the copy. */
export async function finishRewrite(area: StorageArea): Promise<void> {
  try {
    const folder = await navigator.storage.getDirectory();
    const copy = await (await folder.getFileHandle(REWRITE_COPY)).getFile();
    const items = JSON.parse(await copy.text()) as Record<string, unknown>;
    await area.set({ ...items, ...(await area.get(null)) });
    await folder.removeEntry(REWRITE_COPY);
  } catch {
    // Usually there is no copy.
  }
}

/** Reads everything: quarantines unreadable records, completes migrations and rebuilds the lists from the records. */
export async function repairAll(area: StorageArea): Promise<Lists> {
  await finishRewrite(area);
  await removeReplaced(area);
  const stored = await area.get(null);
  const known = parseLists(stored);
  const records: AnyRecord[] = [];
  for (const [at, [key, found]] of Object.entries(stored).entries()) {
    // The options page can be used meanwhile, so a thousand letters must not block it.
    if (at % 100 === 99) await new Promise((resume) => setTimeout(resume));
    const name = parseRecordKey(key);
    const record = name && (await readValid(area, name.kind, name.id, found));
    if (record) records.push({ kind: name.kind, record } as AnyRecord);
  }
  const lists = buildLists(records.toSorted(byStoredOrder(stored)), salvageChoices(stored[INDEX_KEY]));
  // Write no empty lists: after the user deleted everything, storage must stay empty.
  const isEmpty = records.length === 0 && !LIST_KEYS.some((key) => Object.hasOwn(stored, key));
  if (!isEmpty) await writeLists(area, known, lists);
  return lists;
}

/** The record, or `null` when it is missing or unreadable. Then its list entry is removed too. */
export async function openRecord<K extends RecordKind>(
  area: StorageArea,
  kind: K,
  id: string,
  found?: Record<string, unknown>,
): Promise<RecordOf[K] | null> {
  const key = recordKey(kind, id);
  const record = await readValid(area, kind, id, (found ?? (await area.get(key)))[key]);
  if (!record) {
    const lists = await openLists(area);
    await writeLists(area, lists, removeEntries(lists, kind, new Set([id])));
  }
  return record;
}

/** The records that exist and are valid, in the order of `ids`. `found` is given if their keys have been read already. */
export async function openRecords<K extends RecordKind>(
  area: StorageArea,
  kind: K,
  ids: string[],
  found?: Record<string, unknown>,
): Promise<RecordOf[K][]> {
  const stored = found ?? (await area.get(ids.map((id) => recordKey(kind, id))));
  const records: RecordOf[K][] = [];
  for (const id of ids) {
    const checked = checkRecord(kind, id, stored[recordKey(kind, id)]);
    const record = checked.ok && !checked.changed ? checked.record : await openRecord(area, kind, id);
    if (record) records.push(record);
  }
  return records;
}

async function readValid<K extends RecordKind>(
  area: StorageArea,
  kind: K,
  id: string,
  found: unknown,
): Promise<RecordOf[K] | null> {
  if (found === undefined) return null;
  const key = recordKey(kind, id);
  const checked = checkRecord(kind, id, found);
  if (!checked.ok) {
    await tryRepair(() => quarantine(area, key, found, checked.why));
    return null;
  }
  if (checked.changed) {
    const copy = checked.lost ? quarantineItem({ key, why: checked.lost, found }) : {};
    await tryRepair(() => area.set({ ...copy, [key]: checked.record }));
  }
  return checked.record;
}

/** The settings. If any stored field is unreadable, a copy of the stored value is quarantined. */
export async function openSettings(area: StorageArea, stored?: Record<string, unknown>): Promise<Settings> {
  const found = (stored ?? (await area.get(SETTINGS_KEY)))[SETTINGS_KEY];
  const { settings, unusable } = readSettings(found);
  if (unusable) {
    const item = quarantineItem({ key: SETTINGS_KEY, why: unusable, found });
    await tryRepair(() => area.set({ ...item, [SETTINGS_KEY]: settings }));
  }
  return settings;
}

/** Copies before deleting, so that an interruption can duplicate a record but not lose it. */
async function quarantine(
  area: StorageArea,
  key: string,
  found: unknown,
  why: QuarantineReason,
): Promise<void> {
  const quarantined = { key, why, found };
  await area.set({ ...quarantineItem(quarantined), ...(await quarantinedLettersItem(area, quarantined)) });
  await area.remove(key);
}

async function quarantinedLettersItem(
  area: StorageArea,
  quarantined: Quarantined,
): Promise<Record<string, unknown>> {
  const stored = await area.get([INDEX_KEY, QUARANTINED_LETTERS_KEY]);
  const letter = toQuarantinedLetter(quarantined, parseIndex(stored[INDEX_KEY])?.letters);
  if (!letter) return {};
  const others = parseQuarantinedLetters(stored[QUARANTINED_LETTERS_KEY]).filter(
    ({ id }) => id !== letter.id,
  );
  return { [QUARANTINED_LETTERS_KEY]: [...others, letter] };
}

export async function writeLists(area: StorageArea, before: Lists | null, after: Lists): Promise<void> {
  const items = changedLists(before, after);
  if (Object.keys(items).length > 0) await tryRepair(() => area.set(items));
}

async function tryRepair(work: () => Promise<void>): Promise<void> {
  await attempt(async () => {
    await work();
    return { ok: true };
  });
}

/** Sorts by the stored lists. Reads only their ids, so that lists of another release's version still give the order. */
function byStoredOrder(stored: Record<string, unknown>): (a: AnyRecord, b: AnyRecord) => number {
  const { signers, employers, letters } = (stored[INDEX_KEY] ?? {}) as Record<string, unknown>;
  const lists = { signer: signers, employer: employers, letter: letters, sent: stored[SENT_LIST_KEY] };
  const places = new Map(
    recordKinds.flatMap((kind) => idsIn(lists[kind]).map((id, at) => [recordKey(kind, id), at] as const)),
  );
  const place = ({ kind, record }: AnyRecord) => places.get(recordKey(kind, record.id)) ?? places.size;
  return (a, b) => place(a) - place(b);
}

function idsIn(list: unknown): string[] {
  return Array.isArray(list)
    ? list.map((entry: { id?: unknown } | null) => (typeof entry?.id === 'string' ? entry.id : ''))
    : [];
}

export type Checked<T> = Result<
  {
    record: T;
    /** The stored value differs: it is of a former version, or a part of it is wrong. */
    changed: boolean;
    /** Why a part of the stored value could not be read; `null` when all could. */
    lost: QuarantineReason | null;
  },
  { why: QuarantineReason }
>;

/** A record without these fields is quarantined: an own letter needs its text, and the id of the letter that it replaces. */
export const essentialFields: Partial<Record<RecordKind, readonly string[]>> = {
  letter: ['markdown', 'replaces'],
};

/**
 * Checks a value stored under a record's key, after upgrading it to the current version. A wrong field takes its
 * default. A record of a later version is read as far as it is known here, and keeps its version.
 */
export function checkRecord<K extends RecordKind>(
  kind: K,
  id: string,
  stored: unknown,
): Checked<RecordOf[K]> {
  const schema: v.GenericSchema<unknown, RecordOf[K]> = recordSchemas[kind];
  const current = migrate(stored, migrationSteps[kind]);
  const fields = current.ok ? current.record : stored;
  const why = current.ok ? (current.changed ? 'migration failed' : 'damaged') : current.why;
  const all = v.safeParse(schema, fields);
  // A record stored under another record's key would be shown, and saved, as that other record.
  if (all.success && all.output.id !== id) return { ok: false, why };
  if (all.success)
    return { ok: true, record: all.output, changed: current.ok && current.changed, lost: null };
  const isUnusable = all.issues.some(({ path }) => essentialFields[kind]?.includes(String(path?.[0]?.key)));
  const rest = isUnusable ? {} : withoutInvalid(fields, all.issues);
  if (!Object.keys(rest).some((name) => Object.hasOwn(emptyFields[kind], name))) return { ok: false, why };
  const valid = v.safeParse(schema, { v: presentVersion(kind), id, ...rest });
  if (!valid.success || valid.output.id !== id) return { ok: false, why };
  return { ok: true, record: valid.output, changed: true, lost: why };
}

export interface ReadSettings {
  settings: Settings;
  /** Why a stored field could not be read; `null` when all could. */
  unusable: QuarantineReason | null;
}

/** Upgrades settings to the current version and reads them field by field, so that one bad field loses only itself. */
export function readSettings(found: unknown): ReadSettings {
  if (found === undefined) return { settings: firstSettings, unusable: null };
  if (!isObject(found)) return { settings: firstSettings, unusable: 'damaged' };
  const current = migrate(found, migrationSteps.settings);
  const fields = current.ok ? current.record : found;
  const settings = v.parse(settingsSchema, fields);
  const isComplete = Object.entries(settings).every(([name, value]) => {
    const { [name]: before = value } = fields;
    return before === value;
  });
  const why = current.ok ? (current.changed ? 'migration failed' : 'damaged') : current.why;
  return { settings, unusable: isComplete ? null : why };
}
