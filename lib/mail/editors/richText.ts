import { hasCaretAt, selectNode, setCaret } from '../editable';
import { isBreak, type Point } from '../lines';
import type { Spot } from '../place';
import type { Insertion, Place, RefusalReason } from '../protocol';
import type { Breaks, Draft, Method } from '../sites/site';
import { compareReadings, type Fault, readDraft, type Reading, squeeze } from '../verify';
import { pause, waitFor } from '../wait';
import { IS_FIREFOX, undoNatively, writeNatively } from './native';
import { offerPaste } from './paste';

/** Milliseconds. An editor may start to write long after it accepted a paste. */
const PASTE_TIMEOUT = 3000;
/** Milliseconds without a change after which an editor that has started to write counts as finished. */
const PASTE_SETTLED = 300;
/**
 * Milliseconds. Editors with their own document model learn of a new caret from `selectionchange`, which fires later.
 */
const CARET_DELAY = 50;

/** Tries the site's methods in order, then reads the draft back and reports what changed. */
export async function writeRichText(
  { body, client }: Draft,
  spot: Spot,
  { html, text }: Pick<Insertion, 'html' | 'text'>,
): Promise<Written> {
  const pastes = client.methods.includes('paste');
  await moveCaret(body, spot, pastes);
  const before = readDraft(body);
  let after = before;
  const expected = [squeeze(textOf(html)), squeeze(text)];
  const [first, second] = text.split(/\n+/);
  const compare = (): Fault => {
    after = readDraft(body);
    const fault = compareReadings(before, after, expected);
    // Lexical joins all pasted paragraphs into one line when the caret is in a paragraph of a quote.
    const isOneLine = pastes && !fault && second && body.innerText.includes(first + second);
    return isOneLine ? 'arrived changed' : fault;
  };
  const report = (method: Method, why: Fault): Written => ({ place: spot.place, method, why, before, after });
  if (pastes && client.site === 'other' && wouldReplaceWidget(body, spot))
    return report('paste', 'did not arrive');
  if (pastes) {
    const isAccepted = offerPaste(body, addBreaks(html, spot, client.pasteBreaks), text);
    if (isAccepted || compare() !== 'did not arrive')
      return report('paste', await waitForPaste(body, compare));
  }
  const nativeSpot = spot.gap ?? spot;
  const holder = spot.gap && insertCaretHolder(body, nativeSpot.point);
  if (IS_FIREFOX) selectEmptyLine(body, nativeSpot);
  writeNatively(body, addBreaks(html, nativeSpot), text);
  // An empty text node does not show in the draft's HTML; if the node were removed, redo would not find its place.
  if (holder) holder.data = '';
  return { ...report('native', await checkNative(body, compare)), place: nativeSpot.place };
}

/**
 * In CKEditor a paste replaces a table or picture that is selected as a whole, or that is directly next to the caret.
 */
function wouldReplaceWidget(body: HTMLElement, { point: { node, offset } }: Spot): boolean {
  const neighbours = [node.childNodes[offset - 1], node.childNodes[offset]];
  const isNextToWidget = neighbours.some(
    (one) => (one as HTMLElement | undefined)?.contentEditable === 'false',
  );
  return (node === body && isNextToWidget) || body.querySelector('.ck-widget_selected') !== null;
}

async function moveCaret(body: HTMLElement, { point }: Spot, hasOwnModel: boolean): Promise<void> {
  if (hasCaretAt(body, point)) return;
  setCaret(body, point);
  if (hasOwnModel) await pause(CARET_DELAY);
}

/**
 * Inserts an invisible character to hold the caret during one command: without it, Chromium moves a caret between two
 * blocks into one of them.
 */
function insertCaretHolder(body: HTMLElement, { node, offset }: Point): Text {
  const holder = new Text('\u200b');
  node.insertBefore(holder, node.childNodes[offset] ?? null);
  setCaret(body, { node: holder, offset: 0 });
  return holder;
}

/**
 * Firefox leaves an empty line below the letter unless the line is selected. Chromium replaces the line by itself, and
 * with the line selected it would replace more.
 */
function selectEmptyLine(body: HTMLElement, { point, breakBefore, breakAfter }: Spot): void {
  const line = point.node.childNodes[point.offset];
  if (!breakBefore && !breakAfter && isBreak(line ?? null)) selectNode(body, point);
}

/** Most editors join the first and last pasted paragraph with the line at the caret; a line break prevents that. */
function addBreaks(
  html: string,
  { breakBefore, breakAfter }: Spot,
  { before = '<br>', after = '<br>' }: Partial<Breaks> = {},
): string {
  if (!HAS_BLOCKS.test(html)) return html;
  return (breakBefore ? before : '') + html + (breakAfter ? after : '');
}

function textOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent;
}

async function waitForPaste(body: HTMLElement, compare: () => Fault): Promise<Fault> {
  const isDone = (): boolean => !compare() || !body.isConnected;
  await waitFor(body, isDone, compare() === 'did not arrive' ? PASTE_TIMEOUT : PASTE_SETTLED, PASTE_SETTLED);
  // An editor that writes late may also undo its change in a later handler.
  await pause();
  return compare();
}

async function checkNative(body: HTMLElement, compare: () => Fault): Promise<Fault> {
  // An editor that does not accept the text removes it in its own handlers.
  await pause();
  const fault = compare();
  if (fault !== 'arrived changed') return fault;
  undoNatively(body);
  await pause();
  return compare();
}

/** The result of writing into a body. */
export interface Written {
  place: Place;
  method: Method | 'typed';
  /** Null when the text is there exactly once and nothing else changed. */
  why: RefusalReason | null;
  before: Reading;
  after: Reading;
}

/** Paragraphs and lists go on lines of their own; text without them goes into the user's line. */
export const HAS_BLOCKS = /<(p|div|ol|ul)\b/;
