export interface RecordLine {
  id: string;
  name: string;
  /** School of a signer, contact of an employer. */
  detail: string;
}

export type RecordOrder = 'added' | 'name' | 'detail';

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });

/** Those that hold every word searched for, in the order asked for; `added` is the order given. */
export function arrangeRecords<Line extends RecordLine>(
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
