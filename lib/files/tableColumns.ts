import { type DetailName, type DetailOwner, type DetailValues, listDetails } from '../letter/details';
import { restoreCell } from './cells';
import { shorten, type TableQuestions } from './tableQuestions';

/** The columns of a CSV table. They are found by their headings and may come in any order. */
export interface TableShape {
  /** E.g. "a table of signers (a .csv file)". */
  what: string;
  /** What its rows must have, in a sentence for someone who opened another table. */
  needs: string;
  columns: readonly Column[];
  /** The headings of another table that is picked by mistake, and what to say then. */
  mistakenFor: { headings: RegExp; sentence: string };
}

export interface Column {
  name: string;
  /** Other headings that are accepted for this column. */
  aliases?: readonly string[];
  /** Headings that probably mean this column; the user is asked. Written for lower-case words with one space between. */
  guess?: RegExp;
  /** Read but not exported: the parts of a name that we save as one. */
  isReadOnly?: boolean;
  /** Several columns are joined with line breaks: the lines of an address. */
  joins?: boolean;
  /** Spreadsheet programs export merged cells as one cell and empty ones below it. */
  mayBeMerged?: boolean;
}

/** A column for every detail: first those of which there is more to say, in the order given, then the others. */
export function detailColumns<Owner extends DetailOwner>(
  owner: Owner,
  known: readonly (Column | ({ field: DetailName<Owner> } & Omit<Column, 'name'>))[],
): Column[] {
  const all = listDetails(owner);
  const named = known.map((column) =>
    'field' in column
      ? { ...column, name: all.find(({ field }) => field === column.field)?.label ?? '' }
      : column,
  );
  const others = all.filter(({ label }) => !named.some(({ name }) => name === label));
  return [...named, ...others.map(({ label }) => ({ name: label }))];
}

/** A record's details by the name of their column. */
export function textsByColumn<Owner extends DetailOwner>(
  owner: Owner,
  record: DetailValues<Owner>,
): Record<string, string> {
  return Object.fromEntries(listDetails(owner).map(({ field, label }) => [label, record[field]]));
}

/** A row with something in it. */
export interface NumberedRow {
  number: number;
  cells: string[];
}

export interface Header extends NumberedRow {
  /** The row names no columns but is the first row of data. */
  isData: boolean;
}

/** A title and notes may be above the headings. */
export const MOST_TITLE_ROWS = 20;
const CERTAIN_SCORE = 2;

/** The row with the most known headings; `null` if no row has enough. */
export function findHeader(rows: readonly NumberedRow[], shape: TableShape): Header | null {
  const [best] = rows
    .slice(0, MOST_TITLE_ROWS)
    .map((row) => ({ row, score: headingScore(row.cells, shape) }))
    .toSorted((a, b) => b.score - a.score);
  return best && best.score >= CERTAIN_SCORE ? { ...best.row, isData: false } : null;
}

export function headingScore(cells: readonly string[], shape: TableShape): number {
  const known = cells.map((cell) => findColumn(shape, cell)?.name);
  const guessed = cells.map((cell) => guessColumn(shape, cell)?.name);
  const count = (names: (string | undefined)[]) => new Set(names.filter((name) => name !== undefined)).size;
  return 2 * count(known) + count(guessed);
}

export function askHeader({ number, cells }: NumberedRow, questions: TableQuestions): Header {
  const words = cells.filter((cell) => cell !== '').join(', ');
  const answer = questions.askColumn(
    {
      id: 'header',
      label: `Row ${number}`,
      hint: words.length > 90 ? `${words.slice(0, 89)}…` : words,
      options: [
        { value: 'headings', label: 'It has the headings of the columns' },
        { value: 'data', label: 'It is the first row to add' },
      ],
    },
    // Headings have neither addresses nor numbers.
    /[@\d]/.test(words) ? 'data' : 'headings',
  );
  return { number, cells, isData: answer === 'data' };
}

/** One column of the table, and the column of ours that it is read as. */
export interface FoundColumn {
  at: number;
  heading: string;
  column: Column;
}

/** Finds which column is which. Every column whose heading is not exactly ours is asked about, with our guess. */
export function askColumns(
  header: Header,
  body: readonly NumberedRow[],
  shape: TableShape,
  questions: TableQuestions,
): FoundColumn[] {
  const width = Math.max(header.cells.length, mostCells(body));
  const headings = Array.from({ length: width }, (_, at) => (header.isData ? '' : (header.cells[at] ?? '')));
  const exact = headings.map((heading) => findColumn(shape, heading));
  const taken = new Set<Column>();
  const take = (column: Column | undefined) => {
    if (!column || (taken.has(column) && !column.joins)) return undefined;
    taken.add(column);
    return column;
  };
  const known = exact.map(take);
  const options = [
    { value: '', label: 'Leave it out' },
    ...shape.columns.map(({ name }) => ({ value: name, label: name })),
  ];
  return headings.flatMap((heading, at): FoundColumn[] => {
    const column = known[at];
    if (column) return [{ at, heading, column }];
    const samples = [...new Set(body.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== ''))];
    if (samples.length === 0) return [];
    const label = heading || `Column ${letterOf(at)}, without a heading`;
    const hint = `For example ${samples
      .slice(0, 2)
      .map((sample) => `“${sample.slice(0, 30)}”`)
      .join(', ')}`;
    const name = questions.askColumn(
      { id: `column ${at}`, label, hint, options },
      take(guessColumn(shape, heading))?.name ?? '',
    );
    const chosen = shape.columns.find((each) => each.name === name);
    return chosen ? [{ at, heading: label, column: chosen }] : [];
  });
}

/** Not `Math.max(...widths)`: so many arguments overflow the stack. */
function mostCells(rows: readonly NumberedRow[]): number {
  return rows.reduce(
    (widest, { cells }) => Math.max(widest, cells.findLastIndex((cell) => cell !== '') + 1),
    0,
  );
}

/** As a spreadsheet names its columns: A to Z, then AA. */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}

function findColumn({ columns }: TableShape, heading: string): Column | undefined {
  const wanted = onlyLetters(heading);
  if (wanted === '') return undefined;
  return columns.find(({ name, aliases = [] }) =>
    [name, ...aliases].some((accepted) => onlyLetters(accepted) === wanted),
  );
}

function guessColumn({ columns }: TableShape, heading: string): Column | undefined {
  const words = plain(heading);
  return words.length > 40 ? undefined : columns.find(({ guess }) => guess?.test(words));
}

const onlyLetters = (heading: string) =>
  restoreCell(heading)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');

/** "LA / Trust:" as "la trust". */
export function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Headings of tables about something else, which people keep in the same folder. */
const otherSubjects: readonly { of: string; headings: RegExp; never?: RegExp }[] = [
  {
    of: 'pupils',
    headings: /^(year|yr|class|form|reg|house|teacher|attendance|attainment)$/,
    // No list of heads or employers has two of these.
    never:
      /^(upn|uln|(pupil|student|child)s?( \w+)*|(year|yr|tutor|reg|form) group|nc year|dob|d o b|date of birth|fsm|free school meals|pupil premium|ppg?|eal|sen|send|sen (status|need|support)|ehcp)$/,
  },
  {
    of: 'payments',
    headings:
      /^((sub)?total|amount( \w+)?|balance|paid( \w+)?|receipt( \w+)?|invoice( \w+)?|price|(unit )?cost|debit|credit|vat|net|gross|payee|supplier|quantity|qty|item|budget( \w+)?|income|expenditure|transaction( \w+)?)$/,
  },
  {
    of: 'dates or events',
    headings:
      /^(date|time|(start|end|due|finish) (date|time)|day|events?|venue|room|agenda( item)?|minutes|action( \w+)?|attendees|apologies|duration|subject|all day event)$/,
  },
  {
    of: 'staff pay or absence',
    headings:
      /^(salary|pay( \w+)?|grade|scale point|fte|hours( per week)?|ni( number| no)?|national insurance( \w+)?|payroll( \w+)?|absence( \w+)?|sickness( \w+)?|days (lost|absent)|department)$/,
  },
];

/** Says what a table is about, and from which headings that follows; `null` if it may be one of ours. */
export function describeOther(
  headings: readonly string[],
  { needs }: TableShape,
  lacksColumns: boolean,
): string | null {
  const count = (known: RegExp | undefined) => headings.filter((each) => known?.test(plain(each)));
  const [subject] = otherSubjects
    .map((one) => ({ ...one, found: [...count(one.never), ...count(one.headings)] }))
    .filter(({ never, found }) => (lacksColumns ? found.length >= 2 : count(never).length >= 2))
    .toSorted((one, other) => other.found.length - one.found.length);
  if (!subject) return null;
  return `This looks like a table of ${subject.of}: it has the columns ${quote(subject.found.slice(0, 3))}. ${needs} Open another table, or save an empty one and fill it in.`;
}

function quote(headings: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(headings.map((heading) => `“${shorten(heading)}”`));
}

/** For a table of which no column is known. */
export function describeUnknown(headings: readonly string[], { needs }: TableShape): string {
  const filled = headings.filter((heading) => heading !== '');
  return `None of the columns in this table is known here: ${quote(filled.slice(0, 4))}. ${needs} If it is the right table, choose below which column is which.`;
}

export function describeMissing(names: readonly string[], { what }: TableShape): string {
  const wanted = names.map((name) => `“${name}”`).join(' or ');
  return `There is no column ${wanted}, which ${what} needs. Choose below which column it is, or add one to the table.`;
}
