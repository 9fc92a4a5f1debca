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

export type Arrival = 'whole' | 'nothing' | 'changed';

/** Whether exactly one of these texts came in, in one piece, and everything that was there is there, in order. */
export function compareReadings(before: Reading, after: Reading, expected: readonly string[]): Arrival {
  if (after.words === before.words && after.things === before.things) return 'nothing';
  const isWhole =
    after.things >= before.things && expected.some((text) => isInsertedOnce(before.words, after.words, text));
  return isWhole ? 'whole' : 'changed';
}

function isInsertedOnce(before: string, after: string, text: string): boolean {
  if (!text || after.length !== before.length + text.length) return false;
  const head = commonLength(before, after, 0);
  const tail = commonLength(before, after, after.length - before.length);
  for (let at = before.length - tail; at <= head; at += 1) if (after.startsWith(text, at)) return true;
  return false;
}

/** Length of the common beginning; with a shift, of the common end. */
function commonLength(before: string, after: string, shift: number): number {
  let length = 0;
  const last = before.length - 1;
  if (shift) while (length <= last && before[last - length] === after[last - length + shift]) length += 1;
  else while (length <= last && before[length] === after[length]) length += 1;
  return length;
}
