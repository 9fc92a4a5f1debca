import { findQuotes, type Draft } from './sites/site';
import { isPlainField } from './editable';
import { follows } from './lines';
import type { SectionText } from './protocol';

/** Nine words in ten are there, close together: the section, perhaps edited lightly. */
const SHARE = 0.9;

/** Ids of the sections a draft already holds. The quoted mail does not count: a reminder answers the letter itself. */
export function recogniseSections(draft: Draft, sections: readonly SectionText[]): string[] {
  const likely = sections.length ? listLikely(draft.body, sections) : [];
  if (!likely.length) return [];
  const words = listWords(readOwnText(draft));
  return likely.filter(({ text }) => isHeld(words, listWords(text))).map(({ id }) => id);
}

/** A first look, in one search: where a section is held, so are most of its longest words. Few other drafts have them. */
function listLikely(body: HTMLElement, sections: readonly SectionText[]): SectionText[] {
  const longest = sections.map(({ text }) => listLongestWords(text));
  // Backwards in the alphabet: a word stands before its own beginning, and is found instead of it.
  const search = new RegExp([...new Set(longest.flat())].toSorted().toReversed().join('|'), 'g');
  const text = isPlainField(body) ? body.value : body.textContent;
  const found = new Set<string>(text.toLowerCase().match(search));
  return sections.filter((_, index) => {
    const words = longest[index] ?? [];
    return words.filter((word) => found.has(word)).length * 2 >= words.length;
  });
}

/** One in four of its words; of what is joined, the parts. */
function listLongestWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.toSorted((a, b) => b.length - a.length).slice(0, Math.ceil(words.length / 4));
}

/** A second copy: most of what would go in is there already. */
export function isAlreadyThere(draft: Draft, sections: readonly SectionText[]): boolean {
  const held = recogniseSections(draft, sections);
  let balance = 0;
  for (const { id, text } of sections) balance += held.includes(id) ? text.length : -text.length;
  return held.length > 0 && balance >= 0;
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

/** "headteacher’s" and "well-being" are one word each, however they are joined. */
function listWords(text: string): string[] {
  const plain = text.toLowerCase().replace(/['’-]/g, '');
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Slides a window a little longer than the section over the draft and counts the section's words in it. */
function isHeld(draft: string[], section: string[]): boolean {
  const enough = Math.max(1, section.length * SHARE);
  const span = Math.ceil(section.length / SHARE);
  /** How often each word is still to come; below zero where the window has it too often. */
  const missing = new Map<string, number>();
  const count = (word: string, change: number): number => {
    const left = (missing.get(word) ?? 0) + change;
    missing.set(word, left);
    return left;
  };
  for (const word of section) count(word, 1);
  let found = 0;
  return draft.some((word, at) => {
    if (at >= span && count(draft[at - span] ?? '', 1) > 0) found -= 1;
    if (count(word, -1) >= 0) found += 1;
    return found >= enough;
  });
}
