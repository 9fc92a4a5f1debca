import { browser } from 'wxt/browser';
import { localDay } from '../letter/dates';
import { deleteRegister } from '../register/store';
import { attempt, type Done, guardCall, withBrowserLock } from '../storage/area';
import { repository } from '../storage/repository';
import type { Choices, Settings } from '../storage/choices';
import type { FieldsOf, RecordKind, RecordOf } from '../storage/schema';
import {
  applyChange,
  discardPending,
  flushPending,
  forgetFailure,
  notDeletedSentence,
  notReadSentence,
  notRestoredSentence,
  runWithRetry,
} from './saving';
import { eraseDeleted, forgetCopy } from './erase';
import { type DetailsStore, findRecord, hideRecord, initialDetails, showRecord, type Undo } from './store';

/** All changes a page can make to the saved details; each takes the page’s store first. A change that cannot be stored stays on the page; `saving` says why. */

/** The id of the new record, or of the one that `isKnown` recognises; `null` when it could not be stored. */
export async function addRecord<K extends RecordKind>(
  details: DetailsStore,
  kind: K,
  initial?: Partial<FieldsOf<K>>,
  isKnown?: (saved: RecordOf[K]) => boolean,
): Promise<string | null> {
  const added = await runWithRetry(details, `add ${kind}`, async () => {
    const stored = await repository.addRecord(kind, initial, isKnown);
    if (stored.ok) showRecord(details, kind, stored.value);
    return stored;
  });
  return added.ok ? added.value.id : null;
}

export const addSigner = (details: DetailsStore, initial?: Partial<FieldsOf<'signer'>>) =>
  addRecord(details, 'signer', initial);
export const addEmployer = (details: DetailsStore, initial?: Partial<FieldsOf<'employer'>>) =>
  addRecord(details, 'employer', initial);

/** Shows the typed value at once and stores it when the previous write of this record has finished. */
export function editField<K extends RecordKind, F extends keyof FieldsOf<K> & string>(
  details: DetailsStore,
  kind: K,
  id: string,
  field: F,
  value: FieldsOf<K>[F],
): void {
  applyChange(details, kind, id, { slot: field, apply: (record) => ({ ...record, [field]: value }) });
}

export function editFields<K extends RecordKind>(
  details: DetailsStore,
  kind: K,
  id: string,
  fields: Partial<FieldsOf<K>>,
): void {
  for (const [field, value] of Object.entries(fields)) {
    applyChange(details, kind, id, { slot: field, apply: (record) => ({ ...record, [field]: value }) });
  }
}

/** Deletes a record and offers to undo that. `what` names the record for the user. */
export async function deleteRecord(
  details: DetailsStore,
  kind: RecordKind,
  id: string,
  what: string,
): Promise<void> {
  await flushPending(details, kind, id);
  await runWithRetry(
    details,
    `delete ${kind} ${id}`,
    async () => {
      const deleted = await repository.deleteRecord(kind, id);
      if (deleted.ok || deleted.why === 'gone') hideRecord(details, kind, id);
      if (deleted.ok) {
        await eraseDeleted();
        offerUndo(details, what, deleted.restore);
      }
      return deleted;
    },
    notDeletedSentence,
  );
}

/** Deletes, without offering to undo, a record that the page has just added and does not need. */
export async function discardRecord(details: DetailsStore, kind: RecordKind, id: string): Promise<void> {
  await flushPending(details, kind, id);
  const deleted = await repository.deleteRecord(kind, id);
  if (deleted.ok || deleted.why === 'gone') hideRecord(details, kind, id);
  await eraseDeleted();
}

export const deleteSigner = (details: DetailsStore, id: string) =>
  deleteRecord(details, 'signer', id, findRecord(details, 'signer', id)?.fullName ?? '');
export const deleteEmployer = (details: DetailsStore, id: string) =>
  deleteRecord(details, 'employer', id, findRecord(details, 'employer', id)?.organisation ?? '');

/** Undoes the last deletion. False if the storage refuses; the page then says so. */
export async function undoDeletion(details: DetailsStore): Promise<boolean> {
  const { undo } = details.getState();
  if (!undo) return false;
  const undone = await runWithRetry(details, 'undo', undo.run, notRestoredSentence, () =>
    undoDeletion(details),
  );
  if (undone.ok && details.getState().undo === undo) details.setState({ undo: null });
  if (undo.did === 'Added') await eraseDeleted();
  return undone.ok;
}

/** Loads sent letters, with their texts, into the page. Those that are in it already stay as they are. */
export async function openSentLetters(details: DetailsStore, ids: readonly string[]): Promise<void> {
  const wanted = ids.filter((id) => !findRecord(details, 'sent', id));
  const read = await repository.readRecords('sent', wanted);
  if (read.ok) showRecord(details, 'sent', ...read.value);
  else details.setState({ saving: { failed: notReadSentence[read.why] } });
}

/** Offers to take a letter that was just noted as sent out of the list again. */
export function offerToTakeBack(details: DetailsStore, sentId: string, what: string): void {
  const takeOut = async (): Promise<Done> => {
    const deleted = await repository.deleteRecord('sent', sentId);
    if (deleted.ok) hideRecord(details, 'sent', sentId);
    return deleted;
  };
  offerUndo(details, what, takeOut, { did: 'Added', keepsFocus: true });
}

export async function saveSettings(
  details: DetailsStore,
  patch: Partial<Omit<Settings, 'v'>>,
): Promise<void> {
  details.setState(({ settings }) => ({ settings: { ...settings, ...patch }, saving: 'saving' }));
  await runWithRetry(details, `settings ${Object.keys(patch).join()}`, async () => {
    const saved = await repository.saveSettings(patch);
    if (saved.ok) details.setState({ settings: saved.value, saving: 'saved' });
    return saved;
  });
}

/** Stores the day on which the user agreed to what is saved. Not shown as "Saved": the user has typed nothing yet. */
export async function agree(details: DetailsStore): Promise<void> {
  await runWithRetry(details, 'agree', async () => {
    const saved = await repository.saveSettings({ agreedOn: localDay(new Date()) });
    if (saved.ok) details.setState({ settings: saved.value });
    return saved;
  });
}

export async function saveChoices(details: DetailsStore, patch: Partial<Choices>): Promise<void> {
  await runWithRetry(details, `choices ${Object.keys(patch).join()}`, async () => {
    const saved = await repository.saveChoices(patch);
    if (saved.ok) details.setState({ choices: saved.value });
    return saved;
  });
}

/** Deletes the quarantined values; the page offers to save them as a file first. */
export async function deleteQuarantined(details: DetailsStore): Promise<void> {
  const listed = details.getState().quarantined;
  await runWithRetry(
    details,
    'delete quarantined',
    async () => {
      const deleted = await repository.deleteQuarantined(listed);
      if (!deleted.ok) return deleted;
      details.setState({ quarantined: [] });
      await eraseDeleted();
      offerUndo(details, 'what was set aside', deleted.restore);
      return deleted;
    },
    notDeletedSentence,
  );
}

/** Deletes everything saved, in this page and in the browser. It cannot be undone, so the page asks first. */
export async function deleteAll(details: DetailsStore): Promise<boolean> {
  const deleted = await runWithRetry(details, 'delete everything', deleteEverything, notDeletedSentence, () =>
    deleteAll(details),
  );
  if (deleted.ok) {
    discardPending(details);
    details.setState({ ...initialDetails, reading: 'done' });
  }
  return deleted.ok;
}

/** Offers to undo a deletion, or the adding of a file. Replaces the offer before it. */
export function offerUndo(
  details: DetailsStore,
  what: string,
  run: Undo['run'],
  { did = 'Deleted', ...rest }: Partial<Pick<Undo, 'keepsFocus' | 'did'>> = {},
): void {
  forgetFailure(details, 'undo');
  details.setState({ undo: { what, run, did, ...rest } });
}

/** Clears all of the extension's storage: details, letters, choices, quarantined values and the school register. */
async function deleteEverything(): Promise<Done> {
  const register = await deleteRegister();
  const cleared = await attempt(() =>
    withBrowserLock(async () => {
      await guardCall(() => browser.storage.session.clear());
      await guardCall(() => browser.storage.local.clear());
      await forgetCopy();
      return { ok: true } as const;
    }),
  );
  return cleared.ok ? register : cleared;
}
