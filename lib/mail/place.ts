import type { PlainField } from './editable';
import {
  elementOf,
  follows,
  isBlock,
  isBreak,
  isLeafContent,
  lookAround,
  type Point,
  pointAfter,
  pointBefore,
} from './lines';
import type { DraftTarget, Place } from './protocol';
import { type Draft, findAll, findQuotes } from './sites/site';

/** Where the text goes, and whether a line break must separate it from the user's text before or after it. */
export interface Spot {
  point: Point;
  breakBefore: boolean;
  breakAfter: boolean;
  place: Place;
  /**
   * A point between two blocks, on no line. The browser's editing command can write there if a text node holds the
   * caret (see `insertCaretHolder`).
   */
  gap?: Spot;
}

/** A part of the draft that is not the user's own text: the signature or the quoted mail. */
interface Landmark {
  element: Node;
  place: 'above the signature' | 'above the quoted mail';
}

/**
 * A whole letter goes below these elements if the caret is in one. (RoosterJS 9.7 writes a quote twice when a list is
 * pasted into the quote and another list follows.)
 */
const STRUCTURE = 'ul,ol,dl,table,blockquote,pre';

/**
 * The right-click menu inserts at the caret. The popup does so too, unless the caret is in the signature or in the
 * quoted mail, or outside the draft: then the text goes after the user's own text, above both.
 */
export function findSpot(draft: Draft, by: DraftTarget['by'], range: Range | null): Spot {
  const { body } = draft;
  const caret = range && toLine(outOfIsland({ node: range.endContainer, offset: range.endOffset }));
  const atCaret: Place = range && !range.collapsed ? 'after the selection' : 'at the caret';
  if (caret && by === 'clicked') return spotAt(body, caret, atCaret);
  const landmarks = findLandmarks(draft, !caret);
  const [first] = landmarks;
  if (caret && !isWithin(landmarks, caret, draft.client.quoteRunsToEnd)) {
    return findSpotBelow(draft, spotAt(body, caret, atCaret), first, 'below the list, table or quote');
  }
  return findSpotAfterOwnText(draft, first);
}

function spotAt(body: HTMLElement, wanted: Point, place: Place): Spot {
  const point = toLine(outOfLink(body, wanted));
  const { before, after, isBare } = lookAround(body, point);
  const spot = { point, breakBefore: before, breakAfter: after, place };
  return isBare && [...point.node.childNodes].some(isBlock) ? toGap(point, place, spot) : spot;
}

/**
 * Text inserted into a link becomes part of the link, and some editors break the line around it, so the point moves to
 * just before or after the link.
 */
function outOfLink(body: HTMLElement, point: Point): Point {
  const link = elementOf(point.node)?.closest('a');
  if (!link || !body.contains(link)) return point;
  return lookAround(link, point).before ? pointAfter(link) : pointBefore(link);
}

/** A point between two blocks is on no line. Browsers would choose one of the blocks; this function chooses instead. */
function toLine({ node, offset }: Point): Point {
  // An empty text node is on no line. Taking a letter out of a gap leaves one behind.
  if (node.nodeValue === '') return toLine(pointBefore(node));
  const next = node.childNodes[offset];
  const last = node.childNodes[offset - 1];
  const inner = next ?? last;
  if (!inner || !isEditableBlock(inner)) return { node, offset };
  return toLine({ node: inner, offset: next ? 0 : inner.childNodes.length });
}

function isEditableBlock(node: Node): boolean {
  return isBlock(node) && !(node as Element).matches('table,hr,[contenteditable=false]');
}

// ── Signature and quoted mail ──────────────────────────────────────────────────────────────────

/**
 * Signatures and quoted mails in document order. A signature inside a quoted mail belongs to that mail and is not
 * listed. Without a mark the signature is found by its shape, which is less sure: a caret there still counts.
 */
export function findLandmarks({ body, client: { selectors, shapes } }: Draft, byShape = true): Landmark[] {
  const quotes = findQuotes(body, selectors);
  const marked = findAll(body, selectors.signature).filter(
    (own) => !quotes.some((quote) => quote.contains(own)),
  );
  const shaped = marked.length || !byShape ? undefined : shapes?.findSignature(body, quotes);
  const signatures: Node[] = shaped ? [shaped] : marked;
  return [
    ...quotes.map((element): Landmark => ({ element, place: 'above the quoted mail' })),
    ...signatures.map((element): Landmark => ({ element, place: 'above the signature' })),
  ].toSorted((a, b) => (follows(a.element, b.element) ? 1 : -1));
}

function isWithin(landmarks: Landmark[], { node, offset }: Point, quoteRunsToEnd = false): boolean {
  const nodeAtPoint = node.childNodes[offset] ?? node;
  return landmarks.some(
    ({ element, place }) =>
      element.contains(node) ||
      (quoteRunsToEnd && place === 'above the quoted mail' && follows(nodeAtPoint, element)),
  );
}

// ── No caret in the user's own text ────────────────────────────────────────────────────────────

function findSpotAfterOwnText(draft: Draft, landmark: Landmark | undefined): Spot {
  const { body } = draft;
  const leaves = listLeaves(body, landmark);
  // An email that starts with an empty line and has no marks below it: what follows is a signature, not the user's words.
  const isUntouched = !landmark && isBreak(leaves[0] ?? null);
  const last = isUntouched ? undefined : leaves.findLast((leaf) => !isBreak(leaf));
  if (!last) return findSpotInEmptyPart(body, landmark);
  const place = landmark?.place ?? 'at the end';
  return findSpotBelow(draft, spotAt(body, endOf(last), place), landmark, place);
}

/** The content and line breaks above the landmark. */
function listLeaves(body: HTMLElement, landmark: Landmark | undefined): Node[] {
  const leaves: Node[] = [];
  const walker = body.ownerDocument.createTreeWalker(body);
  for (let node = walker.nextNode(); node && node !== landmark?.element; node = walker.nextNode()) {
    if (isBreak(node) || isLeafContent(node)) leaves.push(node);
  }
  return leaves;
}

/** The point after a content node, outside any part that cannot be edited. */
function endOf(node: Node): Point {
  return outOfIsland(node instanceof Text ? { node, offset: node.data.length } : pointAfter(node));
}

/** A point in a part that cannot be edited moves to just after that part. */
function outOfIsland(point: Point): Point {
  const island = elementOf(point.node)?.closest('[contenteditable]');
  return island?.matches('[contenteditable=false]') ? pointAfter(island) : point;
}

/** For a draft without text of the user's own: the letter goes into the first empty line. */
function findSpotInEmptyPart(body: HTMLElement, landmark: Landmark | undefined): Spot {
  const place = landmark?.place ?? 'at the caret';
  const [first, second] = listLeaves(body, landmark);
  // If there is only one line above the signature, a break keeps that line as a gap between letter and signature.
  if (first)
    return { point: pointBefore(first), breakBefore: false, breakAfter: Boolean(landmark && !second), place };
  if (!landmark) return spotAt(body, { node: body, offset: 0 }, place);
  return toGap(pointBefore(landmark.element), place);
}

/** An unknown editor may not keep a caret in a gap; `pasteSpot`, on a line, is where a paste goes then. */
function toGap(point: Point, place: Place, pasteSpot?: Spot): Spot {
  const gap = { point, breakBefore: false, breakAfter: true, place };
  return { ...(pasteSpot ?? gap), gap };
}

/** Moves a spot out of its list, table or quote: to the first line below, else into the gap after it. */
function findSpotBelow(
  { body, client }: Draft,
  within: Spot,
  landmark: Landmark | undefined,
  place: Place,
): Spot {
  const structure = findStructure(body, within.point.node);
  if (!structure) return within;
  const isBelow = (leaf: Node): boolean =>
    follows(leaf, structure) && !structure.contains(leaf) && !findStructure(body, leaf);
  const line = listLeaves(body, landmark).find(isBelow);
  if (line) return spotAt(body, pointBefore(line), place);
  return toGap(pointAfter(structure), place, client.site === 'other' ? within : undefined);
}

function findStructure(body: HTMLElement, node: Node): Element | null {
  let found: Element | null = null;
  for (let here: Node | null = node; here && here !== body; here = here.parentNode) {
    if (here instanceof Element && here.matches(STRUCTURE)) found = here;
  }
  return found;
}

export interface PlainSpot {
  at: number;
  place: Place;
}

/** Lines that mail programs write in plain text before a signature (the first group) and before a quoted mail. */
const LANDMARK = /^(?:(-- ?)|_{10,}|-{5}.*-{5}|>.*)$/m;

/** The place in a plain-text field: at the caret in the user's own text, else after that text and above signature and quote. */
export function findPlainSpot(field: PlainField, by: DraftTarget['by'], isFocused: boolean): PlainSpot {
  const { selectionStart, selectionEnd, value } = field;
  const end = selectionEnd ?? value.length;
  const limit = findLimit(field);
  if (by === 'clicked' || (isFocused && end <= limit.at)) {
    return { at: end, place: selectionStart === selectionEnd ? 'at the caret' : 'after the selection' };
  }
  return { at: value.slice(0, limit.at).trimEnd().length, place: limit.place };
}

function findLimit({ value, localName }: PlainField): PlainSpot {
  const found = localName === 'input' ? null : LANDMARK.exec(value);
  if (!found) return { at: value.length, place: 'at the end' };
  return { at: found.index, place: found[1] ? 'above the signature' : 'above the quoted mail' };
}
