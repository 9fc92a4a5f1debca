import { findCouncilByName } from '../employer/councils';
import { understandEmployment } from '../employer/employment';
import { kindOfEmployment } from '../employer/pairing';
import { type Copy, type Employer, newRecord } from '../storage/schema';
import { type FileResult, refuse, type PickedFile } from '../files/readText';
import type { AnyRecord } from '../storage/lists';
import { sameName } from '../letter/text';
import { CellReader, type TableRow, type WordMeaning } from '../files/cells';
import { readTable, renderTable } from '../files/csv';
import { detailColumns, type TableShape, textsByColumn } from '../files/tableColumns';
import type { TableAnswers } from '../files/tableQuestions';
import { dropRepeated } from './signersCsv';

const shape: TableShape = {
  what: 'a table of employers (a .csv file)',
  needs: 'A table of employers has one row for each employer, with its name.',
  mistakenFor: {
    headings:
      /^(?:full name|(?:name of )?(?:the )?(?:school|academy)(?: name)?|heads?|head ?teacher|who employs you|surname and first name|surname first name)$/,
    sentence: 'This looks like a table of signers. Open it under “Open a table of signers”.',
  },
  columns: detailColumns('employer', [
    {
      field: 'organisation',
      aliases: ['Employer', 'Council'],
      guess:
        /^(name|names|(name of )?(the )?(la|lea|local authority|authority|council|trust|mat|employer|organisation|body)( (la|trust|mat|council))*( name)?s?)$/,
    },
    { name: 'Kind', guess: /\b(type|category|kind|status)\b/ },
    { field: 'title', guess: /^(salutation|mr mrs( ms)?( miss)?|prefix)$/ },
    {
      name: 'Contact name',
      isReadOnly: true,
      guess:
        /^((main )?contact( person)?( full)?( name)?|ceo|chief executive|director|chair|addressee|ceo name|for the attention of|fao)$/,
    },
    { field: 'firstName', guess: /\b(forenames?|first|given|christian)\b/ },
    { field: 'lastName', guess: /\b(surname|last|family name|second name)\b/ },
    {
      field: 'role',
      guess: /^(job|job title|role|post|position|title of post|contact role|job role|designation)$/,
    },
    { field: 'email', aliases: ['Email'], guess: /\be ?mail\b/ },
    {
      field: 'address',
      aliases: ['Address'],
      joins: true,
      guess: /^(?!.*e ?mail).*\b(address|street|road|town|city|county|line \d)\b/,
    },
    { field: 'postcode', aliases: ['Postcode'], guess: /\bpost ?code\b/ },
    { field: 'phone', guess: /^(?!.*fax).*\b(phone|tel|telephone|mobile|mob|contact (no|number))\b/ },
  ]).concat({ name: 'Copies', guess: /^(cc|copy|copy to|copied to|copies to)$/ }),
};

/** The kinds as the exported table writes them. */
const kinds = {
  council: 'council',
  'academy trust': 'academy-trust',
  'governing body': 'governing-body',
  other: 'other',
} as const satisfies Record<string, Employer['kind']>;

const kindOptions = Object.entries(kinds).map(([label, value]) => ({ value, label }));

/** What people call the kinds of employer, and what they call the schools that have them. */
function understandKind(typed: string): WordMeaning<Employer['kind']> | null {
  const word = typed.slice(0, 100).toLowerCase().trim();
  const same = Object.entries(kinds).find(([name, id]) => name === word || id === word);
  if (same) return { meaning: same[1], guessedBecause: '' };
  if (/^(board of )?governors$|^governing board$/.test(word))
    return { meaning: 'governing-body', guessedBecause: '' };
  const school = understandEmployment(word);
  if (!school) return null;
  const meaning = kindOfEmployment[school.meaning];
  // Which kind of trust an academy has makes no difference here.
  return { meaning, guessedBecause: meaning === 'academy-trust' ? '' : school.guessedBecause };
}

export function renderEmployersCsv(employers: readonly Employer[]): string {
  return renderTable(
    shape,
    employers.map((employer) => ({
      ...textsByColumn('employer', employer),
      Kind: Object.entries(kinds).find(([, kind]) => kind === employer.kind)?.[0],
      Copies: employer.copies.map(renderCopy).join('; '),
    })),
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
  answers: TableAnswers = {},
): Promise<FileResult<AnyRecord[]>> {
  const table = await readTable(file, shape, [['Organisation']], answers);
  if (!table.ok) return table;
  const { questions } = table;
  const cells = new CellReader(questions);
  // The first of several with the same name counts.
  const byName = new Map(saved.toReversed().map((employer) => [sameName(employer.organisation), employer]));
  const named = table.rows.filter((row) => {
    if ((row.cell('Organisation') ?? '') !== '') return true;
    const say = (rows: string) => `In ${rows} the employer’s name is missing. It is left out.`;
    questions.ask({ id: 'nobody', say }, row.number);
    return false;
  });
  const nameIn = (row: TableRow) => {
    const typed = row.cell('Organisation') ?? '';
    return sameName(findCouncilByName(typed)?.formalName ?? typed);
  };
  const once = dropRepeated(
    named.map((row) => ({ row })),
    ({ row }) => nameIn(row),
    questions,
  );
  if (once.length === 0) return { ...refuse('No row names an employer.'), questions: questions.list() };
  const value = once.map(({ row }): AnyRecord => {
    const existing = byName.get(sameName(row.cell('Organisation') ?? '')) ?? byName.get(nameIn(row));
    return {
      kind: 'employer',
      record: toEmployer(row, existing ?? newRecord('employer', newId()), cells, newId),
    };
  });
  return { ok: true, value, questions: questions.list() };
}

function toEmployer(row: TableRow, base: Employer, cells: CellReader, newId: () => string): Employer {
  const typed = cells.text(row, 'Organisation', base.organisation);
  const council = findCouncilByName(typed);
  const before = council && isNew(base) ? 'council' : base.kind;
  const kind = cells.choose(row, 'Kind', before, kindOptions, understandKind) || before;
  const chosenCouncil = kind === 'council' ? council : undefined;
  const contact = splitName(cells.text(row, 'Contact name', ''));
  const known = {
    ...base,
    title: base.title || contact.title,
    firstName: base.firstName || contact.firstName,
    lastName: base.lastName || contact.lastName,
  };
  return {
    ...known,
    ...cells.details(row, 'employer', known),
    organisation: chosenCouncil?.formalName ?? typed,
    kind,
    copies: readCopies(row, base.copies, cells, newId),
  };
}

/** "Mrs Anita Patel" in its parts. */
function splitName(name: string): Pick<Employer, 'title' | 'firstName' | 'lastName'> {
  const words = name.split(/\s+/).filter(Boolean);
  const title = /^(mr|mrs|ms|miss|mx|dr|prof|professor|revd?|sir|dame|cllr|councillor)\.?$/i.test(
    words[0] ?? '',
  )
    ? (words.shift() ?? '')
    : '';
  return { title, lastName: words.pop() ?? '', firstName: words.join(' ') };
}

const isNew = ({ organisation }: Employer) => organisation === '';

/** "Chair of Governors <chair@school.example>", with \ before each separator (; < > \) within the name or address. */
function renderCopy({ name, email }: Copy): string {
  const escape = (text: string) => text.replace(/[\\;<>]/g, '\\$&');
  return email === '' ? escape(name) : `${escape(name)} <${escape(email)}>`.trim();
}

function readCopies(row: TableRow, existing: Copy[], cells: CellReader, newId: () => string): Copy[] {
  const cell = row.cell('Copies');
  if (cell === undefined) return existing;
  const parts = cell.match(/(?:\\.|[^;])+/gs) ?? [];
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const { name, email } = parseCopy(part);
      const known = existing.find((copy) => copy.name === name && copy.email === email);
      // "jo@x.example" alone, or the half of "Chair <a@x.example; b@x.example>", is no name.
      const typed = email === '' && name.includes('@') ? name : email;
      return known ?? { id: newId(), name, email: cells.address(row, 'Copies', typed, '') };
    });
}

function parseCopy(part: string): Pick<Copy, 'name' | 'email'> {
  const [, name = part, email = ''] = /^((?:\\.|[^\\<])*)<((?:\\.|[^\\<>])*)>$/s.exec(part) ?? [];
  const unescape = (text: string) => text.trim().replace(/\\([\\;<>])/g, '$1');
  return { name: unescape(name), email: unescape(email) };
}
