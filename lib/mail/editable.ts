import type { Point } from './lines';

/** Fields that can be edited, the focus and the caret. This file knows no mail site. */

export type PlainField = HTMLTextAreaElement | HTMLInputElement;

/** Types of input that hold free text and report the caret's position. */
const TEXT_INPUTS = /^(text|search|tel|url)$/;

export function isPlainField(element: Element): element is PlainField {
  return (
    element.localName === 'textarea' ||
    (element.localName === 'input' && TEXT_INPUTS.test((element as HTMLInputElement).type))
  );
}

export function isReadOnly(field: HTMLElement): boolean {
  if (isPlainField(field)) return field.readOnly || field.disabled;
  return !isEditable(field) || field.ariaReadOnly === 'true' || field.ariaDisabled === 'true';
}

/** Some editors make a frame's whole document editable (`designMode`) instead of one element. */
export function isEditable(element: Element): boolean {
  return (element as HTMLElement).isContentEditable || element.ownerDocument.designMode === 'on';
}

/** The editable field with the focus, also inside open shadow roots. Null when another frame has the focus. */
export function findFocusedField(doc: Document): HTMLElement | null {
  return hasFrameFocus(doc.defaultView) ? findClickedField(doc) : null;
}

/**
 * Like findFocusedField, for the frame that was right-clicked: this function does not check that the frame has the
 * focus.
 */
export function findClickedField(doc: Document): HTMLElement | null {
  const active = findActive(doc);
  if (!active) return null;
  if (isPlainField(active)) return active;
  return isEditable(active) ? toEditingHost(active) : null;
}

export function findActive({ activeElement }: DocumentOrShadowRoot): HTMLElement | null {
  const shadow = activeElement && shadowOf(activeElement);
  return (shadow && findActive(shadow)) ?? (activeElement as HTMLElement | null);
}

/** An element's shadow root. Both browsers let extensions look into closed ones, too. */
export function shadowOf(element: Element): ShadowRoot | null {
  const { chrome } = globalThis as ForExtensions;
  return (
    (element as ForExtensions).openOrClosedShadowRoot ||
    (element instanceof HTMLElement && chrome?.dom?.openOrClosedShadowRoot(element)) ||
    element.shadowRoot
  );
}

interface ForExtensions {
  /** Firefox gives each element this property for extensions. */
  openOrClosedShadowRoot?: ShadowRoot | null;
  /** Chromium gives extensions this function. */
  chrome?: { dom?: { openOrClosedShadowRoot: (element: HTMLElement) => ShadowRoot | null } };
}

function toEditingHost(element: HTMLElement): HTMLElement {
  let host = element;
  while (host !== host.ownerDocument.body && host.parentElement && isEditable(host.parentElement))
    host = host.parentElement;
  return host;
}

/** A frame keeps its active element after losing the focus, so check that each parent page has the frame as its own. */
export function hasFrameFocus(win: Window | null): boolean {
  for (let inner = win; inner && inner !== inner.parent; inner = inner.parent) {
    const frame = findFrameElement(inner);
    if (frame && findActive(frame.ownerDocument) !== frame) return false;
  }
  return true;
}

/** The frame element that holds a window; null when the parent page has another origin. */
function findFrameElement(win: Window): Element | null {
  try {
    return win.frameElement;
  } catch {
    return null;
  }
}

/** Whether the element is a frame of another origin. By the HTML standard, its document is null for scripts of this page. */
export function isBlockedFrame(element: Element | null): boolean {
  return element?.localName === 'iframe' && !(element as HTMLIFrameElement).contentDocument;
}

/**
 * The selection, if it ends in this body and the body has the focus. Any other selection does not say where the user
 * wants the text.
 */
function readSelection(body: HTMLElement): Range | null {
  const selection = selectionOf(body);
  if (!selection?.rangeCount || !hasFocus(body)) return null;
  const range = selection.getRangeAt(0);
  return body.contains(range.endContainer) ? range : null;
}

/**
 * A copy of the selection, which the browser moves with its text when the page changes. A plain field has no range:
 * there the result only says whether the field has the focus.
 */
export function rememberCaret(body: HTMLElement): Range | null {
  if (isPlainField(body)) return hasFocus(body) ? body.ownerDocument.createRange() : null;
  return readSelection(body)?.cloneRange() ?? null;
}

export function hasCaretAt(body: HTMLElement, { node, offset }: Point): boolean {
  const range = readSelection(body);
  return Boolean(range?.collapsed && range.endContainer === node && range.endOffset === offset);
}

/** Puts the caret at a point without scrolling the page. */
export function setCaret(body: HTMLElement, { node, offset }: Point): void {
  setFocus(body);
  selectionOf(body)?.collapse(node, offset);
}

/** Selects the node that follows a point. */
export function selectNode(body: HTMLElement, { node, offset }: Point): void {
  selectionOf(body)?.setBaseAndExtent(node, offset, node, offset + 1);
}

/** False if the page gives the field no focus. */
export function setFocus(body: HTMLElement): boolean {
  if (!hasFocus(body)) body.focus({ preventScroll: true });
  return hasFocus(body);
}

/**
 * Whether text typed now would go into this field. The browser types at its caret, not in the field that we focused:
 * when a site re-creates its field on focus, the caret stays in the draft (Firefox 153, 2026-11).
 */
export function holdsCaret(field: HTMLElement): boolean {
  const caret = selectionOf(field)?.focusNode ?? null;
  return hasFocus(field) && (isPlainField(field) || field.contains(caret));
}

export function hasFocus(body: HTMLElement): boolean {
  const active = findActive(body.ownerDocument);
  // A field in a larger editable part does not get the focus itself.
  return body.contains(active) || (!isPlainField(body) && toEditingHost(body) === active);
}

/** In Chromium each shadow root has its own selection; Firefox has one selection for the whole document. */
function selectionOf(body: HTMLElement): Selection | null {
  const root = body.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? body.ownerDocument.getSelection();
}
