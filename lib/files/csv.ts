import Papa from 'papaparse';
import type { Result } from '../failure/failure';
import { neutraliseCell, restoreCell, saysNothing, type TableRow } from './cells';
import { type FileRefusal, refuse, type PickedFile, readTextFile } from './readText';
import {
  askColumns,
  askHeader,
  describeMissing,
  describeOther,
  describeUnknown,
  findHeader,
  type FoundColumn,
  type Header,
  headingScore,
  MOST_TITLE_ROWS,
  type NumberedRow,
  plain,
  type TableShape,
} from './tableColumns';
import { type TableAnswers, TableQuestions } from './tableQuestions';

export type TableResult = Result<{ rows: TableRow[]; questions: TableQuestions }, FileRefusal>;

/**
 * Returns CSV text. Each row gives its cells by the name of their column. The text begins with a byte order mark, from which
 * Excel knows that the file is UTF-8.
 */
export function renderTable(shape: TableShape, rows: readonly Record<string, string | undefined>[]): string {
  const names = exportedNames(shape);
  // LibreOffice drops a tab, and the apostrophe of `neutraliseCell` after it would stay.
  const cells = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((row) =>
    row.map((text) => neutraliseCell(text.replaceAll('\t', ' '))),
  );
  return `\uFEFF${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

const MAX_BYTES = 5_000_000;
/** Many times the largest branch. The page would take long to show and to save more. */
const MAX_ROWS = 5_000;

/** Reads a table's rows. `required` are sets of columns of which the table must have one. */
export async function readTable(
  file: PickedFile,
  shape: TableShape,
  required: readonly (readonly string[])[],
  answers: TableAnswers,
): Promise<TableResult> {
  const text = await readTextFile(file, { what: shape.what, maxBytes: MAX_BYTES, mayBeWindows1252: true });
  if (!text.ok) return withWayOn(text);
  // Excel can write a first line that names the delimiter, e.g. "sep=;". It is no row of the spreadsheet.
  const named = /^\uFEFF?sep=(.)\r?\n/i.exec(text.value);
  const content = text.value.slice(named?.[0].length ?? 0);
  const delimiter = named?.[1] ?? guessDelimiter(content, shape);
  const parsed = Papa.parse<string[]>(content, { delimiter });
  const fault = parsed.errors.find(({ type }) => type === 'Quotes');
  if (fault) return refuse('A quotation mark here is not closed.', { row: (fault.row ?? 0) + 1 });
  const filled = numberRows(parsed.data);
  const [first] = filled;
  if (!first) return refuse(`This file is empty; ${shape.what} is expected.`);
  if (filled.length - 1 > MAX_ROWS) {
    const [found, limit] = [filled.length - 1, MAX_ROWS].map((count) => count.toLocaleString('en-GB'));
    return refuse(`This table has ${found} rows; at most ${limit} can be added at once.`);
  }
  const questions = new TableQuestions(answers);
  const header = findHeader(filled, shape) ?? askHeader(first, questions);
  const isBody = ({ number, cells }: NumberedRow) =>
    header.isData ? number >= header.number : number > header.number && !isSameRow(cells, header.cells);
  const rows = filled.filter(isBody).filter((row) => !isTotal(row, questions));
  const body = leaveOutShifted(header, rows, questions);
  const columns = askColumns(header, body, shape, questions);
  if (header.cells.some((heading) => shape.mistakenFor.headings.test(plain(heading))))
    return refuse(shape.mistakenFor.sentence);
  const missing = required.find((names) => !columns.some(({ column }) => names.includes(column.name)));
  // Without a known heading the first row may be a title, and the headings below it.
  for (const { number, cells } of missing ? filled.slice(0, MOST_TITLE_ROWS) : [header]) {
    const other = describeOther(cells, shape, missing !== undefined);
    if (other !== null) return refuse(other, { row: number });
  }
  if (missing) {
    const sentence =
      columns.length === 0 && !header.isData
        ? describeUnknown(header.cells, shape)
        : describeMissing(missing, shape);
    return { ...refuse(sentence, { row: header.number }), questions: questions.list() };
  }
  if (body.length === 0) return refuse('There are no rows under the headings.', { row: header.number });
  if (!isExported(header, shape)) fillMerged(body, columns, questions);
  return { ok: true, rows: body.map((row) => toRow(row, columns)), questions };
}

/** A file that is no text is often the spreadsheet itself. */
function withWayOn(refused: Extract<TableResult, { ok: false }>): TableResult {
  const problems = refused.problems.map((problem) => ({
    ...problem,
    sentence: /Excel file/.test(problem.sentence)
      ? `${problem.sentence} In Excel choose File, Save As and “CSV UTF-8”, and open that file here.`
      : problem.sentence,
  }));
  return { ...refused, problems };
}

/** Numbers the rows as a spreadsheet does, and leaves out the empty ones. */
function numberRows(rows: readonly string[][]): NumberedRow[] {
  return rows
    .map((cells, at) => ({ number: at + 1, cells: cells.map(tidyCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** Spreadsheet programs are told by ="0118" that digits are text. */
function tidyCell(cell: string): string {
  const text = cell
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/^="([^"]*)"$/, '$1');
  return saysNothing(text) ? '' : restoreCell(text).replaceAll(/\r\n?/g, '\n');
}

/** The delimiter that gives the most known headings. Cells do not count: they may contain one ("Chair; Clerk"). */
function guessDelimiter(text: string, shape: TableShape): string {
  const score = (delimiter: string) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: MOST_TITLE_ROWS });
    return Math.max(0, ...data.map((cells) => headingScore(cells, shape)));
  };
  const [best = ','] = [',', ';', '\t', '|'].toSorted((a, b) => score(b) - score(a));
  return best;
}

/** A table that we have exported has no merged cells. */
function isExported({ cells }: Header, shape: TableShape): boolean {
  return isSameRow(cells, exportedNames(shape));
}

function exportedNames({ columns }: TableShape): string[] {
  return columns.filter(({ isReadOnly }) => !isReadOnly).map(({ name }) => name);
}

function isSameRow(one: readonly string[], other: readonly string[]): boolean {
  return one.join('\n') === other.join('\n');
}

function isTotal({ number, cells }: NumberedRow, questions: TableQuestions): boolean {
  const first = cells.find((cell) => cell !== '') ?? '';
  if (first.length > 40 || !/^(?:grand |sub-?)?totals?\b[^a-z]*$/i.test(first)) return false;
  const say = (rows: string) => `In ${rows} there is a total. It is left out.`;
  questions.ask({ id: 'total', say }, number);
  return true;
}

/**
 * Leaves out rows with cells to the right of the headings that most rows do not have: a comma inside a cell has split it,
 * and the cells after it are in the wrong columns.
 */
function leaveOutShifted(
  header: Header,
  body: readonly NumberedRow[],
  questions: TableQuestions,
): NumberedRow[] {
  const width = header.isData ? 0 : header.cells.findLastIndex((cell) => cell !== '') + 1;
  const isStray = (at: number) => at >= width && countFilled(body, at) < body.length / 2;
  const say = (rows: string) =>
    `In ${rows} there are more cells than headings, so it is left out. A comma inside a name or address may have split it: put that text in quotation marks, or save the table again from the spreadsheet.`;
  return body.filter(({ number, cells }) => {
    const isShifted = cells.some((cell, at) => cell !== '' && isStray(at));
    if (isShifted) questions.ask({ id: 'shifted', say }, number);
    return !isShifted;
  });
}

function countFilled(rows: readonly NumberedRow[], at: number): number {
  return rows.filter(({ cells }) => (cells[at] ?? '') !== '').length;
}

/** Asks whether empty cells below a value mean that value, where a column looks like one whose cells were merged. */
function fillMerged(
  rows: readonly NumberedRow[],
  columns: readonly FoundColumn[],
  questions: TableQuestions,
): void {
  for (const { at, heading } of columns.filter(({ column }) => column.mayBeMerged)) {
    const values = rows.map(({ cells }) => (cells[at] ?? '').toLowerCase());
    const filled = values.filter((value) => value !== '');
    const isOnceEach = new Set(filled).size === filled.length;
    if (values[0] === '' || !isOnceEach || filled.length > (rows.length * 2) / 3) continue;
    const trouble = {
      id: `merged ${at}`,
      options: [
        { value: 'above', label: 'The same as in the row above' },
        { value: '', label: 'Leave it empty' },
      ],
      proposed: 'above',
      say: (where: string) =>
        `“${heading}” is empty in ${where}, as if its cells had been merged with those above.`,
    };
    let above = '';
    for (const { number, cells } of rows) {
      if ((cells[at] ?? '') === '' && above !== '' && questions.ask(trouble, number) === 'above')
        cells[at] = above;
      above = cells[at] ?? '';
    }
  }
}

function toRow({ number, cells }: NumberedRow, columns: readonly FoundColumn[]): TableRow {
  return {
    number,
    text: cells.join('\t').trimEnd(),
    filled: cells.filter((cell) => cell !== '').length,
    headingOf: (name) => columns.find(({ column }) => column.name === name)?.heading ?? name,
    cell: (name) => {
      const found = columns.filter(({ column }) => column.name === name);
      if (found.length === 0) return undefined;
      const texts = found.map(({ at }) => cells[at] ?? '').filter((text) => text !== '');
      return found[0]?.column.joins ? texts.join('\n') : (texts[0] ?? '');
    },
  };
}
