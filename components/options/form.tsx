import { useState } from 'react';
import {
  addItem,
  deleteItem,
  editField,
  editItem,
  type ItemList as StoredList,
} from '../../lib/options/actions';
import { useDetails } from '../../lib/options/store';
import type { FieldsOf, RecordKind, RecordOf } from '../../lib/storage/schema';
import { CheckedField, type CheckedFieldProps } from '../ui/Field';

/** A record being edited: the values on screen, and the error if a value could not be saved. */
export interface Form<Fields> {
  value: Fields;
  change: <Name extends keyof Fields & string>(field: Name, value: Fields[Name]) => void;
  /** The sentence to show next to the field while its last value is not saved. */
  errorOf: (field: keyof Fields & string) => string | undefined;
}

export type TextFieldsOf<Fields> = {
  [Name in keyof Fields]: string extends Fields[Name] ? Name : never;
}[keyof Fields];

/** A list inside a record: people signing with you, copies. */
export interface ItemList<Item extends { id: string }> {
  items: readonly Item[];
  /** Returns the id of the new item. */
  add: () => string;
  edit: (id: string, patch: Partial<Omit<Item, 'id'>>) => void;
  remove: (id: string) => void;
}

/** A saved record as a form. If saving fails, the error is shown at the field that was changed last. */
export function useRecordForm<K extends RecordKind>(kind: K, record: RecordOf[K]): Form<FieldsOf<K>> {
  const hasFailed = useDetails(({ saving }) => typeof saving === 'object');
  const [lastField, setLastField] = useState('');
  return {
    value: record,
    change: (field, value) => {
      setLastField(field);
      editField(kind, record.id, field, value);
    },
    errorOf: (field) => (hasFailed && field === lastField ? 'This was not saved.' : undefined),
  };
}

/** A list inside a record, as the forms use it. `nameOf` names the item that was deleted, for the undo. */
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

type FormFieldProps<Fields> = Omit<CheckedFieldProps, 'id' | 'value' | 'onChange' | 'error'> & {
  form: Form<Fields>;
  field: TextFieldsOf<Fields> & string;
};

/** One text field of a record. Its id is the field’s name, so that a link can point to it. */
export function FormField<Fields>({ form, field, ...words }: FormFieldProps<Fields>) {
  return (
    <CheckedField
      {...words}
      id={field}
      value={String(form.value[field])}
      error={form.errorOf(field)}
      // Safe cast: TextFieldsOf allows only fields whose type is string.
      onChange={(typed) => form.change(field, typed as Fields[typeof field])}
    />
  );
}
