import { useState } from 'react';
import { SelectField, TextField } from '../ui/Field';
import { focusAndSay } from '../ui/focusAndSay';
import type { Place } from './location';

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
    <div className="picker">
      {isMany ? <ManyRecords {...props} /> : <FewRecords {...props} />}
      <button type="button" className="pill pill-add" onClick={props.onAdd}>
        {props.addLabel}
      </button>
    </div>
  );
}

function FewRecords({ plural, records, currentId, onChoose }: RecordPickerProps) {
  if (records.length === 0) return null;
  return (
    <div role="group" aria-label={`Saved ${plural}`} className="pills">
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
    <div className="many">
      <div className="grid">
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
      <p className="quiet" role="status">
        {shown.length === records.length
          ? `${records.length} ${plural}`
          : `${shown.length} of ${records.length} ${plural}`}
      </p>
      <div role="group" aria-label={`Saved ${plural}`} className="record-list">
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
      className="pill"
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
  // A new link overrides an earlier choice.
  const chosenId = chosen && (chosen.at === place || place.recordId === '') ? chosen.id : '';
  const find = (id: string) => records.find((record) => record.id === id);
  const current = find(chosenId) ?? find(place.recordId) ?? find(lastUsedId) ?? records[0];
  return { current, choose: (id: string) => choose({ id, at: place }) };
}
