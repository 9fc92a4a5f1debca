import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import type { SentOrder } from './arrangeSent';

interface SentSearchProps {
  search: string;
  onSearch: (search: string) => void;
  order: SentOrder;
  onOrder: (order: SentOrder) => void;
  found: number;
}

export function SentSearch({ search, onSearch, order, onOrder, found }: SentSearchProps) {
  return (
    <div className="many">
      <div className="grid">
        <TextField id="sent-search" type="search" label="Search letters" value={search} onChange={onSearch} />
        <SelectField
          id="sent-order"
          label="Sort by"
          value={order}
          options={[
            { value: 'latest', label: 'Latest first' },
            { value: 'waiting', label: 'Reply due first' },
            { value: 'employer', label: 'Employer' },
            { value: 'signer', label: 'Who signed' },
          ]}
          onChange={onOrder}
        />
      </div>
      <p className="quiet" role="status">
        {found === 1 ? '1 letter' : `${found} letters`}
      </p>
    </div>
  );
}
