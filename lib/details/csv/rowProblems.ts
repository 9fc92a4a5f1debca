import type { FileProblem } from '../files/fileProblem';
import type { TableRow } from './table';

/** What is wrong in the cells of a table, gathered so that all of it can be mended at once. */
export class RowProblems {
  readonly all: FileProblem[] = [];

  add({ line }: TableRow, column: string, sentence: string): void {
    this.all.push({ line, column, sentence });
  }

  /** A cell that must be one of some words; its meaning, or `fallback` when it is empty, absent or wrong. */
  choose<T>(row: TableRow, column: string, meanings: Readonly<Record<string, T>>, fallback: T): T {
    const cell = row.cell(column) ?? '';
    if (cell === '') return fallback;
    const word = Object.keys(meanings).find((one) => one.toLowerCase() === cell.toLowerCase());
    if (word !== undefined) return meanings[word] ?? fallback;
    const words = Object.keys(meanings).map((one) => `“${one}”`);
    this.add(row, column, `“${shorten(cell)}” is not known here; one of ${words.join(', ')} is expected.`);
    return fallback;
  }

  /** What is saved already, `before`, may stay as it is: a field keeps whatever was typed. */
  email(row: TableRow, column: string, before: string): void {
    const cell = row.cell(column) ?? '';
    if (cell !== '' && cell !== before && !isEmailAddress(cell))
      this.add(row, column, `“${shorten(cell)}” is not an email address.`);
  }
}

/** Enough to catch a phone number or a name in the wrong column. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/.test(text);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
