import type { CoSigner, Copy, Meeting, RecordKind, RecordOf, Reply } from '../storage/schema';

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
export function insertItem<T extends { id: string }>(items: T[], item: T, at = items.length): T[] {
  return items.some(({ id }) => id === item.id) ? items : items.toSpliced(at, 0, item);
}

export function patchItem<T extends { id: string }>(items: T[], id: string, patch: Partial<T>): T[] {
  return items.map((item) => (item.id === id ? { ...item, ...patch } : item));
}

export function removeItem<T extends { id: string }>(items: T[], id: string): T[] {
  return items.filter((item) => item.id !== id);
}
