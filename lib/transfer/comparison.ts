import { capitalise } from '../letter/text';
import { employmentChoices } from '../employer/employment';
import { letterHeadings } from '../letter/builtInOnDemand';
import { formatIfDate } from '../letter/dates';
import { type DetailOwner, listDetails } from '../letter/details';
import { readEmailAddress } from '../letter/emailAddress';
import { adviseOnAddress } from '../letter/emailAdvice';
import type { AnyRecord } from '../storage/lists';
import { differingFields, keyOf, type RecordChange } from './changes';

/** What importing a file's records would change. The user sees this before anything is stored. */
export interface Comparison {
  added: Difference[];
  changed: Difference[];
  same: Named[];
  /** Saved here but not in the file: kept when the file is added, deleted when it replaces everything. */
  onlyHere: Named[];
}

export interface Named {
  kind: AnyRecord['kind'];
  id: string;
  name: string;
}

export interface Difference extends Named {
  change: RecordChange;
  values: FieldChange[];
  /** Title of our letter that this letter is used instead of; empty for none. */
  usedInsteadOf: string;
}

/** One field in words. `before` is empty for a new record. */
export interface FieldChange {
  field: string;
  label: string;
  before: string;
  after: string;
  /** Decides to whom letters go, so the page shows it first. */
  decidesRecipient: boolean;
}

export function compareRecords(saved: readonly AnyRecord[], incoming: readonly AnyRecord[]): Comparison {
  const savedByKey = new Map(saved.map((record) => [keyOf(record), record]));
  const incomingKeys = new Set(incoming.map(keyOf));
  const names = new Map([...saved, ...incoming].map((each) => [each.record.id, recordName(each)]));
  const comparison: Comparison = { added: [], changed: [], same: [], onlyHere: [] };
  for (const next of incoming) {
    const before = savedByKey.get(keyOf(next)) ?? null;
    const change = { before, after: next };
    const values = listValues(change, names);
    const replaces = next.kind === 'letter' ? next.record.replaces : '';
    const difference = {
      ...toNamed(next),
      change,
      values,
      usedInsteadOf: describeValue('replaces', replaces, names),
    };
    if (!before) comparison.added.push(difference);
    else if (values.length > 0) comparison.changed.push(difference);
    else comparison.same.push(toNamed(next));
  }
  comparison.onlyHere = saved.filter((record) => !incomingKeys.has(keyOf(record))).map(toNamed);
  return comparison;
}

/** The fields that differ, or all filled fields of a new record. */
function listValues({ before, after }: RecordChange, names: ReadonlyMap<string, string>): FieldChange[] {
  const valueOf = (record: object | undefined, field: string) =>
    record ? describeValue(field, new Map<string, unknown>(Object.entries(record)).get(field), names) : '';
  return differingFields(before?.record ?? {}, after.record)
    .filter((field) => field !== 'v' && field !== 'id')
    .map((field) => ({
      field,
      label: LABELS[`${after.kind} ${field}`] ?? spellOut(field),
      before: valueOf(before?.record, field),
      after: valueOf(after.record, field),
      decidesRecipient: /email|^copies$|^employerId$|^nextPersonUp$/i.test(field),
    }))
    .filter((value) => value.before !== '' || value.after !== '');
}

const labelsOf = (owner: DetailOwner) =>
  Object.fromEntries(listDetails(owner).map(({ field, label }) => [`${owner} ${field}`, label]));

/** The names of the fields on the page, where they are not the property's own name in words. */
const LABELS: Record<string, string> = {
  ...labelsOf('signer'),
  ...labelsOf('employer'),
  'signer employment': 'Who employs you?',
  'signer coSigners': 'People signing with you',
  'signer employerId': 'Employer',
  'employer kind': 'Kind of employer',
  'letter markdown': 'Wording',
  'letter replaces': 'Used instead of our letter',
  'letter supplier': 'Supplied by',
  'sent letterId': 'Letter',
  'sent standsFor': 'Used instead of our letter',
  'sent text': 'Text as sent',
};

/** Property names as words: "jobTitle" becomes "Job title". */
function spellOut(field: string): string {
  return capitalise(field.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`));
}

function describeValue(field: string, value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(describeItem).join('; ');
  if (typeof value !== 'string') return value === null || value === undefined ? '' : JSON.stringify(value);
  switch (field) {
    case 'employerId':
    case 'signerId':
      return names.get(value) ?? value;
    case 'employment':
      return employmentChoices.find(({ id }) => id === value)?.label ?? value;
    case 'replaces':
    case 'letterId':
    case 'standsFor':
      return letterHeadings.find(({ id }) => id === value)?.title ?? value;
    case 'email':
    case 'nextPersonEmail':
      return value === '' || readEmailAddress(value)
        ? value
        : `${value} (not one email address, so it will not be used)`;
    default:
      return formatIfDate(value);
  }
}

/** For example "Chair of Governors, chair@school.example". */
function describeItem(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const parts = Object.entries(item)
    .filter(([field, value]) => field !== 'id' && value !== false)
    .map(([field, value]) => (value === true ? field : describeValue(field, value, new Map())));
  return parts.filter(Boolean).join(', ');
}

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
  return [
    { field: 'Employer’s email', typed: record.email },
    { field: 'Next person’s email', typed: record.nextPersonEmail },
    ...copies,
  ];
}

export const kindNames = {
  signer: ['signer', 'signers'],
  employer: ['employer', 'employers'],
  letter: ['letter of your own', 'letters of your own'],
  sent: ['sent letter', 'sent letters'],
} as const satisfies Record<AnyRecord['kind'], readonly [string, string]>;

/** "2 signers, 1 employer". */
export function countKinds(records: readonly Pick<Named, 'kind'>[]): string {
  const counts = Object.entries(kindNames).map(([kind, [one, many]]) => {
    const count = records.filter((record) => record.kind === kind).length;
    return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
  });
  return counts.filter(Boolean).join(', ');
}
