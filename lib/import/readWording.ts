import type { FileProblem } from '../files/problem';
import type { FoundLetter } from './paragraphs';

export interface Wording {
  letter: FoundLetter;
  /** Where it was found, for the letter’s “when”: a file’s name, or that it was pasted. */
  from: string;
  /** What a letter cannot hold and was left out. */
  leftOut: readonly string[];
}

export type ReadWording = { ok: true; wording: Wording } | { ok: false; problems: readonly FileProblem[] };

/** The wording in a Word file. What reads Word is large, and loaded only for those who have such a file. */
export async function readWordWording(file: File): Promise<ReadWording> {
  const [{ readWordFile }, { findParts }] = await Promise.all([import('./docx'), import('./findParts')]);
  const read = await readWordFile(file);
  if (!read.ok) return read;
  const { paragraphs, leftOut } = read.value;
  const letter = findParts(paragraphs, file.name.replace(/\.\w+$/, ''));
  return { ok: true, wording: { letter, from: `From the Word file “${file.name}”.`, leftOut } };
}

export async function readPastedWording(text: string): Promise<ReadWording> {
  const [{ fromPlainText }, { findParts }] = await Promise.all([
    import('./paragraphs'),
    import('./findParts'),
  ]);
  const letter = findParts(fromPlainText(text), 'Pasted letter');
  if (letter.sections.length === 0)
    return { ok: false, problems: [{ sentence: 'There are no words in this.' }] };
  return { ok: true, wording: { letter, from: 'Pasted.', leftOut: [] } };
}
