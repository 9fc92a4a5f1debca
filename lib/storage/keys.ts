import type { RecordKind } from './schema';

/** Names of the keys in `storage.local`. Installed copies use them: never change a value. */
export const INDEX_KEY = 'index';
export const SENT_LIST_KEY = 'sentList';
export const SETTINGS_KEY = 'settings';
/** Keys of records that a restore has replaced but not yet removed. */
export const REPLACED_KEYS = 'leaving';
export const QUARANTINE_PREFIX = 'setAside:';
/** Titles of the user's own letters in quarantine, in one small key so that the popup reads no letter texts. */
export const QUARANTINED_LETTERS_KEY = 'lettersAside';

/** Name of the private file that holds everything stored while the store is emptied and written again. */
export const REWRITE_COPY = 'everything.json';

export const recordKinds = ['signer', 'employer', 'letter', 'sent'] as const satisfies RecordKind[];

export interface RecordKey {
  kind: RecordKind;
  id: string;
}

export function recordKey(kind: RecordKind, id: string): string {
  return `${kind}:${id}`;
}

/** The record that a key belongs to; `null` for the keys of lists, settings and quarantined values. */
export function parseRecordKey(key: string): RecordKey | null {
  const kind = recordKinds.find((candidate) => key.startsWith(`${candidate}:`));
  const id = kind && key.slice(kind.length + 1);
  return id ? { kind, id } : null;
}
