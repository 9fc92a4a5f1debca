import { useState } from 'react';
import type { DetailName, DetailOwner } from '../../lib/letter/details';
import { CheckedField, detailInput, SelectField, TextField, type TextFieldProps } from '../ui/Field';
import { focusAndSay } from '../ui/focusAndSay';
import type { Place } from './location';
import { editField } from '../../lib/options/actions';
import { addItem, deleteItem, editItem, type ItemList as StoredList } from '../../lib/options/items';
import { type DetailsStore, useDetails, useDetailsStore } from '../../lib/options/store';
import type { FieldsOf, RecordKind, RecordOf } from '../../lib/storage/schema';
import ui from '../ui/controls.module.css';
import page from './options.module.css';
import css from './RecordPicker.module.css';

/** With more records than this, a list with a search is quicker to use than a row of pills. */
const MAX_PILLS = 8;

export interface RecordPickerProps {
  /** What the records are, in the plural and lower case: "signers". */
  plural: string;
  records: readonly RecordLine[];
  currentId: string;
  onChoose: (id: string) => void;
  onAdd: () => void;
  addLabel: string;
  /** Label of the detail, if the records have one to sort by: "School". */
  detailName?: string;
}

export function RecordPicker(props: RecordPickerProps) {
  const isMany = props.records.length > MAX_PILLS;
  return (
    <div className={css.picker}>
      {isMany ? <ManyRecords {...props} /> : <FewRecords {...props} />}
      <button type="button" className={css.add} onClick={props.onAdd}>
        {props.addLabel}
      </button>
    </div>
  );
}

function FewRecords({ plural, records, currentId, onChoose }: RecordPickerProps) {
  if (records.length === 0) return null;
  return (
    <div role="group" aria-label={`Saved ${plural}`} className={css.pills}>
      {records.map((record) => (
        <RecordButton
          key={record.id}
          record={record}
          isCurrent={record.id === currentId}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

function ManyRecords({ plural, records, currentId, onChoose, detailName }: RecordPickerProps) {
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<RecordOrder>('added');
  const shown = arrangeRecords(records, search, order);
  return (
    <div className={css.many}>
      <div className={ui.grid}>
        <TextField
          id="record-search"
          type="search"
          label={`Search ${plural}`}
          value={search}
          onChange={setSearch}
        />
        <SelectField
          id="record-order"
          label="Sort by"
          value={order}
          options={[
            { value: 'added', label: 'Order added' },
            { value: 'name', label: 'Name' },
            ...(detailName === undefined ? [] : [{ value: 'detail', label: detailName } as const]),
          ]}
          onChange={setOrder}
        />
      </div>
      <p className={page.quiet} role="status">
        {shown.length === records.length
          ? `${records.length} ${plural}`
          : `${shown.length} of ${records.length} ${plural}`}
      </p>
      <div role="group" aria-label={`Saved ${plural}`} className={css.recordList}>
        {shown.map((record) => (
          <RecordButton
            key={record.id}
            record={record}
            isCurrent={record.id === currentId}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  );
}

interface RecordButtonProps {
  record: RecordLine;
  isCurrent: boolean;
  onChoose: (id: string) => void;
}

function RecordButton({ record, isCurrent, onChoose }: RecordButtonProps) {
  const words = [record.name, record.detail].filter(Boolean).join(', ') || 'No name yet';
  return (
    <button
      type="button"
      className={css.pill}
      aria-current={isCurrent}
      title={words}
      onClick={() => {
        onChoose(record.id);
        focusAndSay(null, `Shown: ${words}.`);
      }}
    >
      {words}
    </button>
  );
}

interface RecordLine {
  id: string;
  name: string;
  /** School of a signer, contact of an employer. */
  detail: string;
}

type RecordOrder = 'added' | 'name' | 'detail';

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });

/** The records that contain every search word, sorted. `added` leaves them in the order given. */
function arrangeRecords<Line extends RecordLine>(
  records: readonly Line[],
  search: string,
  order: RecordOrder,
): Line[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = records.filter(({ name, detail }) => {
    const text = `${name} ${detail}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return order === 'added'
    ? found
    : found.toSorted((one, other) => collator.compare(one[order], other[order]));
}

/** The record on screen: the one chosen here, else the one in the link, else the one used last, else the first. */
export function useCurrentRecord<R extends { id: string }>(
  records: readonly R[],
  place: Place,
  lastUsedId: string,
) {
  const [chosen, choose] = useState<{ id: string; at: Place } | null>(null);
  // A link to a record that was followed after the choice counts more than the choice.
  const chosenId = chosen && (chosen.at === place || place.recordId === '') ? chosen.id : '';
  const find = (id: string) => records.find((record) => record.id === id);
  const current = find(chosenId) ?? find(place.recordId) ?? find(lastUsedId) ?? records[0];
  return { current, choose: (id: string) => choose({ id, at: place }) };
}

/** A record being edited: the values on screen, and the error if a value could not be saved. */
export interface Form<K extends RecordKind> {
  kind: K;
  value: FieldsOf<K>;
  change: <Name extends keyof FieldsOf<K> & string>(field: Name, value: FieldsOf<K>[Name]) => void;
  /** The sentence to show next to the field while its last value is not saved. */
  errorOf: (field: keyof FieldsOf<K> & string) => string | undefined;
}

/** A list inside a record: people signing with you, copies. */
export interface ItemList<Item extends { id: string }> {
  items: readonly Item[];
  /** Returns the id of the new item. */
  add: () => string;
  edit: (id: string, patch: Partial<Omit<Item, 'id'>>) => void;
  remove: (id: string) => void;
}

/** A saved record as a form. If saving fails, the error is shown at the field that was changed last. */
export function useRecordForm<K extends RecordKind>(kind: K, record: RecordOf[K]): Form<K> {
  const details = useDetailsStore();
  const hasFailed = useDetails(({ saving }) => typeof saving === 'object');
  const [lastField, setLastField] = useState('');
  return {
    kind,
    value: record,
    change: (field, value) => {
      setLastField(field);
      editField(details, kind, record.id, field, value);
    },
    errorOf: (field) => (hasFailed && field === lastField ? 'This was not saved.' : undefined),
  };
}

/** A list inside a record, as the forms use it. `nameOf` names the item that was deleted, for the undo. */
export function itemListOf<K extends RecordKind, T extends { id: string }>(
  details: DetailsStore,
  list: StoredList<K, T>,
  record: RecordOf[K],
  initial: Omit<T, 'id'>,
  nameOf: (item: T) => string,
): ItemList<T> {
  return {
    items: list.of(record),
    add: () => addItem(details, list, record.id, initial),
    edit: (itemId, patch) => editItem(details, list, record.id, itemId, patch),
    remove: (itemId) => {
      const item = list.of(record).find(({ id }) => id === itemId);
      if (item) deleteItem(details, list, record.id, itemId, nameOf(item));
    },
  };
}

interface FormFieldProps<Owner extends DetailOwner> extends Pick<TextFieldProps, 'hint' | 'wide'> {
  form: Form<Owner>;
  field: DetailName<Owner>;
}

interface TextForm {
  value: Record<string, string>;
  change: (field: string, value: string) => void;
  errorOf: (field: string) => string | undefined;
}

/** One detail of a record. Its id is the field’s name, so that a link can point to it. */
export function FormField<Owner extends DetailOwner>({ form, field, ...words }: FormFieldProps<Owner>) {
  // Every detail is a text, which the compiler does not see for signer and employer at once.
  const { value, change, errorOf } = form as unknown as TextForm;
  return (
    <CheckedField
      {...detailInput(form.kind, field)}
      {...words}
      id={field}
      value={value[field] ?? ''}
      error={errorOf(field)}
      onChange={(typed) => change(field, typed)}
    />
  );
}
