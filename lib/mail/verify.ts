import { isPlainField } from './editable';
import type { RefusalReason } from './protocol';

/** How a draft reads before and after: its text, and what is not text. */
export interface Reading {
  text: string;
  /** Pictures, tables, rules and the like. */
  things: number;
}

/** Asked for one by one: a browser answers that at once, and a list of them only from element to element. */
const THINGS = ['img[src]', 'table', 'hr', 'video', 'audio', 'object', 'embed'];

export function readDraft(body: HTMLElement): Reading {
  if (isPlainField(body)) return { text: body.value, things: 0 };
  const things = THINGS.reduce((count, thing) => count + body.querySelectorAll(thing).length, 0);
  return { text: body.textContent, things };
}

/** Without white space, and the joiners and fillers editors add and drop as they like. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '');
}

export function isSame(one: Reading, other: Reading): boolean {
  const [words, others] = cutToChange(one.text, other.text, 0);
  return words === others && one.things === other.things;
}

/** Null: it is in. */
export type Fault = Extract<RefusalReason, 'did not arrive' | 'arrived changed'> | null;

/** Whether exactly one of these texts came in, in one piece, and everything that was there is there, in order. */
export function compareReadings(before: Reading, after: Reading, expected: readonly string[]): Fault {
  const margin = MARGIN * (expected[0]?.length ?? 0);
  const [former, latter] = cutToChange(before.text, after.text, margin);
  if (former === latter && before.things === after.things) return 'did not arrive';
  const isWhole =
    after.things >= before.things && expected.some((text) => isInsertedOnce(former, latter, text));
  return isWhole ? null : 'arrived changed';
}

/** Enough of the surroundings, with their white space, to find what was inserted even where it repeats them. */
const MARGIN = 2;

/** Both texts about the place where they differ, squeezed. A draft may be a megabyte long, its change is not. */
function cutToChange(before: string, after: string, margin: number): [string, string] {
  const most = Math.min(before.length, after.length);
  const head = countAlike(before, after, most, slice);
  const tail = countAlike(before, after, most - head, sliceFromEnd);
  const cut = (text: string): string =>
    squeeze(text.slice(Math.max(0, head - margin), text.length - Math.max(0, tail - margin)));
  return [cut(before), cut(after)];
}

type Slice = (text: string, from: number, to: number) => string;

const slice: Slice = (text, from, to) => text.slice(from, to);
const sliceFromEnd: Slice = (text, from, to) => text.slice(text.length - to, text.length - from);

/** How many characters are alike, at most so many. By halves: browsers compare long pieces faster than characters. */
function countAlike(one: string, other: string, most: number, cut: Slice): number {
  let alike = 0;
  for (let step = 2 ** 30; step >= 1; step /= 2) {
    const next = alike + step;
    if (next <= most && cut(one, alike, next) === cut(other, alike, next)) alike = next;
  }
  return alike;
}

/** What is left without one of the places where the text stands is what was there before. */
function isInsertedOnce(before: string, after: string, text: string): boolean {
  for (let at = text ? after.indexOf(text) : -1; at >= 0; at = after.indexOf(text, at + 1)) {
    if (after.slice(0, at) + after.slice(at + text.length) === before) return true;
  }
  return false;
}
