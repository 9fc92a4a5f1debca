import { type Draft, findDrafts, type MailClient, isForeign, isVisible, type Shapes } from './sites/site';
import {
  findClickedField,
  findFocusedField,
  hasFocus,
  isReadOnly,
  isEditable,
  isPlainField,
  shadowOf,
} from './editable';
import type { Memory } from './memory';
import type { DraftTarget, RefusalReason } from './protocol';
import { follows, isBlock } from './lines';
import { listTexts } from './verify';

/** Finds the draft of a job in the page as it is now, or says why the job cannot run. */
export function findTarget(
  target: DraftTarget,
  client: MailClient,
  doc: Document,
  memory: Memory,
): Draft | RefusalReason {
  const draft =
    target.by === 'id'
      ? findById(target.id, client, doc, memory)
      : memory.rare?.findClicked(client, doc, findDrafts(client, doc));
  if (!draft) return target.by === 'id' ? 'draft gone' : 'not a text field';
  if (draft.minimised) return 'minimised';
  return isReadOnly(draft.body) ? 'read only' : draft;
}

function findById(id: string, client: MailClient, doc: Document, memory: Memory): Draft | undefined {
  const known = memory.drafts.get(id);
  const body = known?.body.deref();
  const root = known?.root.deref();
  if (!body || !root) return undefined;
  const hasBody = (draft: Draft): boolean => draft.body === body;
  const inRoot = root.isConnected ? findDrafts(client, root).filter((draft) => draft.root === root) : [];
  const found = inRoot.find(hasBody) ?? findDrafts(client, doc).find(hasBody);
  // Sites replace the body while they load a draft, but keep its root.
  if (found ?? inRoot.length === 1) return found ?? inRoot[0];
  // A field without a root was found by its caret, and in some browsers it loses the focus to the popup.
  return root === body && body.isConnected ? memory.rare?.toFieldDraft(client, body) : undefined;
}

// ── Fields that no table knows, in `rareCases.js` ──────────────────────────────────────────────

/** Treats such a field as a draft: an email of an unknown kind, a chat, a form. */
export function toFieldDraft(client: MailClient, field: HTMLElement): Draft {
  return { client, kind: 'text field', body: field, root: field, subject: null, minimised: false };
}

/** To, Cc and Bcc: text inserted there would become recipients. */
const RECIPIENT_FIELDS = '[name=to],[name$=cc],[id$=_TO],[id$=_CC],[id$=_BCC]';
/** Without their marks, recipients still have a list of suggestions. */
const SUGGESTS = '[role=combobox],[aria-autocomplete],[aria-controls*=uggest]';

export function findClicked(client: MailClient, doc: Document, drafts: Draft[]): Draft | undefined {
  const field = findClickedField(doc);
  if (!field || field.closest(RECIPIENT_FIELDS)) return undefined;
  return drafts.find(({ body }) => body === field) ?? toFieldDraft(client, field);
}

/**
 * The field with the caret at the click. On a mail site, a field of one line is not an email: it is the search, the
 * subject or a recipient.
 */
export function findField(client: MailClient, doc: Document): Draft[] {
  const field = findFocusedField(doc);
  if (!field || (client.site !== 'other' && !mayHoldLetter(field))) return [];
  return [toFieldDraft(client, field)];
}

function mayHoldLetter(field: HTMLElement): boolean {
  const isForPeople = field.closest(RECIPIENT_FIELDS) ?? field.matches(SUGGESTS);
  return field.localName !== 'input' && !isForPeople && !isReadOnly(field);
}

/**
 * Finds the subject and the signature by their place and form, when the site’s selectors no longer find them, and tells which
 * of several emails nobody can see.
 */
export const shapes: Shapes = { findSubject: findLineAbove, findSignature, isConcealed };

function isConcealed(element: HTMLElement): boolean {
  if (!isVisible(element) || hasFocus(element)) return false;
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
  const { ownerDocument: doc } = element;
  const { scrollWidth, scrollHeight } = doc.documentElement;
  let { left, top, right, bottom } = element.getBoundingClientRect();
  /** False if nothing is left of the element's box. */
  const cut = (box: Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>): boolean => {
    [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
    [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
    return left < right && top < bottom;
  };
  // What is only scrolled away is not concealed.
  for (let around = element.parentElement; around; around = around.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(around).overflow);
    if (scrolls && !cut(around.getBoundingClientRect())) return false;
  }
  const [x, y] = [-scrollX, -scrollY];
  if (!cut({ left: x, top: y, right: x + scrollWidth, bottom: y + scrollHeight })) return true;
  if (!cut({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })) return false;
  return !doc.elementsFromPoint((left + right) / 2, (top + bottom) / 2).includes(element);
}

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
 * The last parts of the email, below an empty line, if they are blocks of blocks. What a user types are lines next to each
 * other; a signature comes as one part with lines of its own.
 */
function findLastPart(body: HTMLElement, isOwn: (node: Node) => boolean): Element | undefined {
  let top: Element = body;
  const listParts = (): Element[] =>
    [...top.children].filter((part) => isOwn(part) && part.textContent.trim());
  // A saved draft is in one more block.
  for (let [only, more] = listParts(); only && !more && hasBlocks(only); [only, more] = listParts())
    top = only;
  const parts = listParts();
  // A school's own lines can be one more such part.
  const first = parts.findLastIndex((part) => !hasBlocks(part)) + 1;
  return parts.slice(first).find(({ previousElementSibling: above }) => above && isGap(above));
}

function isGap(line: Element): boolean {
  return !line.textContent.trim() && !line.querySelector('img');
}

function hasBlocks(part: Element): boolean {
  return part.localName === 'div' && [...part.children].some((one) => one.matches('div,p') && isBlock(one));
}

// ── An email that no table knows ───────────────────────────────────────────────────────────────

/** The fields and frames of a page, also in its shadow roots. */
export function listFields(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const shadow = shadowOf(element);
    const isField = element.matches('input,textarea,iframe,[contenteditable]');
    return [...(isField ? [element] : []), ...(shadow ? listFields(shadow) : [])];
  });
}

/** A frame of this site whose document is an editor. */
export function isEditorFrame(field: HTMLElement): boolean {
  const inner = (field as HTMLIFrameElement).contentDocument;
  return inner?.designMode === 'on' || Boolean(inner?.querySelector('[contenteditable]'));
}

/** Pixels. */
const TALL = 80;
const NEAR = 240;

/**
 * Whether a tall editable field has a field of one line above it, as an email has its subject. Chats and settings can
 * look like this too, so nothing is written there: the user is only asked to click where they write.
 */
export function looksLikeEmail(doc: Document): boolean {
  const fields = listFields(doc).filter(
    (field) =>
      isVisible(field) &&
      (isEditorFrame(field) || ((isPlainField(field) || isEditable(field)) && !isReadOnly(field))),
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
