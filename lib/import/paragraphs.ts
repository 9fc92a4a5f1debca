import { isBlank, printable } from '../letter/text';
import type { FieldName } from '../letter/compose/fields';

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

/**
 * Gaps in ready-made letters: “[name of school]”, “<insert date>”, “<<School>>”, “«School»”, “{{school}}”, “____”, “XXXX”,
 * “……”.
 */
const GAP =
  /\[(?!\d+\]|sic\]|…\])[^[\]\n]{2,60}\]|<<[^<>\n]{1,60}>>|<(?![a-z]+:|\/)[a-z][^<>@=\n]{3,60}>|«[^«»\n]{1,60}»|\{\{[^{}\n]{1,60}\}\}|_{3,200}|\bX{3,20}\b|…{2,50}|\.{5,200}/gi;

export interface Gap {
  /** The gap as typed. If it has no name, with the words before it: “Dear ____”. */
  key: string;
  /** The saved detail that it probably stands for. */
  guess: FieldName | '';
}

/** Splits a text at its gaps, which are at the odd indexes of the result. */
export function splitAtGaps(text: string): string[] {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(GAP)) {
    parts.push(text.slice(end, index), found);
    end = index + found.length;
  }
  return [...parts, text.slice(end)];
}

export function gapsIn(text: string): Gap[] {
  const parts = splitAtGaps(text);
  return parts.flatMap((part, at) => (at % 2 === 1 ? [describeGap(part, parts[at - 1] ?? '')] : []));
}

const WORDS_BEFORE = 4;

/** A gap with the words before it in the same span of text. */
export function describeGap(gap: string, before: string): Gap {
  const name = gap
    .replaceAll(/[^\p{L}’' ]+/gu, ' ')
    .trim()
    .toLowerCase();
  const isNamed = name !== '' && !/^x+$/.test(name);
  const near = before.slice(-100).split(/\s+/).filter(Boolean).slice(-WORDS_BEFORE).join(' ');
  const key = isNamed ? gap : [near, gap].filter(Boolean).join(' ');
  if (/\bdear$/i.test(near)) return { key, guess: 'addressee' };
  return { key, guess: isNamed ? guessField(name) : guessField(near.toLowerCase(), 'end') };
}

/** In this order, because “address of school” names a school too. */
const guesses: readonly (readonly [RegExp, FieldName])[] = [
  [/\b(?:reply|respond|response|deadline)\b/, 'reply date'],
  [/^(?:insert |today’?s |todays |the )*date$|\bdate of (?:this )?letter$|\btoday$/, 'today'],
  [
    /\b(?:employer|council|trust|authority|la)\b.*\baddress$|\baddress of (?:the )?(?:employer|council|trust)/,
    'employer address',
  ],
  [/\bschool(?:’?s)?\b.*\baddress$|\baddress of (?:the )?(?:school|academy)/, 'school address'],
  [/\bpost ?code$/, 'school postcode'],
  [/\be ?mail(?: address)?$/, 'email'],
  [/\b(?:phone|telephone|mobile|tel)(?: number)?$/, 'phone'],
  [/\b(?:name of|your|insert|the|at)? ?(?:school|academy|setting)(?: name)?$/, 'school'],
  [/\b(?:employer|council|local authority|authority|trust|governing body|mat)(?: name)?$/, 'employer'],
  [
    /\b(?:addressee|recipient|contact|director|chief executive|ceo|chair)(?:’?s)?(?: of [a-z ]+)?(?: name)?$/,
    'addressee',
  ],
  [/\b(?:job title|role|position|post)$/, 'job title'],
  [
    /\b(?:your|full|head(?:teacher)?(?:’?s)?|member(?:’?s)?|sender(?:’?s)?|my|own) name$|\bname of (?:head|headteacher|member|school leader)$|^(?:head ?teacher|signature|signed|i|my name is)$/,
    'full name',
  ],
];

/** `end`: only the last words before a gap without a name count. */
function guessField(words: string, where: 'whole' | 'end' = 'whole'): FieldName | '' {
  const text = where === 'end' ? words.replaceAll(/[:,;.–-]/g, ' ').trim() : words;
  return guesses.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}

const NOTE =
  /^(?:guidance|notes?\b|instructions?\b|how to use|please (?:delete|adapt|amend|complete|insert|copy)|delete (?:as|this|before)|this is a (?:template|model)|(?:template|model) letter\b|for (?:members|branches)\b|to be (?:put|typed|printed) on)/i;

/** True for a paragraph that tells the user how to fill in a ready-made letter. Such a paragraph must not be sent. */
export function looksLikeNote(words: string): boolean {
  return NOTE.test(words.slice(0, 60).replace(/^[^\p{L}]+/u, ''));
}
