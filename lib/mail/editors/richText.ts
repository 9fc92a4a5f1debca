import { hasCaretAt, selectNode, setCaret } from '../editable';
import { isBreak, type Point } from '../lines';
import type { Spot } from '../place';
import type { BodyContent, Place, RefusalReason } from '../protocol';
import type { Breaks, Draft, MailClient, Method } from '../sites/site';
import { compareReadings, type Fault, listOverlays, readDraft, type Reading, squeeze } from '../verify';
import { pause, waitFor } from '../wait';
import { type Offer, offerPaste, IS_FIREFOX, undoNatively, writeNatively } from './paste';

/** Milliseconds. An editor may start to write long after it accepted a paste. */
const PASTE_TIMEOUT = 3000;
/** Milliseconds without a change after which an editor that has started to write counts as finished. */
const PASTE_SETTLED = 300;
/**
 * Milliseconds. Editors with their own document model learn of a new caret from `selectionchange`, which fires later.
 */
const CARET_DELAY = 50;
/** Milliseconds in which an unknown editor may take back what its document does not hold. */
const TAKE_BACK = 150;

/** What only editors that no table knows need. */
export interface ForUnknown {
  /** Ways to offer a text that come after the paste. */
  offers: readonly Offer[];
  wouldReplaceWidget: (client: MailClient, body: HTMLElement, spot: Spot) => boolean;
}

/** Tries the site's methods in order, then reads the draft back and reports what changed. */
export async function writeRichText(
  { body, client, kind }: Draft,
  spot: Spot,
  { html, text }: BodyContent,
  forUnknown?: ForUnknown,
): Promise<Written> {
  const pastes = client.methods.includes('paste');
  await moveCaret(body, spot, pastes);
  const before = readDraft(body);
  let after = before;
  const expected = [squeeze(textOf(html)), squeeze(text)];
  const compare = (): Fault => {
    after = readDraft(body);
    const fault = compareReadings(before, after, expected);
    // Lexical joins all pasted paragraphs into one line when the caret is in a paragraph of a quote, and an editor that
    // keeps only text may join the letter with the user's line.
    const mayJoin = pastes && HAS_BLOCKS.test(html);
    return !fault && mayJoin && !hasLines(body, text) ? 'arrived changed' : fault;
  };
  /** How often the page shows the text, in the draft or elsewhere. */
  const countInPage = (): number =>
    pastes ? squeeze(body.ownerDocument.body.textContent).split(expected[0] ?? '').length : 0;
  const countBefore = countInPage();
  const takesBack = async (): Promise<Fault> => {
    if (kind === 'text field') await waitFor(body, () => compare() !== null, TAKE_BACK);
    return compare();
  };
  const report = (method: Method, why: Written['why']): Written => ({
    place: spot.place,
    method,
    why,
    before,
    after,
  });
  if (forUnknown?.wouldReplaceWidget(client, body, spot)) return report('paste', 'did not arrive');
  if (pastes) {
    for (const offer of [offerPaste, ...(forUnknown?.offers ?? [])]) {
      const isAccepted = offer(body, wrap(html, spot, client.pasteBreaks), wrap(text, spot, LINE_BREAKS));
      if (!isAccepted && compare() === 'did not arrive') {
        // Quill 1 moves the focus to read the paste, also when there is nothing to read.
        await moveCaret(body, spot, true);
        continue;
      }
      const fault = (await waitForPaste(body, compare)) ?? (await takesBack());
      if (fault !== 'did not arrive') return report('paste', fault);
      return { ...report('paste', 'not seen'), readAgain: () => report('paste', compare()) };
    }
  }
  const nativeSpot = spot.gap ?? spot;
  const holder = spot.gap && insertCaretHolder(body, nativeSpot.point);
  if (IS_FIREFOX) selectEmptyLine(body, nativeSpot);
  writeNatively(body, wrap(html, nativeSpot), wrap(text, nativeSpot, LINE_BREAKS));
  // An empty text node does not show in the draft's HTML; if the node were removed, redo would not find its place.
  if (holder) holder.data = '';
  const fault = (await checkNative(body, compare)) ?? (await takesBack());
  // The editor may have moved the text to a place that it shows elsewhere in the page.
  const isElsewhere = fault === 'did not arrive' && countInPage() > countBefore;
  return { ...report('native', isElsewhere ? 'arrived changed' : fault), place: nativeSpot.place };

  /** Most editors join the first and last pasted paragraph with the line at the caret; a line break prevents that. */
  function wrap(
    content: string,
    { breakBefore, breakAfter }: Spot,
    { before: first = '<br>', after: last = '<br>' }: Partial<Breaks> = {},
  ): string {
    if (!HAS_BLOCKS.test(html)) return content;
    return (breakBefore ? first : '') + content + (breakAfter ? last : '');
  }
}

const LINE_BREAKS: Breaks = { before: '\n', after: '\n' };

/** Whether each line of the text is a line of the draft. The number or sign of a list item is no part of its line. */
function hasLines(body: HTMLElement, text: string): boolean {
  const read = (from: string): string[] =>
    from.split(/[\n\t]/).map((line) => squeeze(line).replace(/^(\d+\.|\W)/, ''));
  const lines = new Set(read(body.innerText));
  // A suggestion in grey is shown at the end of a line.
  return listOverlays(body).length > 0 || read(text).every((line) => !line || lines.has(line));
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
  /** Reads a text that was not seen to arrive again. */
  readAgain?: () => Written;
}

/** Paragraphs and lists go on lines of their own; text without them goes into the user's line. */
export const HAS_BLOCKS = /<(p|div|ol|ul)\b/;
