import { type StorageArea, INDEX_KEY, recordKey, SETTINGS_KEY } from './area';
import { type DetailsIndex, parseIndex } from './lists';
import { openRecords, openSettings, repairAll } from './repair';
import type { Settings } from './choices';
import type { RecordKind, RecordOf } from './schema';

/** What the options page shows when it opens: everything but the sent letters. */
export interface PageDetails {
  index: DetailsIndex;
  settings: Settings;
  records: { [K in Exclude<RecordKind, 'sent'>]: RecordOf[K][] };
}

/**
 * Two reads: the index and settings, then the records that the index names. The list of sent letters is not read, because
 * with a thousand letters it takes longer than the rest. The whole store is read only if the index is missing or damaged. The
 * caller must hold the lock.
 */
export async function openPageDetails(area: StorageArea): Promise<PageDetails> {
  const first = await area.get([INDEX_KEY, SETTINGS_KEY]);
  const intact = parseIndex(first[INDEX_KEY]);
  const index = intact ?? (await repairAll(area)).index;
  const listed = { signer: index.signers, employer: index.employers, letter: index.letters };
  const kinds = ['signer', 'employer', 'letter'] as const;
  const idsOf = (kind: (typeof kinds)[number]) => listed[kind].map(({ id }) => id);
  const keys = kinds.flatMap((kind) => idsOf(kind).map((id) => recordKey(kind, id)));
  const found = keys.length > 0 ? await area.get(keys) : {};
  const open = <K extends (typeof kinds)[number]>(kind: K) => openRecords(area, kind, idsOf(kind), found);
  return {
    index,
    // A repair can have brought back settings that were missing before.
    settings: await openSettings(area, intact ? first : undefined),
    records: {
      signer: await open('signer'),
      employer: await open('employer'),
      letter: await open('letter'),
    },
  };
}
