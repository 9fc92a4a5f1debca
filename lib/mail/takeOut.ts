import { redoNatively, undoNatively } from './editors/richText';
import type { LastInsertion, Memory } from './memory';
import type { InsertionReport, TakeOutRefusal, TakeOutReport } from './protocol';
import { isPlainField, setFocus } from './editable';
import { extractChange, isSame, readDraft, type Reading, squeeze } from './verify';
import { pause, waitFor } from './wait';

/** Undoes the last insertion, and only if its draft has not changed since. */
export async function takeOut(memory: Memory): Promise<TakeOutReport> {
  const { last } = memory;
  if (!last) return refuse('nothing to take out');
  const body = last.body.deref();
  if (!body?.isConnected) return refuse('draft gone');
  const isNow = (reading: Reading): boolean => isSame(readDraft(body), reading);
  if (isNow(last.before)) return refuse('nothing to take out');
  if (!isNow(last.after)) return refuse('typed since');
  setFocus(body);
  const stays = last.tell ? listWhatStays(last.tell()) : [];
  const undo = last.method === 'paste' ? undoInEditor : undoInBrowser;
  const isOut = (): boolean => isNow(last.before) || isOnlyLetterGone(last, readDraft(body));
  if (!(await undo(body, isOut))) return refuse('did not work');
  memory.last = null;
  return { outcome: 'taken out', stays };
}

type Stays = Extract<TakeOutReport, { outcome: 'taken out' }>['stays'];

/** What remains in the draft when the letter is taken out. */
function listWhatStays({ subject, to, cc, attachment }: InsertionReport): Stays {
  const steps = { subject: [subject], recipients: [to, cc], attachment: [attachment] };
  return (Object.keys(steps) as Stays).filter((one) => steps[one].some(({ outcome }) => outcome === 'done'));
}

/** The page may have added something of its own meanwhile: what counts is that the letter is gone and nothing else is. */
function isOnlyLetterGone({ before, after }: LastInsertion, { text, objects }: Reading): boolean {
  const [, letter] = extractChange(before.text, after.text, 0);
  const now = squeeze(text);
  let kept = 0;
  const own = squeeze(before.text);
  for (const character of now) if (own.startsWith(character, kept)) kept += character.length;
  // Of a letter whose parts the page has replaced, undo takes out only the others.
  const isLeft = (part: string): boolean => now.includes(part) && !own.includes(part);
  const parts = letter.match(/.{10}/gs) ?? [letter];
  return kept === own.length && objects >= before.objects && !parts.some(isLeft);
}

function refuse(why: TakeOutRefusal): TakeOutReport {
  return { outcome: 'refused', why };
}

/** The browser has one undo stack for the page: if undo changed another field, redo restores that field. */
async function undoInBrowser(body: HTMLElement, isRestored: () => boolean): Promise<boolean> {
  // The content of a template is inert: copies of images in it load nothing.
  const copy = body.ownerDocument.createElement('template').content;
  for (const child of body.childNodes) copy.append(copy.ownerDocument.importNode(child, true));
  const reading = readDraft(body);
  undoNatively(body);
  await pause();
  if (isRestored()) return true;
  redoNatively(body);
  await pause();
  // Where the page has replaced what it would undo, the browser can write the letter a second time.
  if (!isPlainField(body) && !isSame(readDraft(body), reading)) body.replaceChildren(copy);
  return false;
}

/**
 * For editors with an undo of their own. Some handle the browser's undo event, the others only the keyboard shortcut.
 */
async function undoInEditor(body: HTMLElement, isRestored: () => boolean): Promise<boolean> {
  const undo = new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true });
  if (body.dispatchEvent(undo)) {
    await pause();
    if (!isRestored()) body.dispatchEvent(new KeyboardEvent('keydown', UNDO_KEYS));
  }
  // Some editors cancel a paste, write it with the browser's command, and leave undo to the browser.
  return (await waitFor(body, isRestored, 300)) || undoInBrowser(body, isRestored);
}

/** The only key event that we send: the user asked for this undo, and some editors handle no other event. */
const IS_MAC = /mac/i.test(navigator.platform);
const UNDO_KEYS: KeyboardEventInit = {
  key: 'z',
  code: 'KeyZ',
  keyCode: 90,
  // RoosterJS reads `which`, and Firefox does not derive it from the other fields.
  which: 90,
  ctrlKey: !IS_MAC,
  metaKey: IS_MAC,
  bubbles: true,
  cancelable: true,
  composed: true,
};
