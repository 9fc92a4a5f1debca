import { isEditable, isPlainField, isReadOnly } from './editable';
import { follows, isBlock } from './lines';
import { isForeign, isVisible, type Shapes } from './sites/site';
import { listTexts } from './verify';

/** Finds by its place and form what a site's marks no longer tell. */
export const shapes: Shapes = { findSubject: findLineAbove, findSignature };

/**
 * An email's subject by its place: the one wide field of one line above the text. Recipients have a list of suggestions.
 * Of several such fields it is the one that is labelled so.
 */
function findLineAbove(root: HTMLElement, body: HTMLElement): Element | undefined {
  const { top, width } = body.getBoundingClientRect();
  const lines = [
    ...root.querySelectorAll<HTMLInputElement>('input:is([type=text],:not([type])):not([role])'),
  ].filter((line) => {
    const box = line.getBoundingClientRect();
    return !isForeign(line, body) && box.width > width / 2 && box.bottom <= top;
  });
  return lines.length > 1 ? lines.find((line) => /ubject/.test(line.placeholder)) : lines[0];
}

// ── The signature ──────────────────────────────────────────────────────────────────────────────

/** Gmail's own break above a signature, and names that a changed mark still resembles. Quoted signatures have `x_`. */
const RESEMBLING = 'br[clear=all]+*,[class*=ignature],[id*=ignature]:not([id^=x_])';

/** Finds the signature by the line "-- ", else by an element that resembles the site's mark, else by the form of the last block. */
function findSignature(body: HTMLElement, quotes: HTMLElement[]): Node | undefined {
  const isOwn = (node: Node): boolean =>
    !quotes.some((quote) => quote.contains(node) || follows(node, quote));
  const hasQuote = (part: Node): boolean => quotes.some((quote) => part.contains(quote));
  const dashes = listTexts(body).filter(({ data }) => data.trim() === '--');
  const resembling = [...body.querySelectorAll(RESEMBLING)];
  const found = [...dashes, ...resembling].find(isOwn) ?? findLastPart(body, isOwn);
  // Gmail's break, or an empty line, may also be directly above the quoted mail.
  return found && !hasQuote(found) ? found : undefined;
}

/**
 * The last part of the email, below an empty line, if it is a block of blocks. What a user types are lines next to each
 * other; a signature comes as one part with lines of its own.
 */
function findLastPart(body: HTMLElement, isOwn: (node: Node) => boolean): Element | undefined {
  let top: Element = body;
  const listParts = (): Element[] =>
    [...top.children].filter((part) => isOwn(part) && part.textContent.trim());
  // A saved draft is in one more block.
  for (let [only, more] = listParts(); only && !more && hasBlocks(only); [only, more] = listParts())
    top = only;
  const last = listParts().at(-1);
  const above = last?.previousElementSibling;
  const isBelowGap = above && !above.textContent.trim() && !above.querySelector('img');
  return last && isBelowGap && hasBlocks(last) ? last : undefined;
}

function hasBlocks(part: Element): boolean {
  return part.localName === 'div' && [...part.children].some((one) => one.matches('div,p') && isBlock(one));
}

// ── An email that no table knows ───────────────────────────────────────────────────────────────

/** Pixels. */
const TALL = 80;
const NEAR = 240;

/**
 * Whether a tall editable field has a field of one line above it, as an email has its subject. Chats and settings can
 * look like this too, so nothing is written there: the user is only asked to click where they write.
 */
export function looksLikeEmail(doc: Document): boolean {
  const fields = [...doc.querySelectorAll<HTMLElement>('input,textarea,[contenteditable]')].filter(
    (field) => isVisible(field) && (isPlainField(field) || isEditable(field)) && !isReadOnly(field),
  );
  return fields.some((body) => {
    const { top, left, right, height } = body.getBoundingClientRect();
    const isAbove = (line: HTMLElement): boolean => {
      const box = line.getBoundingClientRect();
      const isBeside = box.right <= left || box.left >= right;
      return box.height < TALL / 2 && box.bottom <= top + 1 && top - box.bottom < NEAR && !isBeside;
    };
    return height >= TALL && body.localName !== 'input' && fields.some(isAbove);
  });
}
