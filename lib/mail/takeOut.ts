import { redoNatively, undoNatively } from './editors/native';
import type { Memory } from './memory';
import type { TakeOutReport } from './protocol';
import { setFocus } from './editable';
import { isSame, readDraft, type Reading } from './verify';
import { pause, waitFor } from './wait';

/** Takes back the last insertion exactly, and only while its draft reads as we left it. */
export async function takeOut(memory: Memory): Promise<TakeOutReport> {
  const { last } = memory;
  if (!last) return refuse('nothing to take out');
  const body = last.body.deref();
  if (!body?.isConnected) return refuse('draft gone');
  const reads = (reading: Reading): boolean => isSame(readDraft(body), reading);
  if (reads(last.before)) return refuse('nothing to take out');
  if (!reads(last.after)) return refuse('typed since');
  setFocus(body);
  const undo = last.method === 'paste' ? undoInEditor : undoInBrowser;
  if (!(await undo(body, () => reads(last.before)))) return refuse('did not work');
  memory.last = null;
  return { outcome: 'taken out', stays: last.stays };
}

function refuse(why: Extract<TakeOutReport, { outcome: 'refused' }>['why']): TakeOutReport {
  return { outcome: 'refused', why };
}

/** The browser's undo is one for the page: if it took back something else, that is given back. */
async function undoInBrowser(body: HTMLElement, isBack: () => boolean): Promise<boolean> {
  undoNatively(body);
  await pause();
  if (isBack()) return true;
  redoNatively(body);
  await pause();
  return false;
}

/** Editors with an undo of their own. Some hear the browser's own event for it; the others know only the keys. */
async function undoInEditor(body: HTMLElement, isBack: () => boolean): Promise<boolean> {
  const wish = new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true });
  if (body.dispatchEvent(wish)) {
    await pause();
    if (!isBack()) body.dispatchEvent(new KeyboardEvent('keydown', UNDO_KEYS));
  }
  return waitFor(body, isBack, 300);
}

/** The one key event of ours: the user asked for exactly this undo, and some editors keep their own. */
const IS_MAC = /mac/i.test(navigator.platform);
const UNDO_KEYS: KeyboardEventInit = {
  key: 'z',
  code: 'KeyZ',
  keyCode: 90,
  // RoosterJS reads this one; Firefox does not work it out from the others.
  which: 90,
  ctrlKey: !IS_MAC,
  metaKey: IS_MAC,
  bubbles: true,
  cancelable: true,
  composed: true,
};
