import type { FileProblem } from '../files/problem';
import type { FoundLetter } from './paragraphs';

export interface Wording {
  letter: FoundLetter;
  /** The file's name, or that the text was pasted; becomes the letter's “when”. */
  from: string;
  /** Kinds of content that a letter cannot contain and that were left out. */
  leftOut: readonly string[];
  /** Kinds of content that are in the letter and that the user should look at. */
  toCheck: readonly string[];
}

export type ReadWording = { ok: true; wording: Wording } | { ok: false; problems: readonly FileProblem[] };

/** Reads the wording of a Word file. The Word reader is large, so it is loaded only when a file is picked. */
export async function readWordWording(file: File): Promise<ReadWording> {
  const [{ readWordFile }, { findParts }] = await Promise.all([import('./docx'), import('./findParts')]);
  const read = await readWordFile(file);
  if (!read.ok) return read;
  const { paragraphs, leftOut, toCheck } = read.value;
  const letter = findParts(paragraphs, file.name.replace(/\.\w+$/, ''));
  return { ok: true, wording: { letter, from: `From the Word file “${file.name}”.`, leftOut, toCheck } };
}

export async function readPastedWording(text: string): Promise<ReadWording> {
  const [{ fromPlainText }, { findParts }] = await Promise.all([
    import('./paragraphs'),
    import('./findParts'),
  ]);
  const letter = findParts(fromPlainText(text), 'Pasted letter');
  if (letter.sections.length === 0)
    return { ok: false, problems: [{ sentence: 'There are no words in this.' }] };
  return { ok: true, wording: { letter, from: 'Pasted.', leftOut: [], toCheck: [] } };
}
