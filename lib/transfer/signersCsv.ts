import { type Employer, type Employment, newRecord, type Signer } from '../storage/schema';
import { employmentChoices, understandEmployment } from '../employer/employment';
import { type FileResult, refuse, type PickedFile } from '../files/readText';
import type { AnyRecord } from '../storage/lists';
import { FIRST_JOB_TITLE } from '../letter/details';
import { sameName } from '../letter/text';
import { CellReader, type TableRow } from '../files/cells';
import { readTable, renderTable } from '../files/csv';
import { detailColumns, type TableShape, textsByColumn } from '../files/tableColumns';
import type { TableAnswers, TableQuestions } from '../files/tableQuestions';
import { EmployersOfTable } from './employersOfTable';

/** In this order the guesses are tried: "School email" is an email, not a school. */
const shape: TableShape = {
  what: 'a table of signers (a .csv file)',
  needs: 'A table of signers has one row for each head, with a name and a school.',
  mistakenFor: {
    headings: /^(organisation|next person up|who to ring on the day)$/,
    sentence: 'This looks like a table of employers. Open it under “Open a table of employers”.',
  },
  columns: detailColumns('signer', [
    {
      field: 'fullName',
      aliases: ['Name'],
      guess:
        /^(.*\b(surname|last)\b.*\b(first|forenames?)\b.*|.*\b(first|forenames?)\b.*\b(surname|last)\b.*|(name of )?(the )?(heads?|head ?teachers?|principal|member|contact|person|signer)( teachers?)?( full)?( name)?s?|names|full names)$/,
    },
    { name: 'Title', isReadOnly: true, guess: /^(salutation|mr mrs( ms)?( miss)?|prefix)$/ },
    { name: 'First name', isReadOnly: true, guess: /\b(forenames?|first|given|christian)\b/ },
    { name: 'Last name', isReadOnly: true, guess: /\b(surname|last|family name|second name)\b/ },
    { field: 'jobTitle', guess: /^(job|role|post|position|job role|designation|post held)$/ },
    {
      field: 'school',
      guess:
        /^((name of )?(the )?(school|academy|establishment|setting|workplace|base|place of work)( academy| setting)?( name)?s?)$/,
    },
    {
      name: 'Who employs you?',
      aliases: ['Who employs them?', 'Kind of school'],
      guess: /\b(type|status|category|kind|maintained|governance)\b/,
      mayBeMerged: true,
    },
    {
      field: 'address',
      aliases: ['Address'],
      joins: true,
      guess: /^(?!.*e ?mail).*\b(address|street|road|town|city|county|line \d)\b/,
    },
    { field: 'postcode', aliases: ['Postcode'], guess: /\bpost ?code\b/ },
    { field: 'phone', guess: /^(?!.*fax).*\b(phone|tel|telephone|mobile|mob|contact (no|number))\b/ },
    { field: 'email', guess: /^(?!.*\b(employer|trust|council|la)\b).*\be ?mail\b/ },
    {
      name: 'Trust',
      isReadOnly: true,
      guess: /^(mat|trust name|name of (the )?(trust|mat)|academy trust|multi academy trust)$/,
    },
    {
      name: 'Employer',
      aliases: ['Organisation'],
      guess:
        /^(?!.*(e ?mail|phone|code|number|no)\b).*\b(la|lea|local authority|authority|council|trust|mat|employer|employed by|employing)\b/,
      mayBeMerged: true,
    },
  ]),
};

/** A table must name people by one column or by the parts of their names, and say where they work. */
const required = [['Full name', 'Last name'], ['School']];

export function renderSignersCsv(signers: readonly Signer[], employers: readonly Employer[]): string {
  return renderTable(
    shape,
    signers.map((signer) => ({
      ...textsByColumn('signer', signer),
      'Who employs you?': employmentChoices.find(({ id }) => id === signer.employment)?.label,
      Employer: employers.find(({ id }) => id === signer.employerId)?.organisation,
    })),
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
  answers: TableAnswers = {},
): Promise<FileResult<AnyRecord[]>> {
  const table = await readTable(file, shape, required, answers);
  if (!table.ok) return table;
  const { questions } = table;
  const cells = new CellReader(questions);
  const employers = new EmployersOfTable(saved.employers, questions, newId);
  // The first of several with the same name counts.
  const signersByKey = new Map(
    saved.signers.toReversed().map((signer) => [signerKey(signer.fullName, signer.school), signer]),
  );
  const turnsNames = countTurned(table.rows) > table.rows.length / 2;
  const named = table.rows.map((row) => ({ row, fullName: readName(row, cells, questions, turnsNames) }));
  const people = named.filter(({ row, fullName }) => isPerson(row, fullName, questions));
  const once = dropRepeated(
    people,
    ({ fullName, row }) => signerKey(fullName, row.cell('School') ?? ''),
    questions,
  );
  if (once.length === 0) return { ...refuse('No row has a name and a school.'), questions: questions.list() };
  const signers = once.map(({ row, fullName }) => {
    const before = signersByKey.get(signerKey(fullName, row.cell('School') ?? ''));
    const signer = { ...toSigner(row, before ?? newRecord('signer', newId()), cells), fullName };
    return { row, isNew: !before, signer: { ...signer, employerId: employers.idFor(row, signer) } };
  });
  for (const { row, isNew, signer } of signers)
    if (isNew && signer.jobTitle === '') signer.jobTitle = askJobTitle(row, questions);
  const value = [
    ...employers.added.map((record): AnyRecord => ({ kind: 'employer', record })),
    ...signers.map(({ signer }): AnyRecord => ({ kind: 'signer', record: signer })),
  ];
  return { ok: true, value, questions: questions.list() };
}

function signerKey(fullName: string, school: string): string {
  return `${sameName(fullName)}\n${sameName(school)}`;
}

/** A first name, an initial or a title; not the letters after a name ("Jane Smith, BEd"). */
const FIRST_NAME = /^\p{Lu}(?:\p{Ll}+|\.)?(?:['’-]\p{Lu}?\p{Ll}+)*\.?$/u;
const ROLE = /^(?:head|deputy|acting|executive|principal)/i;

/** "Smith, Jane (Ms)" and "Smith, Ms Jane" as "Ms Jane Smith"; `null` for a name that is not written so. */
function turn(name: string): string | null {
  const [last = '', rest = '', ...more] = name.split(',').map((part) => part.trim());
  if (name.length > 100 || last === '' || rest === '' || more.length > 0) return null;
  const title = /\((\p{Lu}\p{Ll}{1,4})\.?\)$/u.exec(rest);
  const first = (title ? rest.slice(0, title.index) : rest).trim();
  const isName = first.split(/\s+/).every((word) => FIRST_NAME.test(word));
  if (!isName || ROLE.test(first) || last.split(/\s+/).length > 3) return null;
  return [title?.[1], first, last].filter(Boolean).join(' ');
}

function countTurned(rows: readonly TableRow[]): number {
  return rows.filter((row) => turn(row.cell('Full name') ?? '') !== null).length;
}

function onOneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.length === 1 ? text : lines.filter(Boolean).join(' ');
}

/** The name in one column, or put together from its parts. */
function readName(row: TableRow, cells: CellReader, questions: TableQuestions, turnsNames: boolean): string {
  const whole = onOneLine(cells.text(row, 'Full name', ''));
  const parts = ['Title', 'First name', 'Last name'].map((part) => cells.text(row, part, ''));
  if (whole === '') return parts.filter(Boolean).join(' ');
  const turned = turn(whole);
  if (turned === null) return whole;
  const answer = questions.ask(
    {
      id: 'turned names',
      options: [
        { value: 'turn', label: 'First name first' },
        { value: 'keep', label: 'Keep them as they are' },
      ],
      proposed: turnsNames ? 'turn' : 'keep',
      say: (rows, examples) => `Names begin with the last name in ${rows}: ${examples}.`,
    },
    row.number,
    whole,
  );
  return answer === 'turn' ? turned : whole;
}

/** False for notes, headings of groups and other rows that name nobody. They are left out, and that is said. */
function isPerson(row: TableRow, fullName: string, questions: TableQuestions): boolean {
  const school = row.cell('School') ?? '';
  if (fullName === '' && school === '') {
    const say = (rows: string) => `In ${rows} there is no name and no school. It is left out.`;
    questions.ask({ id: 'nobody', say }, row.number);
    return false;
  }
  const isName =
    fullName.split(/\s+/).length <= 5 && !/[\d.:]|\b(?:trust|council|schools?|academy)\b/i.test(fullName);
  if (row.filled !== 1) return true;
  const found = fullName || school;
  if (fullName === '' || !isName) {
    const say = (rows: string, examples: string) => `Left out: ${rows}, with nothing but ${examples}.`;
    questions.ask({ id: 'note', say }, row.number, found);
    return false;
  }
  const answer = questions.ask(
    {
      id: 'name only',
      options: [
        { value: '', label: 'Leave it out' },
        { value: 'add', label: 'Add it: it is a person’s name' },
      ],
      proposed: '',
      say: (rows, examples) => `In ${rows} there is nothing but ${examples}.`,
    },
    row.number,
    found,
  );
  return answer === 'add';
}

/** Of rows with the same key, keeps one: the first, unless they differ and the user chooses the last. */
export function dropRepeated<T extends { row: TableRow }>(
  rows: readonly T[],
  keyOf: (one: T) => string,
  questions: TableQuestions,
): T[] {
  const kept = new Map<string, T>();
  for (const one of rows) {
    const first = kept.get(keyOf(one));
    if (!first) kept.set(keyOf(one), one);
    else if (first.row.text === one.row.text) {
      const say = (where: string) => `${where.replace('r', 'R')} repeats a row above. It is used once.`;
      questions.ask({ id: 'repeated', say }, one.row.number);
    } else {
      const options = [
        { value: 'first', label: 'Use the first row' },
        { value: 'last', label: 'Use the last row' },
      ];
      const say = (where: string) =>
        `In ${where} there is a name that is in a row above too, with other details.`;
      const answer = questions.ask({ id: 'twice', options, proposed: 'first', say }, one.row.number);
      if (answer === 'last') kept.set(keyOf(one), one);
    }
  }
  return [...kept.values()];
}

/** A branch's list of heads seldom says that they are heads, and every letter does. */
function askJobTitle(row: TableRow, questions: TableQuestions): string {
  return questions.ask(
    {
      id: 'no job title',
      options: [
        { value: FIRST_JOB_TITLE, label: FIRST_JOB_TITLE },
        { value: '', label: 'Leave it empty' },
      ],
      proposed: FIRST_JOB_TITLE,
      say: (rows) => `No job title is given in ${rows}.`,
    },
    row.number,
  );
}

function toSigner(row: TableRow, base: Signer, cells: CellReader): Signer {
  const options = employmentChoices.map(({ id, label }) => ({ value: id, label }));
  const employment = cells.choose<Employment | ''>(
    row,
    'Who employs you?',
    base.employment,
    options,
    understandEmployment,
  );
  return { ...base, ...cells.details(row, 'signer', base), employment };
}
