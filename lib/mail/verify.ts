import { isPlainField } from './fields';

/** How a draft reads before and after: its words without white space, and what is not words. */
export interface Reading {
  words: string;
  /** Pictures, tables, rules and the like. */
  things: number;
}

/** White space, and the joiners and fillers editors add and drop as they like. */
const FILLERS = /[\s\u200b-\u200d\u2060\ufeff]+/g;

export function readDraft(body: HTMLElement): Reading {
  if (isPlainField(body)) return { words: squeeze(body.value), things: 0 };
  const things = body.querySelectorAll('img[src],table,hr,video,audio,object,embed').length;
  return { words: squeeze(body.textContent), things };
}

export function squeeze(text: string): string {
  return text.replace(FILLERS, '');
}

export function isSame(one: Reading, other: Reading): boolean {
  return one.words === other.words && one.things === other.things;
}

export type Arrival = 'whole' | 'nothing' | 'changed';

/** Whether exactly one of these texts came in, in one piece, and everything that was there is there, in order. */
export function compareReadings(before: Reading, after: Reading, expected: readonly string[]): Arrival {
  if (isSame(after, before)) return 'nothing';
  const isWhole =
    after.things >= before.things && expected.some((text) => isInsertedOnce(before.words, after.words, text));
  return isWhole ? 'whole' : 'changed';
}

function isInsertedOnce(before: string, after: string, text: string): boolean {
  if (!text || after.length !== before.length + text.length) return false;
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  // Where ours begins as theirs goes on, the common beginning runs into ours: step back.
  for (let at = head; at >= 0 && after.startsWith(before.slice(at), at + text.length); at -= 1) {
    if (after.startsWith(text, at)) return true;
  }
  return false;
}
