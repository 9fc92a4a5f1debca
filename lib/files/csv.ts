import Papa from 'papaparse';
import { isEmailAddress } from '../letter/emailAddress';
import { adviseOnAddress } from '../letter/emailAdvice';
import { type FileProblem, type FileResult, refuse } from './problem';
import { type PickedFile, readMisread, readTextFile } from './readText';

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
  const value = body.map(({ line, cells }) => toRow(line, cells, names));
  return { ok: true, value, leftOut: listUnknown(shape, headings, names) };
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
      if (at === -1) return undefined;
      // Spreadsheet programs are told by ="0118" that digits are text.
      const cell = (cells[at] ?? '').trim().replace(/^="([^"]*)"$/, '$1');
      return restoreCell(cell).replaceAll(/\r\n?/g, '\n');
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
  const missing = shape.columns.filter(({ name, required }) => required && !names.includes(name));
  if (missing.length > 0) {
    const [first] = missing;
    return [
      {
        line: 1,
        sentence: `The column “${first?.name}” is missing; ${shape.what} has the columns ${listNames(shape.columns)}.`,
      },
    ];
  }
  const seen = new Set<string>();
  return headings.flatMap((heading, at) => {
    const name = names[at];
    if (name === null || name === undefined) return [];
    if (seen.has(name)) return [{ ...headingPlace(heading, at), sentence: 'This column appears twice.' }];
    seen.add(name);
    return [];
  });
}

/** A later version, or the user, may have added a column. It costs none of the others. */
function listUnknown({ columns }: TableShape, headings: string[], names: (string | null)[]): FileProblem[] {
  const sentence = `This column is not known here; known are ${listNames(columns)}.`;
  return headings.flatMap((heading, at) =>
    names[at] === null ? [{ ...headingPlace(heading, at), sentence }] : [],
  );
}

const headingPlace = (heading: string, at: number) => ({ line: 1, column: heading.trim() || at + 1 });
const listNames = (columns: readonly Column[]) => columns.map(({ name }) => `“${name}”`).join(', ');

function checkWidths(rows: readonly NumberedRow[], width: number): FileProblem[] {
  const isWrong = (cells: string[]) =>
    cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '');
  return rows
    .filter(({ cells }) => isWrong(cells))
    .map(({ line, cells }) => ({ line, sentence: describeWidths(cells.length, width) }));
}

/**
 * A spreadsheet program runs a text that begins like a formula, at the beginning of a cell, or after a line break or a
 * separator if the program splits the cell there. An apostrophe before it makes it text. It is removed when the table is
 * read again, so that "+44 118…" is unchanged.
 */
const FORMULA =
  /(^)('*)(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])|([;|\t\r\n][ "]*)('*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
/**
 * Text that a spreadsheet program takes for a number, date or truth value and saves otherwise: "0118…" without its 0,
 * twelve digits as "4.4E+11", "3/4" as a date. Up to eleven digits without a leading 0 are saved as they are.
 */
const TAKEN_FOR_A_VALUE =
  /^'*(?:(?!\d{1,11}$)[£$€]?[\d.,:/%-]*\d[\d.,:/%-]*|0[\d.,:/%-]+|\d[\d.,]*e[+-]?\d+|true|false|(?:\d{1,2}[ -])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{1,4}|\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)$/i;

/** Longer text is no number or date, and would take long to search. */
function isTakenForAValue(text: string): boolean {
  return text.length <= 300 && TAKEN_FOR_A_VALUE.test(text);
}

export function neutraliseCell(text: string): string {
  if (isTakenForAValue(text)) return `'${text}`;
  return text.replace(FORMULA, "$1$3'$2$4");
}

export function restoreCell(cell: string): string {
  if (cell.startsWith("'") && isTakenForAValue(cell)) return cell.slice(1);
  return cell.replace(FORMULA, (before) => before.replace("'", ''));
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

  /** The text of a cell, or `before`, the saved text, if the table lacks the column. Reports damage by a spreadsheet. */
  text(row: TableRow, column: string, before: string): string {
    const cell = row.cell(column) ?? before;
    const damage = cell === before ? null : describeDamage(cell);
    if (damage) this.add(row, column, damage);
    return cell;
  }

  /** A phone number that a spreadsheet took for a number has lost its first 0 or +, and may have got commas. */
  phone(row: TableRow, column: string, before: string): string {
    const cell = this.text(row, column, before);
    const digits = cell.replace(/\.0$|,/g, '');
    const hasLostPlus = /^44\d{9,10}$/.test(digits);
    const lost = hasLostPlus ? '+' : '0';
    if (cell !== before && (hasLostPlus || /^[1-9]\d{8,9}$/.test(digits)))
      this.add(
        row,
        column,
        `The first ${lost} of “${cell}” is missing. ${SPREADSHEETS_CHANGE} Type the ${lost} again.`,
      );
    return cell;
  }

  /** Two blanks between the halves of a postcode become one. */
  postcode(row: TableRow, column: string, before: string): string {
    const cell = this.text(row, column, before);
    return cell === before ? cell : cell.replace(/\s+/g, ' ');
  }

  /** Requires an email address or `before`, the saved text: the forms accept any text, so exports may have others. */
  email(row: TableRow, column: string, before: string): void {
    this.address(row, column, row.cell(column) ?? '', before);
  }

  address(row: TableRow, column: string, typed: string, before: string): void {
    if (typed === '' || typed === before || isEmailAddress(typed)) return;
    const advice = adviseOnAddress(typed);
    this.add(row, column, `“${shorten(typed)}” is not an email address.${advice ? ` ${advice}.` : ''}`);
  }
}

const SPREADSHEETS_CHANGE =
  'Spreadsheets change long numbers and first zeros unless the column is formatted as text.';

/** What spreadsheet programs show where a formula failed or a column is too narrow. */
const NO_VALUE = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|#+)$/;

/** Accented letters of the Mac's and of the oldest Windows encoding, read as Windows-1252: é as Ž or ‚, ë as ‰. */
const OTHER_ENCODING = /[a-z][‚ƒ„†‡ˆ‰Š‹ŒŽÕ]/;

function describeDamage(cell: string): string | null {
  if (NO_VALUE.test(cell))
    return `“${cell}” is what a spreadsheet shows in place of a value. Type the value there, and save the table again.`;
  if (OTHER_ENCODING.test(cell) || /&(?:[a-z]{2,8}|#\d{1,5});/i.test(cell))
    return `“${shorten(cell)}” has a letter that was saved in another encoding. Save the table again as “CSV UTF-8”, from a copy where the letter is right.`;
  if (/^\d(?:[.,]\d+)?E\+\d+$/.test(cell))
    return `“${cell}” is a number cut short. ${SPREADSHEETS_CHANGE} Type the whole number again.`;
  if (cell.includes('�'))
    return `“${shorten(cell)}” has lost a letter. Save the table again as “CSV UTF-8”, from a copy where the letter is right.`;
  const meant = readMisread(cell);
  return meant === null
    ? null
    : `“${shorten(cell)}” probably was “${shorten(meant)}”. Open the original table again as UTF-8 text, and save it as “CSV UTF-8”.`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
