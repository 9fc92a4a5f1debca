/** What is wrong in a file the user picked: where, and what was expected. Nothing saved has been changed. */
export interface FileProblem {
  /** 1 for the first line; absent when the file as a whole is meant. */
  line?: number;
  /** A column by its name, in a table; by its number, in text. */
  column?: string | number;
  /** A whole sentence. */
  sentence: string;
}

/** More than anyone mends at once; the rest shows when these are mended. */
export const MOST_SHOWN = 20;

export type FileResult<T> = { ok: true; value: T } | { ok: false; problems: FileProblem[] };

export function refuse(
  sentence: string,
  place: Omit<FileProblem, 'sentence'> = {},
): {
  ok: false;
  problems: FileProblem[];
} {
  return { ok: false, problems: [{ ...place, sentence }] };
}

/** “heads.csv”, line 3, column “Email”: this is not an email address. */
export function formatProblem(fileName: string, { line, column, sentence }: FileProblem): string {
  const place = [
    `“${fileName}”`,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [`column ${typeof column === 'number' ? column : `“${column}”`}`]),
  ];
  // Not "uRN", where a name in capitals stands first.
  const runOn = sentence.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase());
  return `${place.join(', ')}: ${runOn}`;
}
