import { isPlainField } from './editable';
import { follows } from './lines';
import type { RefusalReason } from './protocol';
import { findAll } from './sites/site';

/** The content of a draft at one moment, to compare before and after. */
export interface Reading {
  text: string;
  /** The number of pictures, tables, rules and other objects. */
  objects: number;
}

const OBJECTS = 'img[src] table hr video audio object embed'.split(' ');
const OVERLAYS = ['[aria-hidden=true]', '[contenteditable=false]'];

export function readDraft(body: HTMLElement): Reading {
  if (isPlainField(body)) return { text: body.value, objects: 0 };
  return { text: readText(body), objects: findAll(body, OBJECTS).length };
}

/**
 * What a site or another extension shows inside the body and does not send: suggestions in grey, marks, buttons. They come
 * and go by themselves.
 */
export function listOverlays(body: HTMLElement): HTMLElement[] {
  return findAll(body, OVERLAYS).filter(
    (one) => one.ariaHidden === 'true' || getComputedStyle(one).userSelect === 'none',
  );
}

function readText(body: HTMLElement): string {
  const overlays = listOverlays(body);
  return overlays.length
    ? listTexts(body, overlays)
        .map(({ data }) => data)
        .join('')
    : body.textContent;
}

/** NodeFilter.SHOW_TEXT. */
const SHOW_TEXT = 4;

/** The texts of a draft, without those in some of its parts. */
export function listTexts(body: HTMLElement, without: HTMLElement[] = [], end?: Node | null): Text[] {
  const texts: Text[] = [];
  const walker = body.ownerDocument.createTreeWalker(body, SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (end && follows(node, end)) break;
    if (!without.some((one) => one.contains(node))) texts.push(node as Text);
  }
  return texts;
}

/** Removes white space and zero-width characters, which editors add and drop. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '');
}

export function isSame(one: Reading, other: Reading): boolean {
  const [first, second] = extractChange(one.text, other.text, 0);
  return first === second && one.objects === other.objects;
}

/** Null when the text went in correctly. */
export type Fault = Extract<RefusalReason, 'did not arrive' | 'arrived changed'> | null;

/**
 * Checks that exactly one of the expected texts was inserted, in one piece, and that the rest of the draft is
 * unchanged.
 */
export function compareReadings(before: Reading, after: Reading, expected: readonly string[]): Fault {
  const margin = MARGIN * (expected[0]?.length ?? 0);
  const [former, latter] = extractChange(before.text, after.text, margin);
  if (former === latter && before.objects === after.objects) return 'did not arrive';
  const isComplete =
    after.objects >= before.objects && expected.some((text) => isInsertedOnce(former, latter, text));
  return isComplete ? null : 'arrived changed';
}

/**
 * A multiple of the expected text's length. With this much context, an insertion that repeats the text next to it is
 * found.
 */
const MARGIN = 2;

/**
 * The parts of both texts that differ, with a margin of context, squeezed. A draft may be a megabyte long, and
 * comparing only the change is fast.
 */
export function extractChange(before: string, after: string, margin: number): [string, string] {
  const shorter = Math.min(before.length, after.length);
  const head = countCommon(before, after, shorter, slice);
  const tail = countCommon(before, after, shorter - head, sliceFromEnd);
  const cut = (text: string): string =>
    squeeze(text.slice(Math.max(0, head - margin), text.length - Math.max(0, tail - margin)));
  return [cut(before), cut(after)];
}

type Slice = (text: string, from: number, to: number) => string;

const slice: Slice = (text, from, to) => text.slice(from, to);
const sliceFromEnd: Slice = (text, from, to) => text.slice(text.length - to, text.length - from);

/**
 * The length of the common start or end of two texts, at most `limit`. A binary search, because browsers compare long
 * strings faster than single characters.
 */
function countCommon(one: string, other: string, limit: number, cut: Slice): number {
  let common = 0;
  for (let step = 2 ** 30; step >= 1; step /= 2) {
    const next = common + step;
    if (next <= limit && cut(one, common, next) === cut(other, common, next)) common = next;
  }
  return common;
}

/** Whether removing one occurrence of the inserted text gives exactly the text that was there before. */
function isInsertedOnce(before: string, after: string, text: string): boolean {
  for (let at = text ? after.indexOf(text) : -1; at >= 0; at = after.indexOf(text, at + 1)) {
    if (after.slice(0, at) + after.slice(at + text.length) === before) return true;
  }
  return false;
}
