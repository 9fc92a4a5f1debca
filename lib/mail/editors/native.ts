import { holdsCaret } from '../editable';

export const IS_FIREFOX = navigator.userAgent.includes('Firefox');

/** The browser's own editing command: one step in its undo, and the page's own listeners hear of it. */
export function writeNatively(body: HTMLElement, html: string, text: string): boolean {
  // An editor of plain text refuses HTML; and for mere words Firefox would change the spaces beside them.
  const isText = body.contentEditable === 'plaintext-only' || !html.includes('<');
  return isText ? typeText(body, text) : holdsCaret(body) && command(body, 'insertHTML', html);
}

export function undoNatively(body: HTMLElement): boolean {
  return command(body, 'undo');
}

export function redoNatively(body: HTMLElement): boolean {
  return command(body, 'redo');
}

/** Nothing is ever typed into, or deleted from, another field than the one that was meant. */
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
    // Trusted Types and some sandboxed frames throw instead of answering false.
    return false;
  }
}
