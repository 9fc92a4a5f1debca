import { isBlank, printable } from '../letter/text';

/** Wording from elsewhere (a Word file, pasted text) as plain data: words, and how they stood. Never markup. */
export interface WordingParagraph {
  /** Word’s name for its style; empty for none. */
  style: string;
  /** Line breaks inside a paragraph are `\n`. */
  spans: Span[];
  list: { ordered: boolean; /** 0 for the outermost. */ level: number } | null;
}

export interface Span {
  text: string;
  bold: boolean;
}

/** What wording was found to be: the parts of a letter. */
export interface FoundLetter {
  title: string;
  subject: string;
  sections: FoundSection[];
}

export interface FoundSection {
  title: string;
  blocks: FoundBlock[];
}

/** A heading is a section’s title and stays in the letter as its own bold paragraph: no word is lost. */
export interface FoundBlock {
  is: 'paragraph' | 'bullet' | 'request';
  spans: Span[];
}

export function wordsOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}

/** Without what no letter can carry, and without paragraphs in which nothing can be seen. */
export function tidyParagraphs(paragraphs: readonly WordingParagraph[]): WordingParagraph[] {
  return paragraphs
    .map((paragraph) => ({ ...paragraph, spans: trimSpans(joinAlike(paragraph.spans.map(tidySpan))) }))
    .filter(({ spans }) => !isBlank(wordsOf(spans)));
}

function tidySpan({ text, bold }: Span): Span {
  const lines = text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/);
  return { text: lines.map(printable).join('\n'), bold };
}

/**
 * Word cuts a sentence wherever somebody once corrected it. What shows nothing (white space, invisible signs) is bold
 * or not as its neighbours are.
 */
export function joinAlike(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { text, bold } of spans) {
    const last = joined.at(-1);
    if (last && (last.bold === bold || isBlank(text))) last.text += text;
    else if (last && isBlank(last.text)) joined.splice(-1, 1, { text: last.text + text, bold });
    else if (text !== '') joined.push({ text, bold });
  }
  return joined;
}

function trimSpans(spans: readonly Span[]): Span[] {
  const trimmed = spans.map((span) => ({ ...span }));
  for (let first = trimmed[0]; first; first = trimmed[0]) {
    first.text = first.text.trimStart();
    if (first.text !== '') break;
    trimmed.shift();
  }
  for (let last = trimmed.at(-1); last; last = trimmed.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    trimmed.pop();
  }
  return trimmed;
}

/** The same spans without their first so many characters. */
function cutStart(spans: readonly Span[], length: number): Span[] {
  let left = length;
  const rest = spans.map((span) => {
    const cut = Math.min(left, span.text.length);
    left -= cut;
    return { ...span, text: span.text.slice(cut) };
  });
  return trimSpans(rest.filter(({ text }) => text !== ''));
}

/** Pasted text: one paragraph a line, as Word gives it out. Numbers and bullets come as characters. */
export function fromPlainText(text: string): WordingParagraph[] {
  const lines = text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/);
  return lines.map((line) => ({ style: '', spans: [{ text: line, bold: false }], list: null }));
}

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
