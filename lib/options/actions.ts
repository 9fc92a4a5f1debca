import { browser } from 'wxt/browser';
import { deleteRegister } from '../register/store';
import { attempt, type Done, guardCall, withBrowserLock } from '../storage/area';
import { repository } from '../storage/repository';
import type {
  Choices,
  Copy,
  CoSigner,
  FieldsOf,
  Meeting,
  RecordKind,
  RecordOf,
  Reply,
  Settings,
} from '../storage/schema';
import { applyChange, flushPending, forgetFailure, discardPending, runWithRetry } from './saving';
import { notDeletedSentence, notReadSentence, notRestoredSentence } from './storageSentences';
import { findRecord, hideRecord, initialDetails, showRecord, type Undo, useDetails } from './store';

/** All that a page can do to the saved details. What cannot be stored stays on the page, with a sentence in `saving`. */

/** The id of the new record, or `null` when it could not be stored. */
export async function addRecord<K extends RecordKind>(
  kind: K,
  initial?: Partial<FieldsOf<K>>,
): Promise<string | null> {
  const added = await runWithRetry(`add ${kind}`, async () => {
    const stored = await repository.addRecord(kind, initial);
    if (stored.ok) showRecord(kind, stored.value);
    return stored;
  });
  return added.ok ? added.value.id : null;
}

export const addSigner = (initial?: Partial<FieldsOf<'signer'>>) => addRecord('signer', initial);
export const addEmployer = (initial?: Partial<FieldsOf<'employer'>>) => addRecord('employer', initial);

/** One field as typed: shown at once, stored as soon as the former write is done. */
export function editField<K extends RecordKind, F extends keyof FieldsOf<K> & string>(
  kind: K,
  id: string,
  field: F,
  value: FieldsOf<K>[F],
): void {
  applyChange(kind, id, { slot: field, apply: (record) => ({ ...record, [field]: value }) });
}

export function editFields<K extends RecordKind>(kind: K, id: string, fields: Partial<FieldsOf<K>>): void {
  for (const [field, value] of Object.entries(fields)) {
    applyChange(kind, id, { slot: field, apply: (record) => ({ ...record, [field]: value }) });
  }
}

/** Takes a record away and offers it back. */
export async function deleteRecord(kind: RecordKind, id: string, what: string): Promise<void> {
  await flushPending(kind, id);
  await runWithRetry(
    `delete ${kind} ${id}`,
    async () => {
      const deleted = await repository.deleteRecord(kind, id);
      if (deleted.ok || deleted.why === 'gone') hideRecord(kind, id);
      if (deleted.ok) offerUndo(what, deleted.restore);
      return deleted;
    },
    notDeletedSentence,
  );
}

/** Removes a record that the page itself added a moment ago and does not need: there is nothing to undo. */
export async function discardRecord(kind: RecordKind, id: string): Promise<void> {
  await flushPending(kind, id);
  const deleted = await repository.deleteRecord(kind, id);
  if (deleted.ok || deleted.why === 'gone') hideRecord(kind, id);
}

export const deleteSigner = (id: string) =>
  deleteRecord('signer', id, findRecord('signer', id)?.fullName ?? '');
export const deleteEmployer = (id: string) =>
  deleteRecord('employer', id, findRecord('employer', id)?.organisation ?? '');

/** Brings back what was deleted last. */
export async function undoDeletion(): Promise<void> {
  const { undo } = useDetails.getState();
  if (!undo) return;
  const undone = await runWithRetry('undo', undo.run, notRestoredSentence, undoDeletion);
  if (undone.ok && useDetails.getState().undo === undo) useDetails.setState({ undo: null });
}

export function addItem<K extends RecordKind, T extends { id: string }>(
  list: ItemList<K, T>,
  recordId: string,
  initial: Omit<T, 'id'>,
): void {
  const item = { ...initial, id: crypto.randomUUID() } as T;
  changeItems(list, recordId, `add ${item.id}`, (items) => insertItem(items, item));
}

export function editItem<K extends RecordKind, T extends { id: string }>(
  list: ItemList<K, T>,
  recordId: string,
  itemId: string,
  patch: Partial<Omit<T, 'id'>>,
): void {
  for (const [field, value] of Object.entries(patch)) {
    const change = { [field]: value } as Partial<T>;
    changeItems(list, recordId, `${field} of ${itemId}`, (items) => patchItem(items, itemId, change));
  }
}

export function deleteItem<K extends RecordKind, T extends { id: string }>(
  list: ItemList<K, T>,
  recordId: string,
  itemId: string,
  what: string,
): void {
  const record = findRecord(list.kind, recordId);
  const items = record ? list.of(record) : [];
  const at = items.findIndex(({ id }) => id === itemId);
  const item = items[at];
  if (!item) return;
  changeItems(list, recordId, `delete ${itemId}`, (all) => removeItem(all, itemId));
  offerUndo(what, async () => {
    changeItems(list, recordId, `restore ${itemId}`, (all) => insertItem(all, item, at));
    return { ok: true };
  });
}

/** Brings one sent letter, with its text, onto the page. */
export async function openSentLetter(id: string): Promise<void> {
  const read = await repository.readSentLetter(id);
  if (read.ok) showRecord('sent', read.value);
  else useDetails.setState({ saving: { failed: notReadSentence[read.why] } });
}

export async function saveSettings(patch: Partial<Omit<Settings, 'v'>>): Promise<void> {
  useDetails.setState(({ settings }) => ({ settings: { ...settings, ...patch }, saving: 'saving' }));
  await runWithRetry(`settings ${Object.keys(patch).join()}`, async () => {
    const saved = await repository.saveSettings(patch);
    if (saved.ok) useDetails.setState({ settings: saved.value, saving: 'saved' });
    return saved;
  });
}

export async function saveChoices(patch: Partial<Choices>): Promise<void> {
  await runWithRetry(`choices ${Object.keys(patch).join()}`, async () => {
    const saved = await repository.saveChoices(patch);
    if (saved.ok) useDetails.setState({ choices: saved.value });
    return saved;
  });
}

/** Deletes what could not be read and was kept aside; the page offers it as a file first. */
export async function deleteQuarantined(): Promise<void> {
  const seen = useDetails.getState().quarantined;
  await runWithRetry(
    'drop set aside',
    async () => {
      const dropped = await repository.deleteQuarantined(seen);
      if (!dropped.ok) return dropped;
      useDetails.setState({ quarantined: [] });
      offerUndo('what was set aside', dropped.restore);
      return dropped;
    },
    notDeletedSentence,
  );
}

/** Deletes all that is saved, here and in the browser. There is no undo: the page asks first. */
export async function deleteAll(): Promise<boolean> {
  const deleted = await runWithRetry('delete everything', deleteEverything, notDeletedSentence, deleteAll);
  if (deleted.ok) {
    discardPending();
    useDetails.setState({ ...initialDetails, reading: 'done' });
  }
  return deleted.ok;
}

function changeItems<K extends RecordKind, T extends { id: string }>(
  list: ItemList<K, T>,
  recordId: string,
  slot: string,
  change: (items: T[]) => T[],
): void {
  const apply = (record: RecordOf[K]) => list.put(record, change(list.of(record)));
  applyChange(list.kind, recordId, { slot: `${list.field}: ${slot}`, apply });
}

/** Offers to bring back what was deleted, in the place of what was deleted before it. */
export function offerUndo(what: string, run: Undo['run'], { unasked }: Pick<Undo, 'unasked'> = {}): void {
  forgetFailure('undo');
  useDetails.setState({ undo: { what, run, ...(unasked ? { unasked } : {}) } });
}

/** A list inside a record, edited item by item so that two pages may work on different items at once. */
export interface ItemList<K extends RecordKind, T extends { id: string }> {
  kind: K;
  field: string;
  of: (record: RecordOf[K]) => T[];
  put: (record: RecordOf[K], items: T[]) => RecordOf[K];
}

export const coSigners: ItemList<'signer', CoSigner> = {
  kind: 'signer',
  field: 'coSigners',
  of: (signer) => signer.coSigners,
  put: (signer, items) => ({ ...signer, coSigners: items }),
};

export const copies: ItemList<'employer', Copy> = {
  kind: 'employer',
  field: 'copies',
  of: (employer) => employer.copies,
  put: (employer, items) => ({ ...employer, copies: items }),
};

export const replies: ItemList<'sent', Reply> = {
  kind: 'sent',
  field: 'replies',
  of: (sent) => sent.replies,
  put: (sent, items) => ({ ...sent, replies: items }),
};

export const meetings: ItemList<'sent', Meeting> = {
  kind: 'sent',
  field: 'meetings',
  of: (sent) => sent.meetings,
  put: (sent, items) => ({ ...sent, meetings: items }),
};

/** Safe to do twice: an item that is there already stays as it is. */
function insertItem<T extends { id: string }>(items: T[], item: T, at = items.length): T[] {
  return items.some(({ id }) => id === item.id) ? items : items.toSpliced(at, 0, item);
}

function patchItem<T extends { id: string }>(items: T[], id: string, patch: Partial<T>): T[] {
  return items.map((item) => (item.id === id ? { ...item, ...patch } : item));
}

function removeItem<T extends { id: string }>(items: T[], id: string): T[] {
  return items.filter((item) => item.id !== id);
}

/** Leaves nothing of the user's in this browser: details, letters, choices, what was set aside, the register. */
async function deleteEverything(): Promise<Done> {
  const register = await deleteRegister();
  const cleared = await attempt(() =>
    withBrowserLock(async () => {
      await guardCall(() => browser.storage.session.clear());
      await guardCall(() => browser.storage.local.clear());
      return { ok: true } as const;
    }),
  );
  return cleared.ok ? register : cleared;
}
