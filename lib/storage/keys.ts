import type { RecordKind } from './schema';

/** Names of the keys in `storage.local`. */
export const INDEX_KEY = 'index';
export const SENT_LIST_KEY = 'sentList';
export const SETTINGS_KEY = 'settings';
/** Keys of records that a restore has replaced and whose removal is not finished. */
export const LEAVING_KEY = 'leaving';
export const SET_ASIDE_PREFIX = 'setAside:';
/** Names of the user's own letters among what was set aside: the popup reads this one small key. */
export const LETTERS_ASIDE_KEY = 'lettersAside';

export const recordKinds = ['signer', 'employer', 'letter', 'sent'] as const satisfies RecordKind[];

export interface RecordKey {
  kind: RecordKind;
  id: string;
}

export function recordKey(kind: RecordKind, id: string): string {
  return `${kind}:${id}`;
}

/** Which record a key holds; `null` for keys that hold none. */
export function parseRecordKey(key: string): RecordKey | null {
  const kind = recordKinds.find((candidate) => key.startsWith(`${candidate}:`));
  const id = kind && key.slice(kind.length + 1);
  return id ? { kind, id } : null;
}
