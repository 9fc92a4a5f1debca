import type { Breaks, Draft, Method } from '../clients/client';
import type { Spot } from '../place';
import { hasCaretAt, setCaret } from '../selection';
import { compareReadings, readDraft, squeeze, type Arrival, type Reading } from '../verify';
import { hearOnce, pause, waitUntilQuiet } from '../wait';
import { undoNatively, writeNatively } from './native';
import { offerPaste } from './paste';

/** An editor may write a while after it took a paste, and is done soon after it began. */
const LATEST = 3000;
const SETTLED = 300;

export interface Written {
  arrival: Arrival;
  method: Method;
}

/** Tries the site's methods in order, and reads back what came of it. */
export async function writeRichText(draft: Draft, spot: Spot, html: string, text: string): Promise<Written> {
  const { body, client } = draft;
  await goTo(body, spot, client.methods.includes('paste'));
  const before = readDraft(body);
  const expected = [squeeze(wordsOf(html)), squeeze(text)];
  const compare = (): Arrival => compareReadings(before, readDraft(body), expected);
  if (client.methods.includes('paste')) {
    const taken = offerPaste(body, separate(html, spot, client.pasteBreaks), text);
    if (taken || compare() !== 'nothing')
      return { arrival: await waitForPaste(body, compare), method: 'paste' };
  }
  writeNatively(body, separate(html, spot, NATIVE_BREAKS), text);
  return { arrival: await checkNative(body, before, compare), method: 'native' };
}

async function goTo(body: HTMLElement, { point }: Spot, hasOwnModel: boolean): Promise<void> {
  if (hasCaretAt(body, point)) return;
  // Editors with a model of their own learn of a new caret from this event, which comes later.
  const heard = hasOwnModel ? hearOnce(body.ownerDocument, 'selectionchange') : null;
  setCaret(body, point);
  await heard;
}

const NATIVE_BREAKS: Breaks = { before: '<br>', after: '<br>' };

/**
 * Most editors melt the first and last paragraph into the line at the caret; a break on that side keeps them apart.
 */
function separate(html: string, { breakBefore, breakAfter }: Spot, { before, after }: Breaks): string {
  if (!HAS_BLOCKS.test(html)) return html;
  return (breakBefore ? before : '') + html + (breakAfter ? after : '');
}

const HAS_BLOCKS = /<(p|div|ol|ul|table|h\d|blockquote)\b/i;

/** Our own HTML, so five entities are all there are; a parser would be bound by some pages' policies. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

async function waitForPaste(body: HTMLElement, compare: () => Arrival): Promise<Arrival> {
  await waitUntilQuiet({ below: body, isDone: () => compare() === 'whole', quiet: SETTLED, latest: LATEST });
  // Whoever wrote late may also take it back.
  await pause();
  return compare();
}

async function checkNative(body: HTMLElement, before: Reading, compare: () => Arrival): Promise<Arrival> {
  // An editor that does not want it takes it back in its own handlers.
  await pause();
  const arrival = compare();
  if (arrival !== 'changed') return arrival;
  undoNatively(body);
  await pause();
  return compareReadings(before, readDraft(body), []);
}
