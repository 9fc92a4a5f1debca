import { type Done, type Got, type StorageProblem, recordKey } from '../storage/area';
import { repository } from '../storage/repository';
import type { RecordKind, RecordOf } from '../storage/schema';
import { findRecord, hideRecord, type Saving, showRecord, useDetails } from './store';
import { detach } from '../failure/failure';

type AnySync = { [K in RecordKind]: RecordSync<RecordOf[K]> }[RecordKind];

const syncs = new Map<string, AnySync>();

/** Shows a change of a record at once and stores it. */
export function applyChange<K extends RecordKind>(kind: K, id: string, change: Change<RecordOf[K]>): void {
  const shown = findRecord(kind, id);
  if (shown) syncOf(kind, id).change(shown, change);
}

/** Shows the stored record with this page's unsaved changes on top. */
export function refreshRecord(kind: RecordKind, id: string): Promise<void> {
  return syncOf(kind, id).refresh();
}

/** Stores all unsaved changes and retries all failed actions. Resolves when every write has finished. */
export async function saveAll(): Promise<void> {
  await Promise.all([...syncs.values()].map((sync) => sync.write()));
  // A copy, because an action that fails again adds itself to the map while we go through it.
  const failed = Array.from(failures.values());
  for (const { retry } of failed) await retry();
}

/** Failed actions that are not edits of a record, such as adding one. By the action’s name: the message and the retry. */
const failures = new Map<string, { sentence: string; retry: () => Promise<unknown> }>();

export function forgetFailure(name: string): void {
  failures.delete(name);
}

/** Runs an action. If the storage fails, the page shows the reason and keeps the action for a retry under its name. */
export async function runWithRetry<T extends Done>(
  name: string,
  work: () => Promise<T>,
  sentences: Record<StorageProblem, string> = notSavedSentence,
  retry: () => Promise<unknown> = () => runWithRetry(name, work, sentences),
): Promise<T> {
  const hadFailed = failures.delete(name);
  const result = await work();
  if (!result.ok && result.why !== 'gone') failures.set(name, { sentence: sentences[result.why], retry });
  if (hadFailed || failures.has(name)) showProgress();
  return result;
}

/** Called before a record is deleted: stores its unsaved changes, so that an undo restores them, and ends its sync. */
export async function flushPending(kind: RecordKind, id: string): Promise<void> {
  await syncOf(kind, id).write();
  syncs.delete(recordKey(kind, id));
}

/** Called after everything was deleted, so that no earlier edit is stored again. */
export function discardPending(): void {
  syncs.clear();
  failures.clear();
}

function syncOf<K extends RecordKind>(kind: K, id: string): RecordSync<RecordOf[K]> {
  const key = recordKey(kind, id);
  const existing = syncs.get(key) as RecordSync<RecordOf[K]> | undefined;
  if (existing) return existing;
  const sync = new RecordSync<RecordOf[K]>({
    read: () => repository.readRecord(kind, id),
    store: (change) => repository.changeRecord(kind, id, change),
    show: (record) => showRecord(kind, record),
    hide: () => hideRecord(kind, id),
    onProgress: showProgress,
  });
  syncs.set(key, sync as unknown as AnySync);
  return sync;
}

/** Shows whether everything typed is saved. */
export function showProgress(): void {
  useDetails.setState({ saving: progress() });
}

function progress(): Saving {
  const states = [...syncs.values()].map((sync) => sync.state);
  if (states.includes('writing')) return 'saving';
  const problem = states.find((state) => state !== 'idle' && state !== 'writing');
  if (problem) return { failed: notSavedSentence[problem] };
  const last = [...failures.values()].at(-1);
  return last ? { failed: last.sentence } : 'saved';
}

/**
 * An edit made in this page and not yet stored. The page shows it on top of the stored record, so that neither the
 * change event of an older save nor another page's edit of another field overwrites typed text.
 */
interface Change<R> {
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
  /** Numbers of the last read requested and the last applied: reads can finish in another order than they began. */
  #lastRequested = 0;
  #lastApplied = 0;
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
    this.#lastApplied++;
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
    const applied = this.#lastApplied;
    const result = await this.#options.store((record) => applyAll(record, changes));
    this.#version++;
    if (!result.ok) {
      this.#problem = result.why;
      return;
    }
    this.#pending.removeStored(changes);
    if (applied === this.#lastApplied) this.#options.show(this.#pending.applyTo(result.value));
    // Another page’s change was read and shown during this write, and may be newer than what the write returned.
    else await this.refresh();
  }
}

/** Shown when an edit could not be saved. */
export const notSavedSentence = {
  full: 'This was not saved: the space your browser allows is used up. What you typed is still on this page. Delete letters you no longer need, then try again.',
  refused:
    'This was not saved: your browser refused to store it. What you typed is still on this page. Try again in a moment.',
  gone: 'This was not saved: it was deleted in another window. What you typed stays on this page until you close it.',
} satisfies Record<StorageProblem, string>;

/** Shown when something could not be deleted. */
export const notDeletedSentence = {
  full: 'This was not deleted: the space your browser allows is used up. It is still here.',
  refused: 'This was not deleted: your browser refused. It is still here. Try again in a moment.',
  gone: 'This is no longer here. It may have been deleted in another window.',
} satisfies Record<StorageProblem, string>;

/** Shown when a deletion could not be undone. */
export const notRestoredSentence = {
  full: 'This was not brought back: the space your browser allows is used up. Delete something you no longer need, then press Undo again.',
  refused: 'This was not brought back: your browser refused to store it. Press Undo again in a moment.',
  gone: 'This was not brought back: it is no longer here.',
} satisfies Record<StorageProblem, string>;

/** Shown when the saved details could not be read. */
export const notReadSentence = {
  full: 'Your saved details could not be opened: the space your browser allows is used up. Nothing was deleted.',
  refused:
    'Your saved details could not be opened: your browser refused to read them. Nothing was deleted. Close this page and open it again.',
  gone: 'This is no longer among your saved details. It may have been deleted in another window.',
} satisfies Record<StorageProblem, string>;
