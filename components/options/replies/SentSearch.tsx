import type { SentEntry } from '../../../lib/storage/lists';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';

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

export type SentOrder = 'latest' | 'waiting' | 'employer' | 'signer';

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });

const compare: Record<SentOrder, (one: SentEntry, other: SentEntry) => number> = {
  latest: (one, other) => collator.compare(other.sentOn, one.sentOn),
  // Letters without a reply due come last.
  waiting: (one, other) => collator.compare(one.waitingFor || '9', other.waitingFor || '9'),
  employer: (one, other) => collator.compare(one.employerName, other.employerName),
  signer: (one, other) => collator.compare(one.signerName, other.signerName),
};

/** The letters whose title, names or dates contain every search word, sorted; the latest first among equals. */
export function arrangeSent(list: readonly SentEntry[], search: string, order: SentOrder): SentEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = list.filter(({ title, signerName, employerName, sentOn }) => {
    const text = [title, signerName, employerName, sentOn].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return found.toSorted((one, other) => compare[order](one, other) || compare.latest(one, other));
}
