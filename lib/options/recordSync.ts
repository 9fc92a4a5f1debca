import { detach } from '../failure/failure';
import type { Got, StorageProblem } from '../storage/area';
import type { RecordKind, RecordOf } from '../storage/schema';

/**
 * An edit made in this page and not yet stored. The page shows it on top of the stored record, so that neither the
 * change event of an older save nor another page's edit of another field overwrites typed text.
 */
export interface Change<R> {
  /** The field, or list item, that is changed: a later change of the same slot replaces this one. */
  slot: string;
  apply: (record: R) => R;
}

class PendingChanges<R> {
  readonly #bySlot = new Map<string, Change<R>>();

  get isEmpty(): boolean {
    return this.#bySlot.size === 0;
  }

  add(change: Change<R>): void {
    // Moves to the end, so that changes apply in order: an item is added, then edited, then removed.
    this.#bySlot.delete(change.slot);
    this.#bySlot.set(change.slot, change);
  }

  all(): Change<R>[] {
    return [...this.#bySlot.values()];
  }

  /** Removes stored changes, except those that a newer change replaced during the write. */
  removeStored(stored: Change<R>[]): void {
    for (const change of stored) {
      if (this.#bySlot.get(change.slot) === change) this.#bySlot.delete(change.slot);
    }
  }

  applyTo(record: R): R {
    return applyAll(record, this.all());
  }
}

function applyAll<R>(record: R, changes: Change<R>[]): R {
  return changes.reduce((changed, { apply }) => apply(changed), record);
}

interface SyncOptions<R> {
  read(): Promise<Got<R>>;
  /** Applies `change` to the record as stored at that moment. */
  store(change: (record: R) => R): Promise<Got<R>>;
  show(record: R): void;
  hide(): void;
  onProgress(): void;
}

/** Keeps one record the same in the page and in storage. */
export class RecordSync<R> {
  readonly #options: SyncOptions<R>;
  readonly #pending = new PendingChanges<R>();
  #writing: Promise<void> | null = null;
  /** Counts edits and finished writes: a read that began before the latest of them is stale. */
  #version = 0;
  /** The number of the last read requested: reads can finish in another order than they began, and only the latest is shown. */
  #lastRequested = 0;
  /** How many reads were shown: if another was during a write, it may be newer than what the write returned. */
  #readsShown = 0;
  #problem: StorageProblem | null = null;

  constructor(options: SyncOptions<R>) {
    this.#options = options;
  }

  get state(): 'idle' | 'writing' | StorageProblem {
    return this.#writing ? 'writing' : (this.#problem ?? 'idle');
  }

  /** Shows the change at once and stores it when the previous write of this record has finished. */
  change(shown: R, change: Change<R>): void {
    this.#pending.add(change);
    this.#version++;
    this.#options.show(change.apply(shown));
    detach(this.write());
  }

  /** Stores the pending changes, including those whose last write failed. */
  write(): Promise<void> {
    if (this.#pending.isEmpty) return Promise.resolve();
    if (!this.#writing) {
      this.#writing = this.#drain();
      this.#options.onProgress();
    }
    return this.#writing;
  }

  /** Reads the stored record and shows it with the pending changes on top. */
  async refresh(): Promise<void> {
    const version = this.#version;
    const request = ++this.#lastRequested;
    const read = await this.#options.read();
    if (request !== this.#lastRequested) return;
    if (version !== this.#version) return this.refresh();
    this.#readsShown++;
    if (read.ok) this.#options.show(this.#pending.applyTo(read.value));
    else if (read.why === 'gone' && this.#pending.isEmpty) this.#options.hide();
  }

  async #drain(): Promise<void> {
    try {
      this.#problem = null;
      do await this.#storeOnce();
      while (!this.#pending.isEmpty && this.#problem === null);
    } finally {
      this.#writing = null;
      this.#options.onProgress();
    }
  }

  async #storeOnce(): Promise<void> {
    const changes = this.#pending.all();
    const shown = this.#readsShown;
    const result = await this.#options.store((record) => applyAll(record, changes));
    this.#version++;
    if (!result.ok) {
      this.#problem = result.why;
      return;
    }
    this.#pending.removeStored(changes);
    if (shown === this.#readsShown) this.#options.show(this.#pending.applyTo(result.value));
    // Another page’s change was read and shown during this write, and may be newer than what the write returned.
    else await this.refresh();
  }
}

export type AnyRecordSync = { [K in RecordKind]: RecordSync<RecordOf[K]> }[RecordKind];
