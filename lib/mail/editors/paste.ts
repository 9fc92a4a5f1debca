import { isEditable } from '../editable';
import { elementOf } from '../lines';

/**
 * Offers the text as a paste. True when the editor took it (cancelled the event): it may write later, so nothing
 * else must be tried after that.
 */
export function offerPaste(body: HTMLElement, html: string, text: string): boolean {
  return offer(findCaretElement(body), 'text/html', html, text);
}

/** The same for a field that takes plain text, such as one for people. */
export function offerPlainPaste(field: HTMLElement, text: string): boolean {
  return offer(field, 'text/plain', text, text);
}

function offer(element: HTMLElement, dataType: string, data: string, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  clipboardData.setData(dataType, data);
  // Firefox reads only `dataType` and `data`, of old; other browsers ignore them (measured with 153).
  const options = { bubbles: true, cancelable: true, composed: true, clipboardData, dataType, data };
  const event = new ClipboardEvent('paste', options);
  // Where even that arrives empty, an editor would take an empty paste and say nothing.
  return event.clipboardData?.getData(dataType) === data && !element.dispatchEvent(event);
}

function findCaretElement(body: HTMLElement): HTMLElement {
  const element = elementOf(body.ownerDocument.getSelection()?.anchorNode ?? body) as HTMLElement | null;
  return element && body.contains(element) && isEditable(element) ? element : body;
}
