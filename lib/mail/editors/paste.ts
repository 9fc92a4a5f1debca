import { isEditable } from '../fields';

/**
 * Offers the text as a paste. True when the editor took it (cancelled the event): it may write later, so nothing
 * else must be tried after that.
 */
export function offerPaste(body: HTMLElement, html: string, text: string): boolean {
  const event = makePaste(html, text);
  // Firefox drops what an extension puts there: an editor would take an empty paste and say nothing.
  if (event.clipboardData?.getData('text/html') !== html) return false;
  return !findCaretElement(body).dispatchEvent(event);
}

function makePaste(html: string, text: string): ClipboardEvent {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', html);
  clipboardData.setData('text/plain', text);
  // Firefox reads only its own two fields of old; other browsers ignore them (measured with 153).
  const own = { dataType: 'text/html', data: html };
  const options = { bubbles: true, cancelable: true, composed: true, clipboardData, ...own };
  return new ClipboardEvent('paste', options);
}

function findCaretElement(body: HTMLElement): HTMLElement {
  const node = body.ownerDocument.getSelection()?.anchorNode ?? body;
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element && body.contains(element) && isEditable(element) ? element : body;
}
