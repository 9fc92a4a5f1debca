import { findCouncilByName } from '../employer/councils';
import { type Employer, type Employment, newRecord, type Signer } from '../storage/schema';
import { employmentChoices, proposeEmployer } from '../employer/employment';
import type { FileResult } from '../files/problem';
import type { PickedFile } from '../files/readText';
import type { AnyRecord } from '../storage/lists';
import { sameName } from '../letter/text';
import { readTable, renderTable, RowProblems, type TableRow, type TableShape } from '../files/csv';

const shape: TableShape = {
  what: 'a table of signers (a .csv file)',
  columns: [
    { name: 'Full name', aliases: ['Name'], required: true },
    { name: 'Job title' },
    { name: 'School', required: true },
    { name: 'Who employs you?', aliases: ['Who employs them?', 'Kind of school'] },
    { name: 'School address', aliases: ['Address'] },
    { name: 'School postcode', aliases: ['Postcode'] },
    { name: 'Phone' },
    { name: 'Email' },
    { name: 'Employer', aliases: ['Organisation'] },
  ],
};

/** Each employment by its label, and by the id that backups contain. */
const employmentByWord: Record<string, Employment> = Object.fromEntries([
  ...employmentChoices.map(({ id, label }) => [label, id] as const),
  ...employmentChoices.map(({ id }) => [id, id] as const),
]);

export function renderSignersCsv(signers: readonly Signer[], employers: readonly Employer[]): string {
  return renderTable(
    shape,
    signers.map((signer) => [
      signer.fullName,
      signer.jobTitle,
      signer.school,
      employmentChoices.find(({ id }) => id === signer.employment)?.label ?? '',
      signer.address,
      signer.postcode,
      signer.phone,
      signer.email,
      employers.find(({ id }) => id === signer.employerId)?.organisation ?? '',
    ]),
  );
}

interface Saved {
  signers: readonly Signer[];
  employers: readonly Employer[];
}

/**
 * Reads a table of signers, to be compared and stored, with the employers it names that are not saved yet. A row whose
 * name and school are saved already updates that signer, in the table's columns only.
 */
export async function readSignersCsv(
  file: PickedFile,
  saved: Saved,
  newId: () => string,
): Promise<FileResult<AnyRecord[]>> {
  const table = await readTable(file, shape);
  if (!table.ok) return table;
  const problems = new RowProblems();
  const seen = new Map<string, number>();
  const added = new Map<string, Employer>();
  // The first of several with the same name counts.
  const signersByKey = new Map(
    saved.signers.toReversed().map((signer) => [signerKey(signer.fullName, signer.school), signer]),
  );
  const employersByName = new Map(
    saved.employers.toReversed().map((employer) => [sameName(employer.organisation), employer]),
  );
  const signers = table.value.map((row) => {
    const key = signerKey(row.cell('Full name') ?? '', row.cell('School') ?? '');
    if (key === signerKey('', '')) problems.add(row, 'Full name', 'This row has no name and no school.');
    else if (seen.has(key))
      problems.add(row, 'Full name', `This signer stands on line ${seen.get(key)} already.`);
    else seen.set(key, row.line);
    const signer = toSigner(row, signersByKey.get(key) ?? newRecord('signer', newId()), problems);
    return { ...signer, employerId: findEmployerId(row, signer, employersByName, added, newId) };
  });
  if (problems.all.length > 0) return { ok: false, problems: problems.all };
  const newEmployers = [...added.values()].map((record): AnyRecord => ({ kind: 'employer', record }));
  return {
    ...table,
    value: [...newEmployers, ...signers.map((record): AnyRecord => ({ kind: 'signer', record }))],
  };
}

function signerKey(fullName: string, school: string): string {
  return `${sameName(fullName)}\n${sameName(school)}`;
}

function toSigner(row: TableRow, base: Signer, problems: RowProblems): Signer {
  const cell = (column: string, before: string) => problems.text(row, column, before);
  problems.email(row, 'Email', base.email);
  return {
    ...base,
    fullName: cell('Full name', base.fullName),
    jobTitle: cell('Job title', base.jobTitle),
    school: cell('School', base.school),
    employment: problems.choose(row, 'Who employs you?', employmentByWord, base.employment),
    address: cell('School address', base.address),
    postcode: problems.postcode(row, 'School postcode', base.postcode),
    phone: problems.phone(row, 'Phone', base.phone),
    email: cell('Email', base.email),
  };
}

/** The id of the employer in the row: a saved one, one from an earlier row, or a new one with proposed details. */
function findEmployerId(
  row: TableRow,
  { employment, employerId }: Signer,
  saved: ReadonlyMap<string, Employer>,
  added: Map<string, Employer>,
  newId: () => string,
): string {
  const typed = row.cell('Employer') ?? '';
  if (typed === '') return employerId;
  const mayBeCouncil = employment === '' || employment === 'council-maintained';
  const council = mayBeCouncil ? findCouncilByName(typed) : undefined;
  const organisation = council?.formalName ?? typed;
  const name = sameName(organisation);
  const known = saved.get(name) ?? added.get(name);
  if (known) return known.id;
  const { kind, role, copies, nextPersonUp } = proposeEmployer(
    employment || (council ? 'council-maintained' : 'other'),
  );
  const employer: Employer = {
    ...newRecord('employer', newId()),
    organisation,
    kind,
    role,
    nextPersonUp,
    copies: copies.map((copy) => ({ id: newId(), name: copy, email: '' })),
  };
  added.set(name, employer);
  return employer.id;
}
