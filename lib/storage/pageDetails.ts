import type { StorageArea } from './area';
import { recordKey, REPLACED_KEYS, SETTINGS_KEY } from './keys';
import { type DetailsIndex, entriesOf, LIST_KEYS, parseLists, type SentEntry } from './lists';
import { openRecords, openSettings, repairAll } from './repair';
import type { Settings } from './choices';
import type { RecordKind, RecordOf } from './schema';

/** What the options page shows when it opens: everything but the texts of sent letters. */
export interface PageDetails {
  index: DetailsIndex;
  sentList: SentEntry[];
  settings: Settings;
  records: { [K in Exclude<RecordKind, 'sent'>]: RecordOf[K][] };
}

/**
 * Two reads: the lists and settings, then the records that the lists name. The whole store is read only if it must be
 * repaired first, because the lists are missing or damaged or a restore was interrupted. The caller must hold the lock.
 */
export async function openPageDetails(area: StorageArea): Promise<PageDetails> {
  const first = await area.get([...LIST_KEYS, SETTINGS_KEY, REPLACED_KEYS]);
  const intact = Object.hasOwn(first, REPLACED_KEYS) ? null : parseLists(first);
  const lists = intact ?? (await repairAll(area));
  const kinds = ['signer', 'employer', 'letter'] as const;
  const keys = kinds.flatMap((kind) => entriesOf(lists, kind).map(({ id }) => recordKey(kind, id)));
  const found = keys.length > 0 ? await area.get(keys) : {};
  const open = <K extends RecordKind>(kind: K) => {
    const ids = entriesOf(lists, kind).map(({ id }) => id);
    return openRecords(area, kind, ids, found);
  };
  return {
    ...lists,
    // A repair can have brought back settings that were missing before.
    settings: await openSettings(area, intact ? first : undefined),
    records: {
      signer: await open('signer'),
      employer: await open('employer'),
      letter: await open('letter'),
    },
  };
}
