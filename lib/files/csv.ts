import Papa from 'papaparse';
import { isEmailAddress } from '../letter/emailAddress';
import { type FileProblem, type FileResult, refuse } from './problem';
import { type PickedFile, readTextFile } from './readText';

/** The columns of a CSV table. They are found by name and may come in any order. */
export interface TableShape {
  /** E.g. "a table of signers (a .csv file)". */
  what: string;
  columns: readonly Column[];
}

interface Column {
  name: string;
  /** Other headings that are accepted for this column. */
  aliases?: readonly string[];
  required?: boolean;
}

export interface TableRow {
  line: number;
  /** The trimmed text of a cell; `undefined` when the table does not have that column. */
  cell(name: string): string | undefined;
}

/** Returns CSV text. It begins with a byte order mark, from which Excel knows that the file is UTF-8. */
export function renderTable({ columns }: TableShape, rows: readonly string[][]): string {
  const names = columns.map(({ name }) => name);
  const cells = [names, ...rows].map((row) => row.map(neutraliseCell));
  return `\uFEFF${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

const MAX_BYTES = 5_000_000;
/** Many times the largest branch. The page would take long to show and to save more. */
const MAX_ROWS = 5_000;

export async function readTable(file: PickedFile, shape: TableShape): Promise<FileResult<TableRow[]>> {
  const text = await readTextFile(file, { what: shape.what, maxBytes: MAX_BYTES, mayBeWindows1252: true });
  if (!text.ok) return text;
  // Excel can write a first line that names the delimiter, e.g. "sep=;".
  const named = /^\uFEFF?sep=(.)(?=\r?\n)/i.exec(text.value);
  const delimiter = named?.[1] ?? guessDelimiter(text.value, shape);
  const parsed = Papa.parse<string[]>(text.value, { delimiter });
  const rows = numberRows(parsed.data);
  const fault = parsed.errors.find(({ type }) => type === 'Quotes');
  if (fault) return refuse('A quotation mark here is not closed.', { line: rows[fault.row ?? 0]?.line ?? 1 });
  const [header, ...body] = rows.filter(hasContent);
  if (!header) return refuse(`This file is empty; ${shape.what} is expected.`);
  if (body.length > MAX_ROWS) {
    const [found, limit] = [body.length, MAX_ROWS].map((count) => count.toLocaleString('en-GB'));
    return refuse(`This table has ${found} rows; at most ${limit} can be added at once.`);
  }
  const headings = header.cells.slice(0, widthOf([header, ...body]));
  const names = headings.map((heading) => findColumn(shape, heading)?.name ?? null);
  const problems = [...checkHeader(shape, headings, names), ...checkWidths(body, names.length)];
  if (problems.length > 0) return { ok: false, problems };
  if (body.length === 0) return refuse('There are no rows under the headings.', { line: 1 });
  return { ok: true, value: body.map(({ line, cells }) => toRow(line, cells, names)) };
}

/** The delimiter that gives the most known headings. Cells do not count: they may contain one ("Chair; Clerk"). */
function guessDelimiter(text: string, shape: TableShape): string {
  const countColumns = (delimiter: string) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: 5 });
    const [header = []] = numberRows(data)
      .filter(hasContent)
      .map(({ cells }) => cells);
    return header.filter((heading) => findColumn(shape, heading)).length;
  };
  const [best = ','] = [',', ';', '\t'].toSorted((a, b) => countColumns(b) - countColumns(a));
  return best;
}

interface NumberedRow {
  line: number;
  cells: string[];
}

/** Adds the line on which each row begins. */
function numberRows(rows: readonly string[][]): NumberedRow[] {
  let line = 1;
  return rows.map((cells) => {
    const numbered = { line, cells };
    line += countLines(cells);
    return numbered;
  });
}

/** False for an empty line and for the line "sep=;". */
function hasContent({ line, cells }: NumberedRow): boolean {
  return cells.some((cell) => cell.trim() !== '') && !(line === 1 && /^sep=/i.test(cells[0] ?? ''));
}

/** The number of columns, without empty ones that a spreadsheet program leaves on the right. */
function widthOf(rows: readonly NumberedRow[]): number {
  const widths = rows.map(({ cells }) => cells.findLastIndex((cell) => cell.trim() !== '') + 1);
  // Not `Math.max(...widths)`: so many arguments overflow the stack.
  return widths.reduce((widest, width) => Math.max(widest, width), 0);
}

function toRow(line: number, cells: string[], names: (string | null)[]): TableRow {
  return {
    line,
    cell: (name) => {
      const at = names.indexOf(name);
      return at === -1 ? undefined : restoreCell((cells[at] ?? '').trim()).replaceAll(/\r\n?/g, '\n');
    },
  };
}

function findColumn({ columns }: TableShape, heading: string): Column | undefined {
  const wanted = normaliseHeading(heading);
  return columns.find(({ name, aliases = [] }) =>
    [name, ...aliases].some((accepted) => normaliseHeading(accepted) === wanted),
  );
}

function normaliseHeading(heading: string): string {
  return restoreCell(heading.replace(/^\uFEFF/, ''))
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

function checkHeader(shape: TableShape, headings: string[], names: (string | null)[]): FileProblem[] {
  const known = shape.columns.map(({ name }) => `“${name}”`).join(', ');
  const missing = shape.columns.filter(({ name, required }) => required && !names.includes(name));
  if (missing.length > 0) {
    const [first] = missing;
    return [
      {
        line: 1,
        sentence: `The column “${first?.name}” is missing; ${shape.what} has the columns ${known}.`,
      },
    ];
  }
  const seen = new Set<string>();
  return headings.flatMap((heading, at) => {
    const place = { line: 1, column: heading.trim() || at + 1 };
    const name = names[at];
    if (name === null || name === undefined)
      return [{ ...place, sentence: `This column is not known here; known are ${known}.` }];
    if (seen.has(name)) return [{ ...place, sentence: 'This column appears twice.' }];
    seen.add(name);
    return [];
  });
}

function checkWidths(rows: readonly NumberedRow[], width: number): FileProblem[] {
  const isWrong = (cells: string[]) =>
    cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '');
  return rows
    .filter(({ cells }) => isWrong(cells))
    .map(({ line, cells }) => ({ line, sentence: describeWidths(cells.length, width) }));
}

/**
 * A spreadsheet program runs a cell that begins like a formula. A leading apostrophe makes it text. It is removed when
 * the table is read again, so that "+44 118…" is unchanged.
 */
const FORMULA_START = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

export function neutraliseCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

export function restoreCell(cell: string): string {
  return cell.startsWith("'") && FORMULA_START.test(cell) ? cell.slice(1) : cell;
}

/** The number of lines that a row takes up: cells can contain line breaks. */
export function countLines(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 1);
}

export function describeWidths(here: number, above: number): string {
  const columns = here === 1 ? 'is 1 column' : `are ${here} columns`;
  return `There ${columns} here and ${above} in the first line; both must be the same.`;
}

/** Collects the problems in a table's cells, so that the user can correct all of them at once. */
export class RowProblems {
  readonly all: FileProblem[] = [];

  add({ line }: TableRow, column: string, sentence: string): void {
    this.all.push({ line, column, sentence });
  }

  /** The meaning of a cell that must be one of several words; `fallback` when it is empty, absent or unknown. */
  choose<T>(row: TableRow, column: string, meanings: Readonly<Record<string, T>>, fallback: T): T {
    const cell = row.cell(column) ?? '';
    if (cell === '') return fallback;
    const word = Object.keys(meanings).find((each) => each.toLowerCase() === cell.toLowerCase());
    if (word !== undefined) return meanings[word] ?? fallback;
    const words = Object.keys(meanings).map((each) => `“${each}”`);
    this.add(row, column, `“${shorten(cell)}” is not a word we know here. Use one of: ${words.join(', ')}.`);
    return fallback;
  }

  /** Requires an email address or `before`, the saved text: the forms accept any text, so exports may have others. */
  email(row: TableRow, column: string, before: string): void {
    const cell = row.cell(column) ?? '';
    if (cell !== '' && cell !== before && !isEmailAddress(cell))
      this.add(row, column, `“${shorten(cell)}” is not an email address.`);
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
