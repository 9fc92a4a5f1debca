import { readEmailAddress } from '../letter/emailAddress';
import { adviseOnAddress } from '../letter/emailAdvice';
import { recordKey } from '../storage/keys';
import type { AnyRecord } from '../storage/lists';

/** What importing a file's records would change. The user sees this before anything is stored. */
export interface Comparison {
  added: Named[];
  changed: (Named & { fields: string[] })[];
  same: Named[];
  /** Saved here but not in the file: kept when the file is added, deleted when it replaces everything. */
  onlyHere: Named[];
}

export interface Named {
  kind: AnyRecord['kind'];
  id: string;
  name: string;
}

export function compareRecords(saved: readonly AnyRecord[], incoming: readonly AnyRecord[]): Comparison {
  const savedByKey = new Map(saved.map((record) => [keyOf(record), record]));
  const incomingKeys = new Set(incoming.map(keyOf));
  const comparison: Comparison = { added: [], changed: [], same: [], onlyHere: [] };
  for (const next of incoming) {
    const previous = savedByKey.get(keyOf(next));
    const fields = previous ? listDifferences(previous.record, next.record) : [];
    if (!previous) comparison.added.push(toNamed(next));
    else if (fields.length > 0) comparison.changed.push({ ...toNamed(next), fields });
    else comparison.same.push(toNamed(next));
  }
  comparison.onlyHere = saved.filter((record) => !incomingKeys.has(keyOf(record))).map(toNamed);
  return comparison;
}

function listDifferences(previous: object, next: object): string[] {
  const before = new Map<string, unknown>(Object.entries(previous));
  const differing = Object.entries(next).filter(
    ([field, value]) => JSON.stringify(before.get(field)) !== JSON.stringify(value),
  );
  return differing.map(([field]) => field);
}

const keyOf = ({ kind, record }: AnyRecord) => recordKey(kind, record.id);

function toNamed(saved: AnyRecord): Named {
  const { kind, record } = saved;
  return { kind, id: record.id, name: recordName(saved) };
}

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

/** A sentence for each text in an email field that is not one email address. It is stored as typed and never filled in. */
export function listAddressFaults(records: readonly AnyRecord[]): string[] {
  return records.flatMap((saved) =>
    addressesOf(saved).flatMap(({ field, typed }) => {
      if (typed.trim() === '' || readEmailAddress(typed) !== null) return [];
      const advice = adviseOnAddress(typed) ?? 'Type one address, like name@school.org.uk, and nothing else';
      return [`${recordName(saved) || 'Without a name'}, ${field}: “${typed.trim()}”. ${advice}.`];
    }),
  );
}

function addressesOf({ kind, record }: AnyRecord): { field: string; typed: string }[] {
  if (kind === 'signer') return [{ field: 'Email', typed: record.email }];
  if (kind !== 'employer') return [];
  const copies = record.copies.map(({ name, email }) => ({ field: `copy to ${name}`.trim(), typed: email }));
  return [{ field: 'Employer’s email', typed: record.email }, ...copies];
}
