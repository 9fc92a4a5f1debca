import { browser } from 'wxt/browser';
import type { Result } from '../failure/failure';
import type { RecordKind } from './schema';

/** The part of `storage.local` that we use, so that tests can pass a failing or slow one. */
export interface StorageArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  /** Writes all items or none: both browsers run one call as one transaction. */
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

/** Never `storage.sync`: the employer often administers a school's browser profile. */
export const localArea: StorageArea = {
  get: (keys) => browser.storage.local.get(keys),
  set: (items) => browser.storage.local.set(items),
  remove: (keys) => browser.storage.local.remove(keys),
};

/** `gone`: the record was deleted meanwhile, or was unreadable and quarantined. */
export type StorageProblem = 'full' | 'refused' | 'gone';
export type Done = Result<object, { why: StorageProblem }>;
export type Got<T> = Result<{ value: T }, { why: StorageProblem }>;
/** The storage itself failed, whatever was asked of it. */
export type StorageRefusal = Result<never, { why: 'full' | 'refused' }>;

class StorageFailure extends Error {
  constructor(readonly why: 'full' | 'refused') {
    super(`storage ${why}`);
  }
}

/** Chromium's errors name QUOTA_BYTES or kQuotaBytes, Firefox's QuotaExceededError; a full disk's mention space. */
const FULL_ERROR = /quota|no.?space|disk.*full/i;

function toStorageFailure(thrown: unknown): StorageFailure {
  const message = thrown instanceof Error ? `${thrown.name} ${thrown.message}` : String(thrown);
  return new StorageFailure(FULL_ERROR.test(message) ? 'full' : 'refused');
}

/** Wraps errors thrown by the browser's storage in `StorageFailure`, which tells them from bugs in our code. */
export async function guardCall<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    throw toStorageFailure(thrown);
  }
}

export function guardArea(area: StorageArea): StorageArea {
  return {
    get: (keys) => guardCall(() => area.get(keys)),
    set: (items) => guardCall(() => area.set(items)),
    remove: (keys) => guardCall(() => area.remove(keys)),
  };
}

/** Returns storage failures as a result; any other error is a bug and is thrown on. */
export async function attempt<T extends { ok: boolean }>(
  work: () => Promise<T>,
): Promise<T | StorageRefusal> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof StorageFailure) return { ok: false, why: thrown.why };
    throw thrown;
  }
}

/**
 * Popup, options pages and background can write at the same time. One lock covers all writes: a person types in one
 * place at a time, so more locks would gain nothing, and a single lock needs no locking order and cannot deadlock.
 */
export type WithLock = <T>(work: () => Promise<T>) => Promise<T>;

/** Shared by every page of the extension. The browser releases the lock when a page closes. */
export const withBrowserLock: WithLock = (work) => navigator.locks.request('dear-employer:details', work);

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
