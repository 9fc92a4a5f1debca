import { isBlank, printable } from '../letter/text';

/** A paragraph from a Word file or pasted text as plain data: words and their formatting, never markup. */
export interface WordingParagraph {
  /** The name of the paragraph's style in Word; empty for none. */
  style: string;
  /** Line breaks inside a paragraph are `\n`. */
  spans: Span[];
  list: { ordered: boolean; /** 0 for the outermost. */ level: number } | null;
}

export interface Span {
  text: string;
  bold: boolean;
}

/** The parts of a letter found in the wording. */
export interface FoundLetter {
  title: string;
  subject: string;
  sections: FoundSection[];
}

export interface FoundSection {
  title: string;
  blocks: FoundBlock[];
}

/** A section's heading is also its first block, as a bold paragraph, so that the letter keeps every word. */
export interface FoundBlock {
  is: 'paragraph' | 'bullet' | 'request';
  spans: Span[];
}

export function wordsOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}

/** Removes unprintable characters, and paragraphs without visible text. */
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
 * Joins neighbouring spans with the same formatting, because Word splits a sentence wherever it was once edited. Blank
 * spans (white space, invisible characters) take the formatting of their neighbour.
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

/** Removes the first `length` characters from the spans. */
function cutStart(spans: readonly Span[], length: number): Span[] {
  let remaining = length;
  const rest = spans.map((span) => {
    const cut = Math.min(remaining, span.text.length);
    remaining -= cut;
    return { ...span, text: span.text.slice(cut) };
  });
  return trimSpans(rest.filter(({ text }) => text !== ''));
}

/** Converts pasted text: one paragraph per line. Word pastes list numbers and bullets as characters. */
export function fromPlainText(text: string): WordingParagraph[] {
  const lines = text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/);
  return lines.map((line) => ({ style: '', spans: [{ text: line, bold: false }], list: null }));
}

interface ListMarker {
  length: number;
  /** The number typed; `null` for a bullet. */
  number: number | null;
  /** True for a typographic bullet. A dash, an asterisk or a number can also begin a sentence. */
  isCertain: boolean;
}

/** Turns paragraphs that begin with a typed or pasted number or bullet into list items. */
export function findTypedLists(paragraphs: readonly WordingParagraph[]): WordingParagraph[] {
  const markers = paragraphs.map((paragraph) =>
    paragraph.list ? null : readMarker(wordsOf(paragraph.spans)),
  );
  return paragraphs.map((paragraph, at) => {
    const marker = markers[at];
    if (!marker || !isListItem(markers, at)) return paragraph;
    return {
      ...paragraph,
      spans: cutStart(paragraph.spans, marker.length),
      list: { ordered: marker.number !== null, level: 0 },
    };
  });
}

function readMarker(words: string): ListMarker | null {
  const number = /^\(?(\d{1,2})[.)]\s+(?=\S)/.exec(words);
  if (number) return { length: number[0].length, number: Number(number[1]), isCertain: false };
  const bullet = /^(?:([•·▪●○‣◦\uF0B7])|[-–*])\s+(?=\S)/.exec(words);
  return bullet && { length: bullet[0].length, number: null, isCertain: bullet[1] !== undefined };
}

/** A single number or dash can begin a sentence, so numbers must count up from 1 and dashes must have a neighbour. */
function isListItem(markers: readonly (ListMarker | null)[], at: number): boolean {
  const marker = markers[at];
  if (!marker) return false;
  if (marker.isCertain) return true;
  if (marker.number === null) return [markers[at - 1], markers[at + 1]].some((next) => next?.number === null);
  const start = at - (marker.number - 1);
  const hasNumber = (index: number, number: number) => index >= 0 && markers[index]?.number === number;
  const before = Array.from({ length: marker.number - 1 }, (_, index) => hasNumber(start + index, index + 1));
  return before.every(Boolean) && (marker.number > 1 || hasNumber(at + 1, 2));
}
