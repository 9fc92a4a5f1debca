import { hasCaretAt, selectNode, setCaret, isEditable, holdsCaret } from '../editable';
import { isBreak, type Point, elementOf } from '../lines';
import type { Spot } from '../place';
import type { BodyContent, Place, RefusalReason } from '../protocol';
import type { Breaks, Draft, MailClient, Method } from '../sites/site';
import { compareReadings, type Fault, listOverlays, readDraft, type Reading, squeeze } from '../verify';
import { pause, waitFor } from '../wait';

const IS_FIREFOX = navigator.userAgent.includes('Firefox');

/**
 * Writes with the browser's editing command: it adds one step to the browser's undo and fires the page's input events.
 */
function writeNatively(body: HTMLElement, html: string, text: string): boolean {
  // A plain-text editor refuses HTML. Text without tags is typed, because insertHTML in Firefox changes the spaces next
  // to it.
  const isText = body.contentEditable === 'plaintext-only' || !html.includes('<');
  return isText ? typeText(body, text) : holdsCaret(body) && command(body, 'insertHTML', html);
}

export function undoNatively(body: HTMLElement): boolean {
  return command(body, 'undo');
}

export function redoNatively(body: HTMLElement): boolean {
  return command(body, 'redo');
}

/** Types only if the caret is in this field, so that no other field changes. False when nothing was typed. */
export function typeText(field: HTMLElement, text: string): boolean {
  return holdsCaret(field) && command(field, 'insertText', text);
}

export function deleteAll(field: HTMLElement): void {
  if (holdsCaret(field) && command(field, 'selectAll') && holdsCaret(field)) command(field, 'delete');
}

function command({ ownerDocument }: HTMLElement, name: string, value?: string): boolean {
  try {
    return ownerDocument.execCommand(name, false, value);
  } catch {
    // Trusted Types and some sandboxed frames throw instead of returning false.
    return false;
  }
}

/**
 * The page’s constructors. In Firefox, the page can read the data only of objects of its own; data that the extension’s own
 * objects carry is empty for it (measured with Firefox 153).
 */
const page = (window as { wrappedJSObject?: typeof window }).wrappedJSObject ?? window;

/** A way to offer a text to an editor; true if the editor accepted it. */
export type Offer = (body: HTMLElement, html: string, text: string) => boolean;

/**
 * Sends the editor a paste event. True when the editor cancelled the event: it has accepted the paste and may write
 * later, so the caller must not try another method.
 */
function offerPaste(body: HTMLElement, html: string, text: string): boolean {
  return offer(findCaretElement(body), 'text/html', html, text);
}

/** Like offerPaste, for a field that takes plain text, such as the field for recipients. */
export function offerPlainPaste(field: HTMLElement, text: string): boolean {
  return offer(field, 'text/plain', text, text);
}

function offer(element: HTMLElement, dataType: string, data: string, text: string): boolean {
  const event = new page.ClipboardEvent(
    'paste',
    Object.assign(new page.Object(), {
      clipboardData: new page.DataTransfer(),
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
  // Firefox makes a DataTransfer of its own for the event, so the data are put in afterwards (measured with Firefox 153).
  const clipboardData = event.clipboardData as DataTransfer;
  clipboardData.setData(dataType, data);
  clipboardData.setData('text/plain', text);
  // If the event carries no data all the same, an editor would accept an empty paste without an error.
  return clipboardData.getData(dataType) === data && !element.dispatchEvent(event);
}

/**
 * Sends the event that a browser sends for a paste before it writes. Editors with a document of their own, such as Slate
 * and Trix, take their text from this event.
 */
export function offerBeforeInput(body: HTMLElement, html: string, text: string): boolean {
  const dataTransfer = new page.DataTransfer();
  dataTransfer.setData('text/plain', text);
  dataTransfer.setData('text/html', html);
  const options = Object.assign(new page.Object(), {
    bubbles: true,
    cancelable: true,
    composed: true,
    inputType: 'insertFromPaste',
    dataTransfer,
  });
  const event = new page.InputEvent('beforeinput', options);
  const isReadable = event.dataTransfer?.getData('text/html') === html;
  return isReadable && !findCaretElement(body).dispatchEvent(event);
}

function findCaretElement(body: HTMLElement): HTMLElement {
  const element = elementOf(body.ownerDocument.getSelection()?.anchorNode ?? body) as HTMLElement | null;
  return element && body.contains(element) && isEditable(element) ? element : body;
}

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
    if (kind !== 'text field') return null;
    await waitFor(body, () => compare() !== null, TAKE_BACK);
    return compare();
  };
  const report = (method: Method, why: Written['why']): Written => ({
    place: spot.place,
    method,
    why,
    before,
    after,
  });
  // Under a modal dialogue the page gives the email no focus; an editor would write wherever its caret was last.
  if (!holdsCaret(body)) return report('paste', 'read only');
  if (forUnknown?.wouldReplaceWidget(client, body, spot)) return report('paste', 'did not arrive');
  if (pastes) {
    for (const way of [offerPaste, ...(forUnknown?.offers ?? [])]) {
      const isAccepted = way(body, wrap(html, spot, client.pasteBreaks), wrap(text, spot, LINE_BREAKS));
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

/**
 * Whether each line of the text is a line of the draft. The number or sign of a list item is no part of its line, and a
 * page may show all of it in capitals.
 */
function hasLines(body: HTMLElement, text: string): boolean {
  const read = (from: string): string[] =>
    from.split(/[\n\t]/).map((line) =>
      squeeze(line)
        .toLowerCase()
        .replace(/^(\d+\.|\W)/, ''),
    );
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
