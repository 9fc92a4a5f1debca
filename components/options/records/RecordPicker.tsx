import { useState } from 'react';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { arrangeRecords, type RecordLine, type RecordOrder } from './arrangeRecords';

/** More than this and a list with search is quicker than a row of pills. */
const FEW = 8;

export interface RecordPickerProps {
  /** What the records are, in the plural and lower case: "signers". */
  plural: string;
  records: readonly RecordLine[];
  currentId: string;
  onChoose: (id: string) => void;
  onAdd: () => void;
  addLabel: string;
  /** What a record's detail is, where there is one to sort by: "School". */
  detailName?: string;
}

export function RecordPicker(props: RecordPickerProps) {
  const isMany = props.records.length > FEW;
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
      onClick={() => onChoose(record.id)}
    >
      {words}
    </button>
  );
}
