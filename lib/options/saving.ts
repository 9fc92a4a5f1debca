import type { Got, StorageTrouble } from '../storage/area';
import { recordKey } from '../storage/keys';
import { repository } from '../storage/repository';
import type { RecordKind, RecordOf } from '../storage/schema';
import { notSavedSentence } from './storageSentences';
import { findRecord, hideRecord, type Saving, showRecord, useDetails } from './store';

type AnySync = { [K in RecordKind]: RecordSync<RecordOf[K]> }[RecordKind];

const syncs = new Map<string, AnySync>();

/** Shows a change of a record at once, and stores it. */
export function applyChange<K extends RecordKind>(kind: K, id: string, change: Change<RecordOf[K]>): void {
  const shown = findRecord(kind, id);
  if (shown) syncOf(kind, id).change(shown, change);
}

/** Shows a record as it is stored now, under what is being typed here. */
export function refreshRecord(kind: RecordKind, id: string): Promise<void> {
  return syncOf(kind, id).refresh();
}

/** Stores what is typed and not stored yet, again where that failed before. Resolves when nothing is under way. */
export async function saveAll(): Promise<void> {
  await Promise.all([...syncs.values()].map((sync) => sync.write()));
  // What fails again is entered again.
  const waiting = Array.from(failures.values());
  for (const { again } of waiting) await again();
}

/** What is no typing in a record, such as adding one, and failed: what was said, and how to try again. */
const failures = new Map<string, { sentence: string; again: () => Promise<unknown> }>();

export function forgetFailure(name: string): void {
  failures.delete(name);
}

/** Does such a thing. While the storage refuses, it is said and kept under its name to be tried again. */
export async function runWithRetry<T extends { ok: true } | { ok: false; why: StorageTrouble }>(
  name: string,
  work: () => Promise<T>,
  sentences: Record<StorageTrouble, string> = notSavedSentence,
  again: () => Promise<unknown> = () => runWithRetry(name, work, sentences),
): Promise<T> {
  const hadFailed = failures.delete(name);
  const result = await work();
  if (!result.ok && result.why !== 'gone') failures.set(name, { sentence: sentences[result.why], again });
  if (hadFailed || failures.has(name)) showProgress();
  return result;
}

/** For a record about to be deleted here: its last words are stored, and nothing later is. */
export async function flushPending(kind: RecordKind, id: string): Promise<void> {
  await syncOf(kind, id).write();
  syncs.delete(recordKey(kind, id));
}

/** After everything was deleted: nothing typed before is to come back. */
export function discardPending(): void {
  syncs.clear();
  failures.clear();
}

function syncOf<K extends RecordKind>(kind: K, id: string): RecordSync<RecordOf[K]> {
  const key = recordKey(kind, id);
  const known = syncs.get(key) as RecordSync<RecordOf[K]> | undefined;
  if (known) return known;
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

function showProgress(): void {
  useDetails.setState({ saving: progress() });
}

function progress(): Saving {
  const states = [...syncs.values()].map((sync) => sync.state);
  if (states.includes('writing')) return 'saving';
  const trouble = states.find((state) => state !== 'idle' && state !== 'writing');
  if (trouble) return { failed: notSavedSentence[trouble] };
  const last = [...failures.values()].at(-1);
  return last ? { failed: last.sentence } : 'saved';
}

/**
 * What was typed here and is not yet stored. Shown over whatever the storage says, so that neither the echo of an
 * older save nor another page's edit of another field takes typed text away.
 */
interface Change<R> {
  /** Which field (or item of a list) it is about: a later change of the same slot takes its place. */
  slot: string;
  apply: (record: R) => R;
}

class PendingChanges<R> {
  readonly #bySlot = new Map<string, Change<R>>();

  get isEmpty(): boolean {
    return this.#bySlot.size === 0;
  }

  add(change: Change<R>): void {
    // At the end, whatever stood before: an item is added before it is edited, and edited before it is removed.
    this.#bySlot.delete(change.slot);
    this.#bySlot.set(change.slot, change);
  }

  all(): Change<R>[] {
    return [...this.#bySlot.values()];
  }

  /** Forgets those that are stored now, but not one that was replaced while they were being stored. */
  settle(stored: Change<R>[]): void {
    for (const change of stored) {
      if (this.#bySlot.get(change.slot) === change) this.#bySlot.delete(change.slot);
    }
  }

  over(record: R): R {
    return applyAll(record, this.all());
  }
}

function applyAll<R>(record: R, changes: Change<R>[]): R {
  return changes.reduce((changed, { apply }) => apply(changed), record);
}

interface SyncOptions<R> {
  read(): Promise<Got<R>>;
  /** Changes the stored record, as it is at that moment. */
  store(change: (record: R) => R): Promise<Got<R>>;
  show(record: R): void;
  hide(): void;
  onProgress(): void;
}

/** One record's way from the page to the storage and back. */
export class RecordSync<R> {
  readonly #options: SyncOptions<R>;
  readonly #pending = new PendingChanges<R>();
  #writing: Promise<void> | null = null;
  /** Counts edits and finished writes, so that a reading begun before one of them is known to be stale. */
  #version = 0;
  /** Counts readings begun, and those shown: answers may come in another order than they were asked for. */
  #lastRequested = 0;
  #lastApplied = 0;
  #trouble: StorageTrouble | null = null;

  constructor(options: SyncOptions<R>) {
    this.#options = options;
  }

  get state(): 'idle' | 'writing' | StorageTrouble {
    return this.#writing ? 'writing' : (this.#trouble ?? 'idle');
  }

  /** Shows the change at once and stores it as soon as the former write of this record is done. */
  change(shown: R, change: Change<R>): void {
    this.#pending.add(change);
    this.#version++;
    this.#options.show(change.apply(shown));
    void this.write();
  }

  /** Stores what waits, again if it failed before. */
  write(): Promise<void> {
    if (this.#pending.isEmpty) return Promise.resolve();
    if (!this.#writing) {
      this.#writing = this.#drain();
      this.#options.onProgress();
    }
    return this.#writing;
  }

  /** Shows the record as it is stored now, under what is being typed here. */
  async refresh(): Promise<void> {
    const version = this.#version;
    const asked = ++this.#lastRequested;
    const read = await this.#options.read();
    if (asked !== this.#lastRequested) return;
    if (version !== this.#version) return this.refresh();
    this.#lastApplied++;
    if (read.ok) this.#options.show(this.#pending.over(read.value));
    else if (read.why === 'gone' && this.#pending.isEmpty) this.#options.hide();
  }

  async #drain(): Promise<void> {
    try {
      this.#trouble = null;
      do await this.#storeOnce();
      while (!this.#pending.isEmpty && this.#trouble === null);
    } finally {
      this.#writing = null;
      this.#options.onProgress();
    }
  }

  async #storeOnce(): Promise<void> {
    const changes = this.#pending.all();
    const shown = this.#lastApplied;
    const result = await this.#options.store((record) => applyAll(record, changes));
    this.#version++;
    if (!result.ok) {
      this.#trouble = result.why;
      return;
    }
    this.#pending.settle(changes);
    if (shown === this.#lastApplied) this.#options.show(this.#pending.over(result.value));
    // A reading was shown meanwhile, and may be newer than what was written.
    else await this.refresh();
  }
}
