import * as v from 'valibot';
import { attempt, type StorageArea } from './area';
import {
  INDEX_KEY,
  LEAVING_KEY,
  LETTERS_ASIDE_KEY,
  parseRecordKey,
  recordKey,
  recordKinds,
  SENT_LIST_KEY,
  SET_ASIDE_PREFIX,
  SETTINGS_KEY,
} from './keys';
import {
  type AnyRecord,
  buildLists,
  changedLists,
  LIST_KEYS,
  type Lists,
  parseIndex,
  parseLists,
  salvageChoices,
  strikeRecords,
} from './lists';
import { migrate } from './migrate';
import { migrationSteps } from './migrations';
import {
  firstSettings,
  type RecordKind,
  type RecordOf,
  recordSchemas,
  type Settings,
  settingsSchema,
} from './schema';

/**
 * The records and their lists as stored, read with distrust and mended on the way. Whoever calls these functions holds
 * the lock. Mending that the storage refuses is left for the next time: what was read is still good.
 */

/** The lists as stored, or built again from the records when they are missing or damaged. */
export async function openLists(area: StorageArea): Promise<Lists> {
  return parseLists(await area.get(LIST_KEYS)) ?? (await mendAll(area));
}

/** Finishes a restore that replaced everything, as far as the storage lets us. */
export async function removeLeaving(area: StorageArea): Promise<void> {
  const leaving = (await area.get(LEAVING_KEY))[LEAVING_KEY];
  if (!Array.isArray(leaving)) return;
  const keys = leaving.filter((key) => typeof key === 'string' && parseRecordKey(key) !== null);
  await mending(() => area.remove([...keys, LEAVING_KEY]));
}

/** Reads everything: sets aside what cannot be used, finishes migrations, lists exactly the records there are. */
export async function mendAll(area: StorageArea): Promise<Lists> {
  await removeLeaving(area);
  const stored = await area.get(null);
  const known = parseLists(stored);
  const records: AnyRecord[] = [];
  for (const [key, found] of Object.entries(stored)) {
    const name = parseRecordKey(key);
    const record = name && (await usable(area, name.kind, name.id, found));
    if (record) records.push({ kind: name.kind, record } as AnyRecord);
  }
  const lists = buildLists(records.toSorted(byPlaceIn(stored)), salvageChoices(stored[INDEX_KEY]));
  // An empty storage stays empty: after everything was deleted, looking leaves nothing behind.
  const isEmpty = records.length === 0 && !LIST_KEYS.some((key) => Object.hasOwn(stored, key));
  if (!isEmpty) await writeLists(area, known, lists);
  return lists;
}

/** The record, or `null` when it is not there or could not be used; then it is no longer listed either. */
export async function openRecord<K extends RecordKind>(
  area: StorageArea,
  kind: K,
  id: string,
): Promise<RecordOf[K] | null> {
  const key = recordKey(kind, id);
  const record = await usable(area, kind, id, (await area.get(key))[key]);
  if (!record) {
    const lists = await openLists(area);
    await writeLists(area, lists, strikeRecords(lists, kind, new Set([id])));
  }
  return record;
}

/** Those of the records that are there and sound, in the order asked for. */
export async function openRecords<K extends RecordKind>(
  area: StorageArea,
  kind: K,
  ids: string[],
): Promise<RecordOf[K][]> {
  const stored = await area.get(ids.map((id) => recordKey(kind, id)));
  const records: RecordOf[K][] = [];
  for (const id of ids) {
    const checked = checkRecord(kind, id, stored[recordKey(kind, id)]);
    const record = checked.ok && !checked.migrated ? checked.record : await openRecord(area, kind, id);
    if (record) records.push(record);
  }
  return records;
}

async function usable<K extends RecordKind>(
  area: StorageArea,
  kind: K,
  id: string,
  found: unknown,
): Promise<RecordOf[K] | null> {
  if (found === undefined) return null;
  const key = recordKey(kind, id);
  const checked = checkRecord(kind, id, found);
  if (!checked.ok) {
    await mending(() => moveAside(area, key, found, checked.why));
    return null;
  }
  if (checked.migrated) await mending(() => area.set({ [key]: checked.record }));
  return checked.record;
}

/** The settings; where not all that was found could be used, it is kept aside as it was. */
export async function openSettings(area: StorageArea): Promise<Settings> {
  const found = (await area.get(SETTINGS_KEY))[SETTINGS_KEY];
  const { settings, unusable } = readSettings(found);
  if (unusable) {
    const aside = setAsideItem({ key: SETTINGS_KEY, why: unusable, found });
    await mending(() => area.set({ ...aside, [SETTINGS_KEY]: settings }));
  }
  return settings;
}

/** Kept first, removed afterwards: killed between the two, it is there twice and never not at all. */
async function moveAside(area: StorageArea, key: string, found: unknown, why: Unusable): Promise<void> {
  const aside = { key, why, found };
  await area.set({ ...setAsideItem(aside), ...(await lettersAsideItem(area, aside)) });
  await area.remove(key);
}

async function lettersAsideItem(area: StorageArea, aside: SetAside): Promise<Record<string, unknown>> {
  const stored = await area.get([INDEX_KEY, LETTERS_ASIDE_KEY]);
  const letter = letterAside(aside, parseIndex(stored[INDEX_KEY])?.letters);
  if (!letter) return {};
  const others = parseLettersAside(stored[LETTERS_ASIDE_KEY]).filter(({ id }) => id !== letter.id);
  return { [LETTERS_ASIDE_KEY]: [...others, letter] };
}

export async function writeLists(area: StorageArea, before: Lists | null, after: Lists): Promise<void> {
  const items = changedLists(before, after);
  if (Object.keys(items).length > 0) await mending(() => area.set(items));
}

async function mending(work: () => Promise<void>): Promise<void> {
  await attempt(async () => {
    await work();
    return { ok: true };
  });
}

/** The order of the lists as stored, whatever shape the release that wrote them gave to the rest. */
function byPlaceIn(stored: Record<string, unknown>): (a: AnyRecord, b: AnyRecord) => number {
  const { signers, employers, letters } = (stored[INDEX_KEY] ?? {}) as Record<string, unknown>;
  const lists = { signer: signers, employer: employers, letter: letters, sent: stored[SENT_LIST_KEY] };
  const places = new Map(
    recordKinds.flatMap((kind) => idsIn(lists[kind]).map((id, at) => [recordKey(kind, id), at] as const)),
  );
  const place = ({ kind, record }: AnyRecord) => places.get(recordKey(kind, record.id)) ?? places.size;
  return (a, b) => place(a) - place(b);
}

function idsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.map((entry: { id?: unknown } | null) => String(entry?.id)) : [];
}

type Unusable = 'damaged' | 'later version' | 'migration failed';
export type Checked<T> = { ok: true; record: T; migrated: boolean } | { ok: false; why: Unusable };

/** Whether what is stored under a record's key is that record, brought up to the present version. */
export function checkRecord<K extends RecordKind>(
  kind: K,
  id: string,
  stored: unknown,
): Checked<RecordOf[K]> {
  const schema: v.GenericSchema<unknown, RecordOf[K]> = recordSchemas[kind];
  const checked = check(schema, migrationSteps[kind], stored);
  // A record under another's key would be shown, and saved, as the other.
  return checked.ok && checked.record.id !== id ? { ok: false, why: 'damaged' } : checked;
}

export interface ReadSettings {
  settings: Settings;
  /** Why not all of what was found could be used; `null` where it could. */
  unusable: Unusable | null;
}

/** Settings brought up to the present version and read field by field: whatever is wrong costs only itself. */
export function readSettings(found: unknown): ReadSettings {
  if (found === undefined) return { settings: firstSettings, unusable: null };
  const current = migrate(found, migrationSteps.settings);
  const fields = current.ok ? current.record : found;
  const read = v.safeParse(settingsSchema, fields);
  const settings = read.success ? read.output : firstSettings;
  if (!current.ok) return { settings, unusable: current.why };
  const isWhole = Object.entries(settings).every(([name, value]) => {
    const { [name]: before = value } = fields as Record<string, unknown>;
    return before === value;
  });
  return { settings, unusable: isWhole ? null : current.changed ? 'migration failed' : 'damaged' };
}

function check<T>(
  schema: v.GenericSchema<unknown, T>,
  steps: Parameters<typeof migrate>[1],
  stored: unknown,
): Checked<T> {
  const current = migrate(stored, steps);
  if (!current.ok) return current;
  const result = v.safeParse(schema, current.record);
  if (result.success) return { ok: true, record: result.output, migrated: current.changed };
  return { ok: false, why: current.changed ? 'migration failed' : 'damaged' };
}

/** What was found under a key and could not be used: kept as it was, and offered as a file. */
export interface SetAside {
  key: string;
  why: Unusable;
  found: unknown;
}

/** Everything kept aside, out of all that is stored. */
export function pickSetAside(stored: Record<string, unknown>): SetAside[] {
  const keys = Object.keys(stored).filter((key) => key.startsWith(SET_ASIDE_PREFIX));
  return keys.map((key) => stored[key] as SetAside);
}

/** The item that keeps it. The same thing found twice is kept once; a different one never replaces it. */
export function setAsideItem(aside: SetAside): Record<string, SetAside> {
  return { [`${SET_ASIDE_PREFIX}${aside.key}:${fingerprint(JSON.stringify(aside.found) ?? '')}`]: aside };
}

const lettersAsideSchema = v.array(v.object({ id: v.string(), title: v.string(), replaces: v.string() }));

/** One of the user's own letters that could not be read. Ours must not silently take its place. */
export type LetterAside = v.InferOutput<typeof lettersAsideSchema>[number];

export function parseLettersAside(stored: unknown): LetterAside[] {
  const result = v.safeParse(lettersAsideSchema, stored);
  return result.success ? result.output : [];
}

/** `null` for what is no letter. `listed` holds the letters as last listed: a damaged one may not tell its own title. */
function letterAside({ key, found }: SetAside, listed: readonly LetterAside[] = []): LetterAside | null {
  const name = parseRecordKey(key);
  if (name?.kind !== 'letter') return null;
  const known = listed.find(({ id }) => id === name.id);
  const own = v.safeParse(v.object({ title: v.string(), replaces: v.string() }), found);
  return known ?? { title: '', replaces: '', ...(own.success ? own.output : {}), id: name.id };
}

/** FNV-1a with the length: enough to tell two damaged versions of one record apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length.toString(36)}${(hash >>> 0).toString(36)}`;
}
