import { type FileResult, refuse } from '../files/readText';
import { describeExcess, isBlank } from '../letter/text';
import { type FoundLetter, type WordingParagraph, wordsOf } from './paragraphs';

export interface Wording {
  letter: FoundLetter;
  /** The file's name, or that the text was pasted; becomes the letter's “when”. */
  from: string;
  /** Kinds of content that a letter cannot contain and that were left out. */
  leftOut: readonly string[];
  /** Kinds of content that are in the letter and that the user should look at. */
  toCheck: readonly string[];
}

export type ReadWording = FileResult<Wording>;

/** Reads the wording of a Word file. The Word reader is large, so it is loaded only when a file is picked. */
export async function readWordWording(file: File): Promise<ReadWording> {
  const [{ readWordFile }, { findParts }] = await Promise.all([import('./docx'), import('./findParts')]);
  const read = await readWordFile(file);
  if (!read.ok) return read;
  const { paragraphs, leftOut, toCheck } = read.value;
  const excess = findExcess(paragraphs);
  if (excess) return excess;
  const letter = findParts(paragraphs, file.name.replace(/\.\w+$/, ''));
  return {
    ok: true,
    value: {
      letter,
      from: `From the Word file “${file.name}”.`,
      leftOut,
      toCheck: [...toCheck, ...listBlanks(paragraphs)],
    },
  };
}

export async function readPastedWording(text: string): Promise<ReadWording> {
  const [{ fromPlainText }, { findParts }] = await Promise.all([
    import('./paragraphs'),
    import('./findParts'),
  ]);
  const paragraphs = fromPlainText(text);
  const excess = findExcess(paragraphs);
  if (excess) return excess;
  const letter = findParts(paragraphs, 'Pasted letter');
  if (letter.sections.length === 0)
    return { ok: false, problems: [{ sentence: 'There are no words in this.' }] };
  return { ok: true, value: { letter, from: 'Pasted.', leftOut: [], toCheck: listBlanks(paragraphs) } };
}

/** Blanks that nothing names, so that no saved detail can be chosen for them: “____”, “……”, “XXXX”. */
function listBlanks(paragraphs: readonly WordingParagraph[]): string[] {
  const blanks = paragraphs.flatMap(
    ({ spans }) => wordsOf(spans).match(/_{3,}|\.{4,}|…{2,}|\b[Xx]{3,}\b|<[a-z][^<>\n]{1,40}>/gi) ?? [],
  );
  return blanks.length > 0 ? [`blanks to fill in, such as “${blanks[0]?.slice(0, 40)}”`] : [];
}

/** Refuses words that are far more than a letter; `null` if they are not. */
function findExcess(paragraphs: readonly WordingParagraph[]) {
  const texts = paragraphs.map(({ spans }) => wordsOf(spans)).filter((text) => !isBlank(text));
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  const excess = describeExcess(characters, texts.length);
  return excess === null ? null : refuse(excess);
}
