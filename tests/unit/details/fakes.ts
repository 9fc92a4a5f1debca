import type { StorageArea, WithLock } from '../../../lib/storage/area';
import { Repository } from '../../../lib/storage/repository';

export type Stored = Record<string, unknown>;

/** `storage.local` in memory; what goes in and comes out is copied, as it is by a browser. */
export class MemoryArea implements StorageArea {
  stored: Stored;
  /** What each get asked for. */
  readonly asked: (string | string[] | null)[] = [];

  constructor(stored: Stored = {}) {
    this.stored = structuredClone(stored);
  }

  async get(keys: string | string[] | null): Promise<Stored> {
    this.asked.push(keys);
    const wanted = keys === null ? Object.keys(this.stored) : [keys].flat();
    const present = wanted.filter((key) => Object.hasOwn(this.stored, key));
    return structuredClone(Object.fromEntries(present.map((key) => [key, this.stored[key]])));
  }

  async set(items: Stored): Promise<void> {
    this.stored = { ...this.stored, ...structuredClone(items) };
  }

  async remove(keys: string | string[]): Promise<void> {
    const gone = [keys].flat();
    this.stored = Object.fromEntries(Object.entries(this.stored).filter(([key]) => !gone.includes(key)));
  }
}

/** Stands in for `navigator.locks`: one after the other, whoever asks. */
export function createLock(): WithLock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Ids that tests can name: "id1", "id2", … */
export function countIds(prefix = 'id'): () => string {
  let count = 0;
  return () => `${prefix}${++count}`;
}

export function createFixture(stored: Stored = {}, idPrefix?: string) {
  const area = new MemoryArea(stored);
  const dependencies = { area, withLock: createLock(), newId: countIds(idPrefix) };
  return { area, dependencies, repository: new Repository(dependencies) };
}

export function unwrap<T>(got: { ok: true; value: T } | { ok: false; why: string }): T {
  if (!got.ok) throw new Error(`expected a value, got ${got.why}`);
  return got.value;
}
