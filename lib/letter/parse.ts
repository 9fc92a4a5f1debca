import type { LetterTemplate } from './model';

export interface ParseProblem {
  line: number;
  sentence: string;
}

export type ParsedLetter =
  /** `order` is the letter's place in the list; letters without one come last. */
  { ok: true; letter: LetterTemplate; order: number } | { ok: false; problems: ParseProblem[] };

/** Reads a letter from its Markdown. `file` is named in the first problem when the file as a whole is wrong. */
export function parseLetter(markdown: string, file: string): ParsedLetter {
  throw new Error(`not written yet: ${file} ${markdown.length}`);
}
