import { findCouncilByName } from '../employer/councils';
import { type Copy, type Employer, newRecord } from '../storage/schema';
import type { FileResult } from '../files/problem';
import type { PickedFile } from '../files/readText';
import type { AnyRecord } from '../storage/lists';
import { sameName } from '../letter/text';
import { readTable, renderTable, RowProblems, type TableRow, type TableShape } from '../files/csv';

const shape: TableShape = {
  what: 'a table of employers (a .csv file)',
  columns: [
    { name: 'Organisation', aliases: ['Employer', 'Council'], required: true },
    { name: 'Kind' },
    { name: 'Title' },
    { name: 'First name' },
    { name: 'Last name' },
    { name: 'Role' },
    { name: 'Employer’s email', aliases: ['Email'] },
    { name: 'Employer’s address', aliases: ['Address'] },
    { name: 'Employer’s postcode', aliases: ['Postcode'] },
    { name: 'Phone' },
    { name: 'Who to ring on the day' },
    { name: 'Next person up' },
    { name: 'Next person’s email' },
    { name: 'Copies' },
  ],
};

const kinds = {
  council: 'council',
  'academy trust': 'academy-trust',
  'governing body': 'governing-body',
  other: 'other',
} as const satisfies Record<string, Employer['kind']>;

export function renderEmployersCsv(employers: readonly Employer[]): string {
  return renderTable(
    shape,
    employers.map((employer) => [
      employer.organisation,
      Object.entries(kinds).find(([, kind]) => kind === employer.kind)?.[0] ?? '',
      employer.title,
      employer.firstName,
      employer.lastName,
      employer.role,
      employer.email,
      employer.address,
      employer.postcode,
      employer.phone,
      employer.ringFirst,
      employer.nextPersonUp,
      employer.nextPersonEmail,
      employer.copies.map(renderCopy).join('; '),
    ]),
  );
}

/**
 * Reads a table of employers, to be compared and stored. A row whose name is saved already updates that employer, in
 * the table's columns only.
 */
export async function readEmployersCsv(
  file: PickedFile,
  saved: readonly Employer[],
  newId: () => string,
): Promise<FileResult<AnyRecord[]>> {
  const table = await readTable(file, shape);
  if (!table.ok) return table;
  const problems = new RowProblems();
  const seen = new Map<string, number>();
  // The first of several with the same name counts.
  const byName = new Map(saved.toReversed().map((employer) => [sameName(employer.organisation), employer]));
  const employers = table.value.map((row) => {
    const typed = row.cell('Organisation') ?? '';
    const name = sameName(findCouncilByName(typed)?.formalName ?? typed);
    if (name === '') problems.add(row, 'Organisation', 'The employer’s name is missing here.');
    else if (seen.has(name))
      problems.add(row, 'Organisation', `This employer stands on line ${seen.get(name)} already.`);
    else seen.set(name, row.line);
    const existing = byName.get(sameName(typed)) ?? byName.get(name);
    return toEmployer(row, existing ?? newRecord('employer', newId()), problems, newId);
  });
  if (problems.all.length > 0) return { ok: false, problems: problems.all };
  return { ...table, value: employers.map((record) => ({ kind: 'employer', record })) };
}

function toEmployer(row: TableRow, base: Employer, problems: RowProblems, newId: () => string): Employer {
  const cell = (column: string, before: string) => problems.text(row, column, before);
  problems.email(row, 'Employer’s email', base.email);
  problems.email(row, 'Next person’s email', base.nextPersonEmail);
  const typed = cell('Organisation', base.organisation);
  const council = findCouncilByName(typed);
  const kind = problems.choose(row, 'Kind', kinds, council && isNew(base) ? 'council' : base.kind);
  const chosenCouncil = kind === 'council' ? council : undefined;
  return {
    ...base,
    organisation: chosenCouncil?.formalName ?? typed,
    kind,
    title: cell('Title', base.title),
    firstName: cell('First name', base.firstName),
    lastName: cell('Last name', base.lastName),
    role: cell('Role', base.role),
    email: cell('Employer’s email', base.email),
    address: cell('Employer’s address', base.address),
    postcode: problems.postcode(row, 'Employer’s postcode', base.postcode),
    phone: problems.phone(row, 'Phone', base.phone),
    ringFirst: cell('Who to ring on the day', base.ringFirst),
    nextPersonUp: cell('Next person up', base.nextPersonUp),
    nextPersonEmail: cell('Next person’s email', base.nextPersonEmail),
    copies: readCopies(row, base.copies, problems, newId),
  };
}

const isNew = ({ organisation }: Employer) => organisation === '';

/** "Chair of Governors <chair@school.example>", with \ before each separator (; < > \) within the name or address. */
function renderCopy({ name, email }: Copy): string {
  const escape = (text: string) => text.replace(/[\\;<>]/g, '\\$&');
  return email === '' ? escape(name) : `${escape(name)} <${escape(email)}>`.trim();
}

function readCopies(row: TableRow, existing: Copy[], problems: RowProblems, newId: () => string): Copy[] {
  const cell = row.cell('Copies');
  if (cell === undefined) return existing;
  const parts = cell.match(/(?:\\.|[^;])+/gs) ?? [];
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const { name, email } = parseCopy(part);
      const known = existing.find((copy) => copy.name === name && copy.email === email);
      if (!known) problems.address(row, 'Copies', email, '');
      return known ?? { id: newId(), name, email };
    });
}

function parseCopy(part: string): Pick<Copy, 'name' | 'email'> {
  const [, name = part, email = ''] = /^((?:\\.|[^\\<])*)<((?:\\.|[^\\<>])*)>$/s.exec(part) ?? [];
  const unescape = (text: string) => text.trim().replace(/\\([\\;<>])/g, '$1');
  return { name: unescape(name), email: unescape(email) };
}
