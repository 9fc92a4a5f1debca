import type { FoundLetter } from './wording';

/** “[name of school]”, “<<School>>”, “«School»”, “{{school}}”: where a ready-made letter waits for a detail. */
const PLACEHOLDER =
  /\[(?!\d+\]|sic\]|…\])[^[\]\n]{2,60}\]|<<[^<>\n]{1,60}>>|«[^«»\n]{1,60}»|\{\{[^{}\n]{1,60}\}\}/gi;

/** Each place to fill in once, in the order in which it first appears. */
export function listPlaceholders({ subject, sections }: FoundLetter): string[] {
  const texts = [
    subject,
    ...sections.flatMap(({ blocks }) => blocks.flatMap(({ spans }) => spans.map(({ text }) => text))),
  ];
  return [...new Set(texts.flatMap((text) => text.match(PLACEHOLDER) ?? []))];
}

/** Cuts a text at the places to fill in; those are at the odd places of the answer. */
export function splitAtPlaceholders(text: string): string[] {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(PLACEHOLDER)) {
    parts.push(text.slice(end, index), found);
    end = index + found.length;
  }
  return [...parts, text.slice(end)];
}
