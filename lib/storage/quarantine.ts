import * as v from 'valibot';
import {
  type Done,
  parseRecordKey,
  QUARANTINE_PREFIX,
  QUARANTINED_LETTERS_KEY,
  recordKey,
  type StorageArea,
} from './area';

/** Why a stored value could not be read, or not whole. */
export type QuarantineReason = 'damaged' | 'later version' | 'migration failed';

/** An unreadable stored value, kept unchanged so that the user can save it as a file. */
export interface Quarantined {
  key: string;
  why: QuarantineReason;
  found: unknown;
}

/** All quarantined values among the stored items. */
function pickQuarantined(stored: Record<string, unknown>): Quarantined[] {
  const keys = Object.keys(stored).filter((key) => key.startsWith(QUARANTINE_PREFIX));
  return keys.map((key) => stored[key] as Quarantined);
}

/** The item to store. Its key contains a hash: equal values are stored once, and different ones are not overwritten. */
export function quarantineItem(value: Quarantined): Record<string, Quarantined> {
  return { [`${QUARANTINE_PREFIX}${value.key}:${fingerprint(JSON.stringify(value.found) ?? '')}`]: value };
}

const quarantinedLettersSchema = v.array(
  v.object({ id: v.string(), title: v.string(), replaces: v.string() }),
);

/** One of the user's own letters that could not be read. The built-in letter must not silently replace it. */
export type QuarantinedLetter = v.InferOutput<typeof quarantinedLettersSchema>[number];

export function parseQuarantinedLetters(stored: unknown): QuarantinedLetter[] {
  const result = v.safeParse(quarantinedLettersSchema, stored);
  return result.success ? result.output : [];
}

export async function readQuarantine(area: StorageArea): Promise<Quarantined[]> {
  return pickQuarantined(await area.get(null));
}

export async function readLettersInQuarantine(area: StorageArea): Promise<QuarantinedLetter[]> {
  return parseQuarantinedLetters((await area.get(QUARANTINED_LETTERS_KEY))[QUARANTINED_LETTERS_KEY]);
}

/** Deletes these values, and those letters’ titles that then have no value left. The caller must hold the lock. */
export async function deleteFromQuarantine(
  area: StorageArea,
  seen: readonly Quarantined[],
): Promise<{ restore: () => Promise<Done> }> {
  const items = Object.assign({}, ...seen.map(quarantineItem)) as Record<string, Quarantined>;
  const letters = await readLettersInQuarantine(area);
  await area.remove(Object.keys(items));
  const remaining = (await readQuarantine(area)).map(({ key }) => key);
  const kept = letters.filter(({ id }) => remaining.includes(recordKey('letter', id)));
  const isShorter = kept.length < letters.length;
  if (isShorter) await area.set({ [QUARANTINED_LETTERS_KEY]: kept });
  const restore = async (): Promise<Done> => {
    await area.set({ ...items, ...(isShorter && { [QUARANTINED_LETTERS_KEY]: letters }) });
    return { ok: true };
  };
  return { restore };
}

/** `null` for other kinds. A damaged letter's own title may be unreadable, so the entry in `listed` (the index) wins. */
export function toQuarantinedLetter(
  { key, found }: Quarantined,
  listed: readonly QuarantinedLetter[] = [],
): QuarantinedLetter | null {
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
