import { useState } from 'react';
import { addItem, deleteItem, editField, editItem } from '../../../lib/details/actions';
import type { ItemList as StoredList } from '../../../lib/details/itemLists';
import type { FieldsOf, RecordKind, RecordOf } from '../../../lib/storage/schema';
import { useDetails } from '../../../lib/details/store';
import type { Form, ItemList } from './form';

/** A record of the saved details as a form. Trouble is said beside the field that was changed last. */
export function useRecordForm<K extends RecordKind>(kind: K, record: RecordOf[K]): Form<FieldsOf<K>> {
  const hasTrouble = useDetails(({ saving }) => typeof saving === 'object');
  const [lastField, setLastField] = useState('');
  return {
    value: record,
    change: (field, value) => {
      setLastField(field);
      editField(kind, record.id, field, value);
    },
    trouble: (field) => (hasTrouble && field === lastField ? 'This was not saved.' : undefined),
  };
}

/** A list inside a record as the forms take it. `nameOf` says what was deleted. */
export function itemListOf<K extends RecordKind, T extends { id: string }>(
  list: StoredList<K, T>,
  record: RecordOf[K],
  initial: Omit<T, 'id'>,
  nameOf: (item: T) => string,
): ItemList<T> {
  return {
    items: list.of(record),
    add: () => addItem(list, record.id, initial),
    edit: (itemId, patch) => editItem(list, record.id, itemId, patch),
    remove: (itemId) => {
      const item = list.of(record).find(({ id }) => id === itemId);
      if (item) deleteItem(list, record.id, itemId, nameOf(item));
    },
  };
}
