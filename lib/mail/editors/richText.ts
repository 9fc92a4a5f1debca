import { hasCaretAt, selectNode, setCaret } from '../editable';
import { isBreak, type Point } from '../lines';
import type { Spot } from '../place';
import type { Insertion, Place, RefusalReason } from '../protocol';
import type { Breaks, Draft, Method } from '../sites/site';
import { compareReadings, type Fault, readDraft, type Reading, squeeze } from '../verify';
import { pause, waitFor } from '../wait';
import { IS_FIREFOX, undoNatively, writeNatively } from './native';
import { offerPaste } from './paste';

/** An editor may write a while after it took a paste, and is done soon after it began. */
const LATEST = 3000;
const SETTLED = 300;
/** Editors with a model of their own learn of a new caret from an event that comes a little later. */
const CARET_HEARD = 50;

/** Tries the site's methods in order, and reads back what came of it. */
export async function writeRichText(
  { body, client }: Draft,
  spot: Spot,
  { html, text }: Pick<Insertion, 'html' | 'text'>,
): Promise<Written> {
  const pastes = client.methods.includes('paste');
  await goTo(body, spot, pastes);
  const before = readDraft(body);
  let after = before;
  const expected = [squeeze(wordsOf(html)), squeeze(text)];
  const [first, second] = text.split(/\n+/);
  const compare = (): Fault => {
    after = readDraft(body);
    const fault = compareReadings(before, after, expected);
    // Lexical melts what is pasted into a paragraph of a quote into one line.
    const isOneLine = pastes && !fault && second && body.innerText.includes(first + second);
    return isOneLine ? 'arrived changed' : fault;
  };
  const tell = (method: Method, why: Fault): Written => ({ place: spot.place, method, why, before, after });
  if (pastes && client.site === 'other' && wouldReplaceWidget(body, spot))
    return tell('paste', 'did not arrive');
  if (pastes) {
    const taken = offerPaste(body, separate(html, spot, client.pasteBreaks), text);
    if (taken || compare() !== 'did not arrive') return tell('paste', await waitForPaste(body, compare));
  }
  const own = spot.gap ?? spot;
  const holder = spot.gap && holdCaret(body, own.point);
  if (IS_FIREFOX) selectEmptyLine(body, own);
  writeNatively(body, separate(html, own), text);
  // Empty, it is no part of the draft's HTML; gone, redo would not find its place.
  if (holder) holder.data = '';
  return { ...tell('native', await checkNative(body, compare)), place: own.place };
}

/**
 * In CKEditor a table or picture can be chosen as a whole, also by a caret right beside it, and a paste would replace
 * it.
 */
function wouldReplaceWidget(body: HTMLElement, { point: { node, offset } }: Spot): boolean {
  const beside = [node.childNodes[offset - 1], node.childNodes[offset]];
  const isBeside = beside.some((one) => one instanceof HTMLElement && one.contentEditable === 'false');
  return (node === body && isBeside) || body.querySelector('.ck-widget_selected') !== null;
}

async function goTo(body: HTMLElement, { point }: Spot, hasOwnModel: boolean): Promise<void> {
  if (hasCaretAt(body, point)) return;
  setCaret(body, point);
  if (hasOwnModel) await pause(CARET_HEARD);
}

/** A character that does not show, for the time of one command: without it Chromium takes the caret into a block. */
function holdCaret(body: HTMLElement, { node, offset }: Point): Text {
  const holder = new Text('\u200b');
  node.insertBefore(holder, node.childNodes[offset] ?? null);
  setCaret(body, { node: holder, offset: 0 });
  return holder;
}

/** Firefox leaves the empty line below the letter unless it is chosen; Chromium takes it, and chosen would take more. */
function selectEmptyLine(body: HTMLElement, { point, breakBefore, breakAfter }: Spot): void {
  const line = point.node.childNodes[point.offset];
  if (!breakBefore && !breakAfter && isBreak(line ?? null)) selectNode(body, point);
}

/**
 * Most editors melt the first and last paragraph into the line at the caret; a break on that side keeps them apart.
 */
function separate(
  html: string,
  { breakBefore, breakAfter }: Spot,
  { before = '<br>', after = '<br>' }: Partial<Breaks> = {},
): string {
  if (!HAS_BLOCKS.test(html)) return html;
  return (breakBefore ? before : '') + html + (breakAfter ? after : '');
}

function wordsOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent;
}

async function waitForPaste(body: HTMLElement, compare: () => Fault): Promise<Fault> {
  const isDone = (): boolean => !compare() || !body.isConnected;
  await waitFor(body, isDone, compare() === 'did not arrive' ? LATEST : SETTLED, SETTLED);
  // Whoever wrote late may also take it back.
  await pause();
  return compare();
}

async function checkNative(body: HTMLElement, compare: () => Fault): Promise<Fault> {
  // An editor that does not want it takes it back in its own handlers.
  await pause();
  const fault = compare();
  if (fault !== 'arrived changed') return fault;
  undoNatively(body);
  await pause();
  return compare();
}

/** What came of writing into a body. */
export interface Written {
  place: Place;
  method: Method | 'typed';
  /** Null: all of it is there, once, and nothing else changed. */
  why: RefusalReason | null;
  before: Reading;
  after: Reading;
}

/** Paragraphs and lists stand on lines of their own; mere words go into the user's line. */
export const HAS_BLOCKS = /<(p|div|ol|ul)\b/;
