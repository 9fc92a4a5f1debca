import { holdsCaret } from '../editable';

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
