import type { Point } from './lines';

/** Which element is being written in. Nothing here knows a mail site. */

export type PlainField = HTMLTextAreaElement | HTMLInputElement;

/** Inputs that hold free text and tell where the caret is. */
const TEXT_INPUTS = ['text', 'search', 'tel', 'url'];

export function isPlainField(element: Element): element is PlainField {
  return (
    element.localName === 'textarea' ||
    (element.localName === 'input' && TEXT_INPUTS.includes((element as HTMLInputElement).type))
  );
}

export function isReadOnly(field: HTMLElement): boolean {
  if (isPlainField(field)) return field.readOnly || field.disabled;
  return !isEditable(field) || field.ariaReadOnly === 'true' || field.ariaDisabled === 'true';
}

/** Some editors make the whole document of a frame editable instead of an element. */
export function isEditable(element: Element): boolean {
  return (element as HTMLElement).isContentEditable || element.ownerDocument.designMode === 'on';
}

/** The field the caret is in, through open shadow roots; null in a frame that does not have the focus. */
export function findFocusedField(doc: Document): HTMLElement | null {
  return hasFrameFocus(doc.defaultView) ? findClickedField(doc) : null;
}

/** As above, in a frame we know to be the one that was clicked. */
export function findClickedField(doc: Document): HTMLElement | null {
  const active = findActive(doc);
  if (!active) return null;
  if (isPlainField(active)) return active;
  return isEditable(active) ? toEditingHost(active) : null;
}

export function findActive({ activeElement }: DocumentOrShadowRoot): HTMLElement | null {
  const inner = activeElement?.shadowRoot ? findActive(activeElement.shadowRoot) : null;
  return inner ?? (activeElement as HTMLElement | null);
}

function toEditingHost(element: HTMLElement): HTMLElement {
  if (element.ownerDocument.designMode === 'on') return element.ownerDocument.body;
  let host = element;
  while (host.parentElement && isEditable(host.parentElement)) host = host.parentElement;
  return host;
}

/** A frame keeps its active element after the focus has gone elsewhere: ask the frames around it. */
function hasFrameFocus(win: Window | null): boolean {
  for (let inner = win; inner && inner !== inner.parent; inner = inner.parent) {
    const holder = findHolder(inner);
    if (holder && findActive(holder.ownerDocument) !== holder) return false;
  }
  return true;
}

/** The frame element around a window; null where the page around it is of another origin. */
function findHolder(win: Window): Element | null {
  try {
    return win.frameElement;
  } catch {
    return null;
  }
}

/** Something with the focus that we may not look into: a frame of another origin. */
export function isBlockedFrame(element: Element | null): boolean {
  if (element?.localName !== 'iframe') return false;
  try {
    return !(element as HTMLIFrameElement).contentDocument;
  } catch {
    return true;
  }
}

/** The selection, if it ends in this body and the body has the focus; elsewhere it is not the user's wish. */
function readSelection(body: HTMLElement): Range | null {
  const selection = selectionOf(body);
  if (!selection?.rangeCount || !hasFocus(body)) return null;
  const range = selection.getRangeAt(0);
  return body.contains(range.endContainer) ? range : null;
}

/** A copy that keeps to its place while the page changes around it; in a plain field it only says that it is there. */
export function rememberCaret(body: HTMLElement): Range | null {
  if (isPlainField(body)) return hasFocus(body) ? body.ownerDocument.createRange() : null;
  return readSelection(body)?.cloneRange() ?? null;
}

export function hasCaretAt(body: HTMLElement, { node, offset }: Point): boolean {
  const range = readSelection(body);
  return range !== null && range.collapsed && range.endContainer === node && range.endOffset === offset;
}

/** A caret there; keeps the page where it is. */
export function setCaret(body: HTMLElement, { node, offset }: Point): void {
  setFocus(body);
  selectionOf(body)?.collapse(node, offset);
}

/** Selects the one node behind a point. */
export function selectNode(body: HTMLElement, { node, offset }: Point): void {
  selectionOf(body)?.setBaseAndExtent(node, offset, node, offset + 1);
}

export function setFocus(body: HTMLElement): void {
  if (!hasFocus(body)) body.focus({ preventScroll: true });
}

/**
 * Whether what is typed now goes into this field. The browser types where its caret is, whatever we asked for: a site
 * that makes its field anew when it gets the focus leaves the caret in the draft (Firefox 153, 2026-11).
 */
export function holdsCaret(field: HTMLElement): boolean {
  const caret = selectionOf(field)?.focusNode ?? null;
  return hasFocus(field) && (isPlainField(field) || field.contains(caret));
}

function hasFocus(body: HTMLElement): boolean {
  const active = findActive(body.ownerDocument);
  return active !== null && (body === active || body.contains(active));
}

/** Chromium gives a shadow root a selection of its own; Firefox has one for all. */
function selectionOf(body: HTMLElement): Selection | null {
  const root = body.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? body.ownerDocument.getSelection();
}
