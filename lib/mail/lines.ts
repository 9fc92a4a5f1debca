/** Finds the visible lines of a draft: blocks and line breaks end a line, inline elements do not. */

export interface Point {
  node: Node;
  offset: number;
}

/**
 * White space that is not rendered, and the fillers that editors put into empty lines. A non-breaking space is visible.
 */
const INVISIBLE = /^[ \t\r\n\f\u200b\u2060\ufeff]*$/;

export interface Line {
  /** Whether visible content precedes or follows the point on its line. */
  before: boolean;
  after: boolean;
  /** The line has no content and no line break: it is a real line only if its block holds nothing else. */
  isBare: boolean;
}

export function lookAround(body: Node, point: Point): Line {
  const before = findNeighbour(body, point, true);
  const after = findNeighbour(body, point, false);
  // A line break at the end of a block does not start a new line: the point is still on the line that the break ends.
  const contentBefore = isBreak(before) && !after ? findNeighbour(body, pointBefore(before), true) : before;
  return { before: isContent(contentBefore), after: isContent(after), isBare: !before && !after };
}

/** The nearest node on the line that is content or a line break; null at the edge of the block. */
function findNeighbour(body: Node, { node, offset }: Point, back: boolean): Node | null {
  if (node instanceof Text) {
    const { data } = node;
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
    if (isBlock(next)) return null;
    if (isBreak(next) || isLeafContent(next)) return next;
    here = next;
    next = back ? here.lastChild : here.firstChild;
  }
}

/** Visible text, pictures, form controls and parts that cannot be edited are content. As blocks, they are on lines of their own. */
export function isLeafContent(node: Node): boolean {
  if (node instanceof Text) return !INVISIBLE.test(node.data);
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
  return [...(node.parentNode ?? node).childNodes].indexOf(node as ChildNode);
}

/** Node.DOCUMENT_POSITION_FOLLOWING. */
const FOLLOWING = 4;

/** Whether a node comes later in the document. Nodes inside the earlier node count as later, too. */
export function follows(node: Node, earlier: Node): boolean {
  return (earlier.compareDocumentPosition(node) & FOLLOWING) > 0;
}

export function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
