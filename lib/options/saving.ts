import { type Done, type StorageProblem, recordKey } from '../storage/area';
import { repository } from '../storage/repository';
import type { RecordKind, RecordOf } from '../storage/schema';
import { type AnyRecordSync, type Change, RecordSync } from './recordSync';
import { type DetailsStore, findRecord, hideRecord, type Saving, showRecord } from './store';

/** Shows a change of a record at once and stores it. */
export function applyChange<K extends RecordKind>(
  details: DetailsStore,
  kind: K,
  id: string,
  change: Change<RecordOf[K]>,
): void {
  const shown = findRecord(details, kind, id);
  if (shown) syncOf(details, kind, id).change(shown, change);
}

/** Shows the stored record with this page's unsaved changes on top. */
export function refreshRecord(details: DetailsStore, kind: RecordKind, id: string): Promise<void> {
  return syncOf(details, kind, id).refresh();
}

/** Stores all unsaved changes and retries all failed actions. Resolves when every write has finished. */
export async function saveAll(details: DetailsStore): Promise<void> {
  await Promise.all([...details.syncs.values()].map((sync) => sync.write()));
  // A copy, because an action that fails again adds itself to the map while we go through it.
  const failed = Array.from(details.failures.values());
  for (const { retry } of failed) await retry();
}

export function forgetFailure(details: DetailsStore, name: string): void {
  details.failures.delete(name);
}

/** Runs an action. If the storage fails, the page shows the reason and keeps the action for a retry under its name. */
export async function runWithRetry<T extends Done>(
  details: DetailsStore,
  name: string,
  work: () => Promise<T>,
  sentences: Record<StorageProblem, string> = notSavedSentence,
  retry: () => Promise<unknown> = () => runWithRetry(details, name, work, sentences),
): Promise<T> {
  const hadFailed = details.failures.delete(name);
  const result = await work();
  if (!result.ok && result.why !== 'gone')
    details.failures.set(name, { sentence: sentences[result.why], retry });
  if (hadFailed || details.failures.has(name)) showProgress(details);
  return result;
}

/** Called before a record is deleted: stores its unsaved changes, so that an undo restores them, and ends its sync. */
export async function flushPending(details: DetailsStore, kind: RecordKind, id: string): Promise<void> {
  await syncOf(details, kind, id).write();
  details.syncs.delete(recordKey(kind, id));
}

/** Called after everything was deleted, so that no earlier edit is stored again. */
export function discardPending(details: DetailsStore): void {
  details.syncs.clear();
  details.failures.clear();
}

function syncOf<K extends RecordKind>(details: DetailsStore, kind: K, id: string): RecordSync<RecordOf[K]> {
  const key = recordKey(kind, id);
  const existing = details.syncs.get(key) as RecordSync<RecordOf[K]> | undefined;
  if (existing) return existing;
  const sync = new RecordSync<RecordOf[K]>({
    read: () => repository.readRecord(kind, id),
    store: (change) => repository.changeRecord(kind, id, change),
    show: (record) => showRecord(details, kind, record),
    hide: () => hideRecord(details, kind, id),
    onProgress: () => showProgress(details),
  });
  details.syncs.set(key, sync as unknown as AnyRecordSync);
  return sync;
}

/** Shows whether everything typed is saved. */
export function showProgress(details: DetailsStore): void {
  details.setState({ saving: progress(details) });
}

function progress(details: DetailsStore): Saving {
  const states = [...details.syncs.values()].map((sync) => sync.state);
  if (states.includes('writing')) return 'saving';
  const problem = states.find((state) => state !== 'idle' && state !== 'writing');
  if (problem) return { failed: notSavedSentence[problem] };
  const last = [...details.failures.values()].at(-1);
  return last ? { failed: last.sentence } : 'saved';
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
