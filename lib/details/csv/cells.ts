/**
 * A spreadsheet program runs a cell that begins like a formula. An apostrophe in front makes it text; it is taken away
 * again when the table comes back, so that "+44 118…" stays what it was.
 */
const FORMULA_START = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

export function neutraliseCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

export function restoreCell(cell: string): string {
  return cell.startsWith("'") && FORMULA_START.test(cell) ? cell.slice(1) : cell;
}

/** A cell may hold line breaks of its own. */
export function countLines(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 1);
}

export function sayWidths(here: number, above: number): string {
  const columns = here === 1 ? 'is 1 column' : `are ${here} columns`;
  return `There ${columns} here and ${above} in the first line; both must be the same.`;
}
