import { detach } from '../failure/failure';
import type { Done } from '../storage/area';
import type { Copy, CoSigner, Meeting, RecordKind, RecordOf, Reply } from '../storage/schema';
import { offerUndo } from './actions';
import { eraseDeleted } from './erase';
import { applyChange, saveAll } from './saving';
import { type DetailsStore, findRecord } from './store';

/** A list inside a record. Edited item by item, so that two pages can change different items at the same time. */
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

/** Adds an item to a list inside a record. Returns the item’s id. Offers to undo it if `what` names the item. */
export function addItem<K extends RecordKind, T extends { id: string }>(
  details: DetailsStore,
  list: ItemList<K, T>,
  recordId: string,
  initial: Omit<T, 'id'>,
  what?: string,
): string {
  const item = { ...initial, id: crypto.randomUUID() } as T;
  changeItems(details, list, recordId, `add ${item.id}`, (items) => insertItem(items, item));
  const takeOut = async (): Promise<Done> => {
    changeItems(details, list, recordId, `delete ${item.id}`, (items) => removeItem(items, item.id));
    await saveAll(details);
    return { ok: true };
  };
  if (what !== undefined) offerUndo(details, what, takeOut, { did: 'Added', keepsFocus: true });
  return item.id;
}

export function editItem<K extends RecordKind, T extends { id: string }>(
  details: DetailsStore,
  list: ItemList<K, T>,
  recordId: string,
  itemId: string,
  patch: Partial<Omit<T, 'id'>>,
): void {
  for (const [field, value] of Object.entries(patch)) {
    const change = { [field]: value } as Partial<T>;
    changeItems(details, list, recordId, `${field} of ${itemId}`, (items) =>
      patchItem(items, itemId, change),
    );
  }
}

export function deleteItem<K extends RecordKind, T extends { id: string }>(
  details: DetailsStore,
  list: ItemList<K, T>,
  recordId: string,
  itemId: string,
  what: string,
): void {
  const record = findRecord(details, list.kind, recordId);
  const items = record ? list.of(record) : [];
  const at = items.findIndex(({ id }) => id === itemId);
  const item = items[at];
  if (!item) return;
  changeItems(details, list, recordId, `delete ${itemId}`, (all) => removeItem(all, itemId));
  detach(saveAll(details).then(eraseDeleted));
  offerUndo(details, what, async () => {
    changeItems(details, list, recordId, `restore ${itemId}`, (all) => insertItem(all, item, at));
    return { ok: true };
  });
}

function changeItems<K extends RecordKind, T extends { id: string }>(
  details: DetailsStore,
  list: ItemList<K, T>,
  recordId: string,
  slot: string,
  change: (items: T[]) => T[],
): void {
  const apply = (record: RecordOf[K]) => list.put(record, change(list.of(record)));
  applyChange(details, list.kind, recordId, { slot: `${list.field}: ${slot}`, apply });
}

/** Can safely run twice: an item already in the list is not changed. */
function insertItem<T extends { id: string }>(items: T[], item: T, at = items.length): T[] {
  return items.some(({ id }) => id === item.id) ? items : items.toSpliced(at, 0, item);
}

function patchItem<T extends { id: string }>(items: T[], id: string, patch: Partial<T>): T[] {
  return items.map((item) => (item.id === id ? { ...item, ...patch } : item));
}

function removeItem<T extends { id: string }>(items: T[], id: string): T[] {
  return items.filter((item) => item.id !== id);
}
