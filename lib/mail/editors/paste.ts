import { isEditable, holdsCaret } from '../editable';
import { elementOf } from '../lines';

export const IS_FIREFOX = navigator.userAgent.includes('Firefox');

/**
 * Writes with the browser's editing command: it adds one step to the browser's undo and fires the page's input events.
 */
export function writeNatively(body: HTMLElement, html: string, text: string): boolean {
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
export function offerPaste(body: HTMLElement, html: string, text: string): boolean {
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
