import type { StorageArea, WithLock } from '../../../lib/storage/area';
import type { AnyRecord } from '../../../lib/storage/lists';
import { Repository } from '../../../lib/storage/repository';

export type Stored = Record<string, unknown>;

/** `storage.local` in memory. Values are copied in and out, as in a browser. */
export class MemoryArea implements StorageArea {
  stored: Stored;
  /** The keys of each call of `get`. */
  readonly requestedKeys: (string | string[] | null)[] = [];

  constructor(stored: Stored = {}) {
    this.stored = structuredClone(stored);
  }

  async get(keys: string | string[] | null): Promise<Stored> {
    this.requestedKeys.push(keys);
    const wanted = keys === null ? Object.keys(this.stored) : [keys].flat();
    const present = wanted.filter((key) => Object.hasOwn(this.stored, key));
    return structuredClone(Object.fromEntries(present.map((key) => [key, this.stored[key]])));
  }

  async set(items: Stored): Promise<void> {
    this.stored = { ...this.stored, ...structuredClone(items) };
  }

  async remove(keys: string | string[]): Promise<void> {
    const removed = [keys].flat();
    this.stored = Object.fromEntries(Object.entries(this.stored).filter(([key]) => !removed.includes(key)));
  }
}

/** Replaces `navigator.locks`: runs the work of all callers one after another. */
export function createLock(): WithLock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Predictable ids: "id1", "id2", … */
export function countIds(prefix = 'id'): () => string {
  let count = 0;
  return () => `${prefix}${++count}`;
}

export function createFixture(stored: Stored = {}, idPrefix?: string) {
  const area = new MemoryArea(stored);
  const dependencies = { area, withLock: createLock(), newId: countIds(idPrefix) };
  return { area, dependencies, repository: new Repository(dependencies) };
}

/** The records of a file whose records are all new. */
export function asNew(records: readonly AnyRecord[]) {
  return records.map((after) => ({ before: null, after }));
}

/** Predictable ids in the shape of ours, as a file must have them. */
export function countOwnIds(): () => string {
  let count = 0;
  return () => `${String(++count).padStart(8, '0')}-1111-4222-8333-444455556666`;
}

export function unwrap<T>(result: { ok: true; value: T } | { ok: false; why: string }): T {
  if (!result.ok) throw new Error(`expected a value, got ${result.why}`);
  return result.value;
}
