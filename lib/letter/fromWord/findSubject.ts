import { wordsOf, type WordingParagraph } from './wording';

export interface Subject {
  /** The paragraph that holds it. */
  at: number;
  words: string;
}

const NAMED = /^(?:re|ref|reference|regarding|subject)\s*[:–-]\s*(\S.*)$/i;
const FEWEST_WORDS = 3;

/** The line that says what the letter is about: “Re: …”, or the bold line below “Dear …”. */
export function findSubject(paragraphs: readonly WordingParagraph[]): Subject | null {
  const dear = paragraphs.findIndex(({ spans }) => /^dear\b/i.test(wordsOf(spans)));
  const last = dear === -1 ? paragraphs.length : dear + 3;
  for (const [at, { spans, style }] of paragraphs.slice(0, last).entries()) {
    const words = wordsOf(spans);
    const named = NAMED.exec(words)?.[1];
    if (named !== undefined) return { at, words: named };
    if (/^(letter )?subject$/i.test(style) && !words.includes('\n')) return { at, words };
  }
  const below = dear === -1 ? undefined : paragraphs[dear + 1];
  return below && isSubjectLine(below) ? { at: dear + 1, words: wordsOf(below.spans) } : null;
}

function isSubjectLine({ spans, list, style }: WordingParagraph): boolean {
  const words = wordsOf(spans);
  const isBoldLine = spans.every(({ bold }) => bold) && !words.includes('\n');
  return isBoldLine && list === null && !/^heading/i.test(style) && words.split(/\s+/).length >= FEWEST_WORDS;
}
