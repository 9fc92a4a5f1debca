import { findQuotes, type Draft } from './clients/client';
import { isPlainField } from './fields';
import { follows } from './lines';
import type { SectionText } from './protocol';

/** Nine words in ten are there, close together: the section, perhaps edited lightly. */
const SHARE = 0.9;

/** Ids of the sections a draft already holds. The quoted mail does not count: a reminder answers the letter itself. */
export function recogniseSections(draft: Draft, sections: readonly SectionText[]): string[] {
  if (!sections.length) return [];
  const numbers = new Map<number, number>();
  const wanted = sections.map(({ id, text }) => ({
    id,
    words: toNumbers(text, (word) => addNumber(numbers, word)),
  }));
  const words = toNumbers(readOwnText(draft), (word) => numbers.get(word) ?? 0);
  const present = new Set(words);
  return wanted.filter((section) => isHeld(words, present, section.words, numbers.size)).map(({ id }) => id);
}

/** A second copy: most of what would go in is there already. */
export function isAlreadyThere(draft: Draft, sections: readonly SectionText[]): boolean {
  const held = new Set(recogniseSections(draft, sections));
  const sum = (of: readonly SectionText[]): number => of.reduce((total, { text }) => total + text.length, 0);
  return held.size > 0 && sum(sections.filter(({ id }) => held.has(id))) * 2 >= sum(sections);
}

function readOwnText({ body, client }: Draft): string {
  if (isPlainField(body)) return body.value;
  const quotes = findQuotes(body, client.selectors);
  const [first] = quotes;
  const parts: string[] = [];
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (first && client.quoteRunsToEnd && follows(node, first)) break;
    if (!quotes.some((quote) => quote.contains(node))) parts.push((node as Text).data);
  }
  // Blocks are apart without a space between them.
  return parts.join(' ');
}

/** Words as numbers, character by character: a draft may hold a hundred thousand of them. */
function toNumbers(text: string, toNumber: (word: number) => number): number[] {
  const lower = text.toLowerCase();
  const words: number[] = [];
  let word = 0;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (isLetter(code)) word = (Math.imul(word, 31) + code) | 0;
    // "headteacher’s" and "well-being" are one word each.
    else if (word && !"'’-".includes(lower.charAt(at) || ' ')) {
      words.push(toNumber(word));
      word = 0;
    }
  }
  return words;
}

/** Digits, and letters of any script; General Punctuation, with its quotation marks and dashes, is none. */
function isLetter(code: number): boolean {
  return (
    (code > 47 && code < 58) || (code > 96 && code < 123) || (code > 191 && (code < 0x2000 || code > 0x206f))
  );
}

function addNumber(numbers: Map<number, number>, word: number): number {
  const number = numbers.get(word) ?? numbers.size + 1;
  numbers.set(word, number);
  return number;
}

/** Slides a window a little longer than the section over the draft and counts the section's words in it. */
function isHeld(draft: number[], present: Set<number>, section: number[], highest: number): boolean {
  const enough = Math.ceil(section.length * SHARE);
  if (section.filter((word) => present.has(word)).length < enough) return false;
  const span = Math.ceil(section.length / SHARE);
  /** How often each word is still to come; below zero where the window has it too often. */
  const missing = new Int32Array(highest + 1);
  let found = 0;
  const count = (word: number, change: number): number => (missing[word] = (missing[word] ?? 0) + change);
  for (const word of section) count(word, 1);
  for (let at = 0; at < draft.length && found < enough; at += 1) {
    const word = draft[at] ?? 0;
    const gone = draft[at - span] ?? 0;
    if (gone && count(gone, 1) > 0) found -= 1;
    if (word && count(word, -1) >= 0) found += 1;
  }
  return enough > 0 && found >= enough;
}
