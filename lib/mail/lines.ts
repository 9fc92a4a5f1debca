/** Lines of a draft as the eye sees them: blocks and line breaks end a line, inline elements do not. */

export interface Point {
  node: Node;
  offset: number;
}

/** Spaces that do not show, and the fillers editors put into empty lines. A non-breaking space shows. */
const INVISIBLE = /^[ \t\r\n\f\u200b\u2060\ufeff]*$/;

export interface Line {
  /** Something of the user's stands before or after the point on the same line. */
  before: boolean;
  after: boolean;
  /** Not even a break: the point is on a line of its own only where its block holds nothing else. */
  isBare: boolean;
}

export function lookAround(body: Node, point: Point): Line {
  const before = step(body, point, true);
  const after = step(body, point, false);
  // A break at the very end of a block opens no line of its own: we are still on the one it ends.
  const ended = isBreak(before) && !after ? step(body, pointBefore(before), true) : before;
  return { before: isContent(ended), after: isContent(after), isBare: !before && !after };
}

/** The nearest thing on the line: content, the break that ends it, or null at the edge of its block. */
function step(body: Node, { node, offset }: Point, back: boolean): Node | null {
  if (node.nodeType === Node.TEXT_NODE) {
    const { data } = node as Text;
    if (!INVISIBLE.test(back ? data.slice(0, offset) : data.slice(offset))) return node;
  }
  let here = node;
  let next = node.childNodes[back ? offset - 1 : offset] ?? null;
  for (;;) {
    while (!next) {
      if (here === body || isBlock(here)) return null;
      next = back ? here.previousSibling : here.nextSibling;
      if (!here.parentNode) return null;
      here = next ? here : here.parentNode;
    }
    if (isBreak(next) || isLeafContent(next)) return next;
    if (isBlock(next)) return null;
    here = next;
    next = back ? here.lastChild : here.firstChild;
  }
}

/** Pictures, fields and islands that cannot be edited are content; so is text that shows. */
export function isLeafContent(node: Node): boolean {
  if (node.nodeType === Node.TEXT_NODE) return !INVISIBLE.test((node as Text).data);
  if (!(node instanceof Element)) return false;
  return node.matches(
    'img,input,button,select,video,audio,canvas,svg,object,embed,iframe,[contenteditable=false]',
  );
}

export function isBreak(node: Node | null): node is HTMLBRElement {
  return node?.nodeName === 'BR';
}

function isContent(node: Node | null): boolean {
  return node !== null && !isBreak(node);
}

export function isBlock(node: Node): boolean {
  return node instanceof Element && !/^(inline|none|contents)/.test(getComputedStyle(node).display);
}

export function pointBefore(node: Node, past = 0): Point {
  return { node: node.parentNode ?? node, offset: indexOf(node) + past };
}

export function pointAfter(node: Node): Point {
  return pointBefore(node, 1);
}

function indexOf(node: Node): number {
  let index = 0;
  for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) index += 1;
  return index;
}

/** Later in the page; what is inside the earlier node is not meant to be asked for. */
export function follows(node: Node, earlier: Node): boolean {
  return Boolean(earlier.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
}

export function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
