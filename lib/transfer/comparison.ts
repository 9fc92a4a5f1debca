import { recordKey } from '../storage/keys';
import type { AnyRecord } from '../storage/lists';

/** What putting records from a file among those saved would do; shown before anything is done. */
export interface Comparison {
  added: Named[];
  changed: (Named & { fields: string[] })[];
  same: Named[];
  /** Saved here and not in the file: kept when the file is added, deleted when it replaces everything. */
  onlyHere: Named[];
}

export interface Named {
  kind: AnyRecord['kind'];
  id: string;
  name: string;
}

export function compareRecords(saved: readonly AnyRecord[], incoming: readonly AnyRecord[]): Comparison {
  const savedByKey = new Map(saved.map((one) => [keyOf(one), one]));
  const incomingKeys = new Set(incoming.map(keyOf));
  const comparison: Comparison = { added: [], changed: [], same: [], onlyHere: [] };
  for (const one of incoming) {
    const former = savedByKey.get(keyOf(one));
    const fields = former ? listDifferences(former.record, one.record) : [];
    if (!former) comparison.added.push(nameOf(one));
    else if (fields.length > 0) comparison.changed.push({ ...nameOf(one), fields });
    else comparison.same.push(nameOf(one));
  }
  comparison.onlyHere = saved.filter((one) => !incomingKeys.has(keyOf(one))).map(nameOf);
  return comparison;
}

function listDifferences(former: object, next: object): string[] {
  const before = new Map<string, unknown>(Object.entries(former));
  const differing = Object.entries(next).filter(
    ([field, value]) => JSON.stringify(before.get(field)) !== JSON.stringify(value),
  );
  return differing.map(([field]) => field);
}

const keyOf = ({ kind, record }: AnyRecord) => recordKey(kind, record.id);

function nameOf(one: AnyRecord): Named {
  const { kind, record } = one;
  return { kind, id: record.id, name: recordName(one) };
}

/** What a list calls a record. */
function recordName({ kind, record }: AnyRecord): string {
  switch (kind) {
    case 'signer':
      return record.fullName || record.school;
    case 'employer':
      return record.organisation;
    case 'letter':
      return record.title;
    case 'sent':
      return `${record.title}, ${record.sentOn}`;
  }
}
