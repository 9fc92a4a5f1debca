import { recordKey } from '../storage/keys';
import type { Change } from './pendingChanges';
import { repository } from '../storage/repository';
import { SaveLane } from './saveLane';
import type { RecordKind, RecordOf } from '../storage/schema';
import type { StorageTrouble } from '../storage/area';
import { notSavedSentence } from './storageSentence';
import { findRecord, hideRecord, showRecord, useDetails, type Saving } from './store';

type AnyLane = { [K in RecordKind]: SaveLane<RecordOf[K]> }[RecordKind];

const lanes = new Map<string, AnyLane>();

/** Shows a change of a record at once, and stores it. */
export function changeHere<K extends RecordKind>(kind: K, id: string, change: Change<RecordOf[K]>): void {
  const shown = findRecord(kind, id);
  if (shown) laneOf(kind, id).change(shown, change);
}

/** Shows a record as it is stored now, under what is being typed here. */
export function refreshRecord(kind: RecordKind, id: string): Promise<void> {
  return laneOf(kind, id).refresh();
}

/** Stores what is typed and not stored yet, again where that failed before. Resolves when nothing is under way. */
export async function saveAll(): Promise<void> {
  await Promise.all([...lanes.values()].map((lane) => lane.write()));
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
export async function insist<T extends { ok: true } | { ok: false; why: StorageTrouble }>(
  name: string,
  work: () => Promise<T>,
  sentences: Record<StorageTrouble, string> = notSavedSentence,
  again: () => Promise<unknown> = () => insist(name, work, sentences),
): Promise<T> {
  const hadFailed = failures.delete(name);
  const result = await work();
  if (!result.ok && result.why !== 'gone') failures.set(name, { sentence: sentences[result.why], again });
  if (hadFailed || failures.has(name)) showProgress();
  return result;
}

/** For a record about to be deleted here: its last words are stored, and nothing later is. */
export async function finishTyping(kind: RecordKind, id: string): Promise<void> {
  await laneOf(kind, id).write();
  lanes.delete(recordKey(kind, id));
}

/** After everything was deleted: nothing typed before is to come back. */
export function forgetTyping(): void {
  lanes.clear();
  failures.clear();
}

function laneOf<K extends RecordKind>(kind: K, id: string): SaveLane<RecordOf[K]> {
  const key = recordKey(kind, id);
  const known = lanes.get(key) as SaveLane<RecordOf[K]> | undefined;
  if (known) return known;
  const lane = new SaveLane<RecordOf[K]>({
    read: () => repository.readRecord(kind, id),
    store: (change) => repository.changeRecord(kind, id, change),
    show: (record) => showRecord(kind, record),
    hide: () => hideRecord(kind, id),
    onProgress: showProgress,
  });
  lanes.set(key, lane as unknown as AnyLane);
  return lane;
}

function showProgress(): void {
  useDetails.setState({ saving: progress() });
}

function progress(): Saving {
  const states = [...lanes.values()].map((lane) => lane.state);
  if (states.includes('writing')) return 'saving';
  const trouble = states.find((state) => state !== 'idle' && state !== 'writing');
  if (trouble) return { failed: notSavedSentence[trouble] };
  const last = [...failures.values()].at(-1);
  return last ? { failed: last.sentence } : 'saved';
}
