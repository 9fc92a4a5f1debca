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
