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

/** Where the text goes, and whether the user's own line needs a break before or after it to stay a line. */
export interface Spot {
  point: Point;
  breakBefore: boolean;
  breakAfter: boolean;
  place: Place;
  /** Between two blocks, on no line: where the browser's own command writes, if a caret is held there for it. */
  gap?: Spot;
}

/** What is not the user's to write in: their signature and the quoted mail. */
interface Landmark {
  element: HTMLElement;
  place: 'above the signature' | 'above the quoted mail';
}

/**
 * These are left before a whole letter goes in, where there is a line to go to. (RoosterJS 9.7 writes a quote twice when
 * a list is pasted into it while another list follows.)
 */
const STRUCTURE = 'ul,ol,dl,table,blockquote,pre';

/**
 * A right-click inserts where it was. A whole letter goes to the caret too, unless the caret is in the signature or
 * the quoted mail, or not in the draft at all: then after the user's own words, above both.
 */
export function findSpot(draft: Draft, by: DraftTarget['by'], range: Range | null): Spot {
  const { body } = draft;
  const caret = range && intoLine({ node: range.endContainer, offset: range.endOffset });
  const atCaret: Place = range && !range.collapsed ? 'after the selection' : 'at the caret';
  if (caret && by === 'clicked') return spotAt(body, caret, atCaret);
  const landmarks = findLandmarks(draft);
  const [first] = landmarks;
  if (caret && !isWithin(landmarks, caret, draft.client.quoteRunsToEnd)) {
    return findSpotBelow(draft, spotAt(body, caret, atCaret), first, 'below the list, table or quote');
  }
  return findSpotAfterOwnWords(draft, first);
}

function spotAt(body: HTMLElement, wanted: Point, place: Place): Spot {
  const point = intoLine(outOfLink(body, wanted));
  const { before, after, isBare } = lookAround(body, point);
  const spot = { point, breakBefore: before, breakAfter: after, place };
  return isBare && [...point.node.childNodes].some(isBlock) ? toGap(point, place, spot) : spot;
}

/** What goes into a link becomes a link, and some editors break the line around it: right beside it instead. */
function outOfLink(body: HTMLElement, point: Point): Point {
  const link = elementOf(point.node)?.closest('a');
  if (!link || !body.contains(link)) return point;
  return lookAround(link, point).before ? pointAfter(link) : pointBefore(link);
}

/** A point between two blocks is on no line: browsers take it into the nearer one, so we say which. */
function intoLine({ node, offset }: Point): Point {
  // An empty text has no line; one is left where a letter was taken out of a gap.
  if (node.nodeValue === '') return intoLine(pointBefore(node));
  const next = node.childNodes[offset];
  const last = node.childNodes[offset - 1];
  const inner = next ?? last;
  if (!inner || !isOpenBlock(inner)) return { node, offset };
  return intoLine({ node: inner, offset: next ? 0 : inner.childNodes.length });
}

function isOpenBlock(node: Node): boolean {
  return isBlock(node) && !(node as Element).matches('table,hr,[contenteditable=false]');
}

// ── Signature and quoted mail ──────────────────────────────────────────────────────────────────

/** In the order of the draft. A signature inside the quoted mail is part of that mail. */
export function findLandmarks({ body, client: { selectors } }: Draft): Landmark[] {
  const quotes = findQuotes(body, selectors);
  const signatures = findAll(body, selectors.signature).filter(
    (own) => !quotes.some((quote) => quote.contains(own)),
  );
  return [
    ...quotes.map((element): Landmark => ({ element, place: 'above the quoted mail' })),
    ...signatures.map((element): Landmark => ({ element, place: 'above the signature' })),
  ].toSorted((a, b) => (follows(a.element, b.element) ? 1 : -1));
}

function isWithin(landmarks: Landmark[], { node, offset }: Point, quoteRunsToEnd = false): boolean {
  const at = node.childNodes[offset] ?? node;
  return landmarks.some(
    ({ element, place }) =>
      element.contains(node) || (quoteRunsToEnd && place === 'above the quoted mail' && follows(at, element)),
  );
}

// ── Without a caret in the user's own part ─────────────────────────────────────────────────────

function findSpotAfterOwnWords(draft: Draft, landmark: Landmark | undefined): Spot {
  const { body } = draft;
  const last = listLeaves(body, landmark).findLast((leaf) => !isBreak(leaf));
  if (!last) return findSpotInEmptyPart(body, landmark);
  const place = landmark?.place ?? 'at the end';
  return findSpotBelow(draft, spotAt(body, endOf(body, last), place), landmark, place);
}

/** Everything that shows or breaks a line, above the landmark. */
function listLeaves(body: HTMLElement, landmark: Landmark | undefined): Node[] {
  const leaves: Node[] = [];
  const walker = body.ownerDocument.createTreeWalker(body);
  for (let node = walker.nextNode(); node && node !== landmark?.element; node = walker.nextNode()) {
    if (isBreak(node) || isLeafContent(node)) leaves.push(node);
  }
  return leaves;
}

/** A point after content, outside any island in which nobody can write. */
function endOf(body: HTMLElement, node: Node): Point {
  const island = elementOf(node)?.closest('[contenteditable=false]');
  if (island && body.contains(island)) return pointAfter(island);
  return node instanceof Text ? { node, offset: node.data.length } : pointAfter(node);
}

/** Nothing of the user's own is there: the first empty line takes the letter. */
function findSpotInEmptyPart(body: HTMLElement, landmark: Landmark | undefined): Spot {
  const place = landmark?.place ?? 'at the caret';
  const [first, second] = listLeaves(body, landmark);
  // The only line above a signature also keeps it apart from the letter.
  if (first)
    return { point: pointBefore(first), breakBefore: false, breakAfter: Boolean(landmark && !second), place };
  if (!landmark) return spotAt(body, { node: body, offset: 0 }, place);
  return toGap(pointBefore(landmark.element), place);
}

/** An editor we do not know may not keep a caret in the gap: its paste goes to the spot within. */
function toGap(point: Point, place: Place, within?: Spot): Spot {
  const gap = { point, breakBefore: false, breakAfter: true, place };
  return { ...(within ?? gap), gap };
}

/** Out of the structure a spot is in: to the first line below it, else right behind it, where that can be. */
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

/** The lines mail programs write before a signature (the first group) and a quoted mail in plain text. */
const LANDMARK = /^(?:(-- ?)|_{10,}|-{5}.*-{5}|>.*)$/m;

/** As in a rich draft: at the caret of the user's own part, else after their words and above the rest. */
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
