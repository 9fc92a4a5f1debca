import { findActive, isPlainField } from './fields';
import type { Point } from './lines';

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
