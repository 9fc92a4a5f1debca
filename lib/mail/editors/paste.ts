import { isEditable } from '../editable';
import { elementOf } from '../lines';

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
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  clipboardData.setData(dataType, data);
  // Firefox reads only its old options `dataType` and `data`; other browsers ignore them (measured with Firefox 153).
  const options = { bubbles: true, cancelable: true, composed: true, clipboardData, dataType, data };
  const event = new ClipboardEvent('paste', options);
  // Firefox: an editor that keeps only text reads this one.
  event.clipboardData?.setData('text/plain', text);
  // If the event carries no data all the same, an editor would accept an empty paste without an error.
  return event.clipboardData?.getData(dataType) === data && !element.dispatchEvent(event);
}

/**
 * Sends the event that a browser sends for a paste before it writes. Editors with a document of their own, such as Slate
 * and Trix, take their text from this event. In Firefox, the page can read the data only of objects of its own, so they
 * are made with the page's constructors.
 */
export function offerBeforeInput(body: HTMLElement, html: string, text: string): boolean {
  const page = (window as { wrappedJSObject?: typeof globalThis }).wrappedJSObject ?? globalThis;
  const dataTransfer = new page.DataTransfer();
  dataTransfer.setData('text/plain', text);
  dataTransfer.setData('text/html', html);
  const options = Object.assign(new page.Object(), {
    inputType: 'insertFromPaste',
    bubbles: true,
    cancelable: true,
    composed: true,
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
