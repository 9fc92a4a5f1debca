import type { Result } from '../failure/failure';
import type { TableQuestion } from './tableQuestions';

/** A problem in a file that the user picked: its place, and what was expected. */
export interface FileProblem {
  /** Counted from 1; absent when the problem concerns the whole file. */
  line?: number;
  /** In a table, the row as a spreadsheet numbers it. */
  row?: number;
  /** The name of a table's column, or the position in a line of text. */
  column?: string | number;
  sentence: string;
}

/** Enough to correct in one go; the others are shown once these are corrected. */
export const MOST_SHOWN = 20;

export type FileResult<T> = Result<
  {
    value: T;
    /** What the file holds and this version cannot use, e.g. a field of a later version. */
    leftOut?: readonly FileProblem[];
    /** What a table leaves open. Each has an answer already, which the user can change. */
    questions?: readonly TableQuestion[];
  },
  FileRefusal
>;

export interface FileRefusal {
  problems: FileProblem[];
  /** What the user can choose, so that a table can be used after all. */
  questions?: readonly TableQuestion[];
  /** The number of problems that are not listed. */
  more?: number;
}

export function refuse(
  sentence: string,
  place: Omit<FileProblem, 'sentence'> = {},
): Result<never, FileRefusal> {
  return { ok: false, problems: [{ ...place, sentence }] };
}

export const UNREADABLE = refuse(
  'This could not be read. It may be damaged: save it again, or ask for it once more.',
);

/** “heads.csv”, line 3, column “Email”: this is not an email address. */
export function formatProblem(fileName: string, { line, row, column, sentence }: FileProblem): string {
  const place = [
    `“${fileName}”`,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column ${typeof column === 'number' ? column : `“${column}”`}`]),
  ];
  // A first word in capitals stays: "URN" must not become "uRN".
  const runOn = sentence.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase());
  return `${place.join(', ')}: ${runOn}`;
}
