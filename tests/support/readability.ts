import type { LetterDocument } from '../../lib/letter/model';
import { blockTexts } from '../../lib/letter/render/text';
import { ownWords } from './letterRules';

export interface Readability {
  words: number;
  sentences: number;
  /** Words per sentence, on average. */
  meanSentence: number;
  /** Flesch reading ease: 60 to 70 is plain English, below 30 is for specialists. */
  readingEase: number;
}

/** Measures the letter's own sentences, without quotations, salutation, close, signature and date. */
export function measureLetter(doc: LetterDocument): Readability {
  const sections = doc.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter(({ type }) => type !== 'lines'),
  }));
  const prose = blockTexts({ ...doc, sections });
  return measureText(prose.filter((line) => !/^(Dear |Yours |Enc\.|cc )/.test(line)).join('\n'));
}

export function measureText(text: string): Readability {
  const sentences = splitSentences(ownWords(text).replaceAll('“…”', ''));
  const words = sentences.flatMap(splitWords);
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  const meanSentence = words.length / sentences.length;
  return {
    words: words.length,
    sentences: sentences.length,
    meanSentence: round(meanSentence),
    readingEase: round(206.835 - 1.015 * meanSentence - 84.6 * (syllables / words.length)),
  };
}

function splitSentences(text: string): string[] {
  return text
    .replace(/\betc\. /g, 'etc ')
    .split(/\n|(?<=[.?!]”?)\s/)
    .filter((sentence) => splitWords(sentence).length > 0);
}

function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
}

/**
 * Counts groups of vowels without a silent e, which is accurate enough for a letter's mean. A number has one syllable
 * per digit.
 */
function countSyllables(word: string): number {
  if (/^\d+$/.test(word)) return word.length;
  const letters = word.toLowerCase().replace(/[’'-]/g, '');
  const spoken = letters.replace(/(?<![td])ed$/, '').replace(/(?<=[^laeiouy])es?$/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
