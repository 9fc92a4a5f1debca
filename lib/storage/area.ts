import { browser } from 'wxt/browser';

/** The part of `storage.local` we use; tests put failing and slow ones in its place. */
export interface StorageArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  /** All of the items or none: both browsers write one call in one transaction. */
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

/** Never `storage.sync`: a school's browser profile is often administered by the employer. */
export const localArea: StorageArea = {
  get: (keys) => browser.storage.local.get(keys),
  set: (items) => browser.storage.local.set(items),
  remove: (keys) => browser.storage.local.remove(keys),
};

/** `gone`: deleted meanwhile, or unreadable and set aside. */
export type StorageTrouble = 'full' | 'refused' | 'gone';
export type Done = { ok: true } | { ok: false; why: StorageTrouble };
export type Got<T> = { ok: true; value: T } | { ok: false; why: StorageTrouble };

class StorageFailure extends Error {
  constructor(readonly why: 'full' | 'refused') {
    super(`storage ${why}`);
  }
}

/** Chromium speaks of QUOTA_BYTES or kQuotaBytes, Firefox of QuotaExceededError, a full disk of space. */
const SAYS_FULL = /quota|no.?space|disk.*full/i;

function failureOf(thrown: unknown): StorageFailure {
  const said = thrown instanceof Error ? `${thrown.name} ${thrown.message}` : String(thrown);
  return new StorageFailure(SAYS_FULL.test(said) ? 'full' : 'refused');
}

/** Marks what a call to the browser's storage throws, so that it can be told from our own mistakes. */
export async function guardCall<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    throw failureOf(thrown);
  }
}

export function guardArea(area: StorageArea): StorageArea {
  return {
    get: (keys) => guardCall(() => area.get(keys)),
    set: (items) => guardCall(() => area.set(items)),
    remove: (keys) => guardCall(() => area.remove(keys)),
  };
}

/** Turns a refusing storage into a result; anything else thrown is a bug and stays an exception. */
export async function attempt<T extends { ok: boolean }>(
  work: () => Promise<T>,
): Promise<T | { ok: false; why: 'full' | 'refused' }> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof StorageFailure) return { ok: false, why: thrown.why };
    throw thrown;
  }
}

/**
 * Popup, options pages and background write at the same time. One lock for all writes: a person types in one place at
 * a time, so nothing is gained by more, and with one there is no order to keep and no deadlock.
 */
export type WithLock = <T>(work: () => Promise<T>) => Promise<T>;

/** Shared by every page of the extension, and let go by the browser when a page dies. */
export const withBrowserLock: WithLock = (work) => navigator.locks.request('dear-employer:details', work);
