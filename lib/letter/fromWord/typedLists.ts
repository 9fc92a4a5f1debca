import { cutStart } from './tidy';
import { wordsOf, type WordingParagraph } from './wording';

interface Mark {
  length: number;
  /** The number typed; `null` for a bullet. */
  number: number | null;
  /** A dash may begin a sentence, a dot never does. */
  isSure: boolean;
}

/** Numbers and bullets that were typed, or came as characters with pasted text, become those of a list. */
export function findTypedLists(paragraphs: readonly WordingParagraph[]): WordingParagraph[] {
  const marks = paragraphs.map((paragraph) => (paragraph.list ? null : readMark(wordsOf(paragraph.spans))));
  return paragraphs.map((paragraph, at) => {
    const mark = marks[at];
    if (!mark || !isListed(marks, at)) return paragraph;
    return {
      ...paragraph,
      spans: cutStart(paragraph.spans, mark.length),
      list: { ordered: mark.number !== null, level: 0 },
    };
  });
}

function readMark(words: string): Mark | null {
  const number = /^\(?(\d{1,2})[.)]\s+(?=\S)/.exec(words);
  if (number) return { length: number[0].length, number: Number(number[1]), isSure: false };
  const bullet = /^(?:([•·▪●○‣◦\uF0B7])|[-–*])\s+(?=\S)/.exec(words);
  return bullet && { length: bullet[0].length, number: null, isSure: bullet[1] !== undefined };
}

/** One number alone is how a sentence may begin; a list counts on, from one. */
function isListed(marks: readonly (Mark | null)[], at: number): boolean {
  const mark = marks[at];
  if (!mark) return false;
  if (mark.isSure) return true;
  if (mark.number === null) return [marks[at - 1], marks[at + 1]].some((next) => next?.number === null);
  const start = at - (mark.number - 1);
  const counts = (place: number, number: number) => place >= 0 && marks[place]?.number === number;
  const before = Array.from({ length: mark.number - 1 }, (_, index) => counts(start + index, index + 1));
  return before.every(Boolean) && (mark.number > 1 || counts(at + 1, 2));
}
