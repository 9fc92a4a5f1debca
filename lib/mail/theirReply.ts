import { findFocusedField, isPlainField } from './editable';
import { follows } from './lines';
import { cutQuoted, cutSender, readAddress, readMailText, type Sender, splitSender } from './mailText';
import {
  type Draft,
  findAll,
  findDrafts,
  findFirst,
  findQuotes,
  isVisible,
  type MailClient,
} from './sites/site';
import { messageSelectors, type MessageSelectors } from './sites/messageSelectors';
import type { Site } from './protocol';

/** A mail in the page that may be the employer's reply. Its text is read only when the popup asks for it. */
export interface FoundMail {
  place: 'selection' | 'quoted mail' | 'conversation' | 'open message';
  sender: Sender;
  /** The day as the page writes it; empty if it does not. */
  written: string;
  /** The page holds no text of this mail until the user clicks on it. */
  isFolded: boolean;
}

export interface FoundMails {
  site: Site;
  language: string;
  /** Addresses of the user that the page names. */
  ownAddresses: string[];
  /** In the order in which they are to be looked at: selection, quoted mail, then the newest message first. */
  mails: FoundMail[];
}

interface Readable extends FoundMail {
  read: () => string;
}

/** Finds the mails that the user may mean, with their texts still unread. */
export function findMails(
  client: MailClient,
  doc: Document,
): { found: FoundMails; read: (at: number) => string } {
  const selectors = messageSelectors[client.site];
  const drafts = sortDrafts(findDrafts(client, doc), findFocusedField(doc));
  const bodies = findMessages(doc, selectors, drafts);
  const messages = [...bodies, ...findFolded(doc, selectors, bodies)]
    .toSorted((a, b) => (follows(a.element, b.element) ? -1 : 1))
    .map(({ mail }): Readable => ({ ...mail, place: bodies.length > 1 ? 'conversation' : mail.place }));
  const mails = [
    ...findSelected(doc, selectors, drafts, bodies),
    ...drafts.flatMap((draft) => findQuoted(draft, selectors)),
    ...messages,
  ];
  return {
    found: {
      site: client.site,
      language: doc.documentElement.lang,
      ownAddresses: findAll(doc, selectors.ownAddress).flatMap((field) =>
        field instanceof HTMLInputElement ? readAddress(field.value) || [] : [],
      ),
      mails: mails.map(({ place, sender, written, isFolded }) => ({ place, sender, written, isFolded })),
    },
    read: (at) => mails[at]?.read() ?? '',
  };
}

function sortDrafts(drafts: Draft[], focused: HTMLElement | null): Draft[] {
  return drafts
    .filter(({ minimised }) => !minimised)
    .toSorted((a, b) => Number(b.body === focused) - Number(a.body === focused));
}

// ── Messages shown for reading ─────────────────────────────────────────────────────────────────

interface Message {
  element: Element;
  mail: Readable;
}

function findMessages(doc: Document, selectors: MessageSelectors, drafts: readonly Draft[]): Message[] {
  const bodies = findAll(doc, selectors.body).filter(
    (body, _at, all) =>
      isVisible(body) &&
      !all.some((outer) => outer !== body && outer.contains(body)) &&
      !drafts.some((draft) => draft.body.contains(body) || body.contains(draft.body)),
  );
  return bodies.map((element) => ({
    element,
    mail: {
      place: 'open message',
      ...readHead(element, bodies, doc, selectors),
      isFolded: false,
      read: () => readMailText(element),
    },
  }));
}

/** A mail's sender and day: those in its part of the page, else the last ones above its text. */
function readHead(
  body: Element,
  bodies: readonly Element[],
  doc: Document,
  { message, sender, date }: MessageSelectors,
): Pick<FoundMail, 'sender' | 'written'> {
  const own = Object.values(message)
    .map((selector) => body.closest(selector))
    .find((part) => part && bodies.filter((other) => part.contains(other)).length === 1);
  const find = (table: MessageSelectors['sender']): Element | undefined => {
    const inside = own && findAll(own, table).find((element) => !body.contains(element));
    if (inside) return inside;
    const earlier = bodies.filter((other) => other !== body && follows(body, other)).at(-1);
    return findAll(doc, table)
      .filter((element) => follows(body, element) && !bodies.some((other) => other.contains(element)))
      .findLast((element) => !earlier || follows(element, earlier));
  };
  return { sender: readSender(find(sender)), written: readWritten(find(date)) };
}

function findFolded(doc: Document, selectors: MessageSelectors, shown: readonly Message[]): Message[] {
  const folded = findAll(doc, selectors.folded).filter(
    (element) => isVisible(element) && !shown.some((message) => element.contains(message.element)),
  );
  // The list of mails next to the conversation has folded rows of its own.
  const [first] = shown;
  const list = first?.element.closest('[role=list],[role=main],[data-app-section]');
  return folded.flatMap((element) => {
    const sender = findAll(element, selectors.sender)[0];
    if (!list?.contains(element) || (!sender && !findAll(element, selectors.date)[0])) return [];
    return {
      element,
      mail: {
        place: 'conversation',
        sender: readSender(sender),
        written: readWritten(findAll(element, selectors.date)[0]),
        isFolded: true,
        read: () => '',
      },
    };
  });
}

function readSender(element: Element | undefined): Sender {
  if (!element) return { name: '', address: '' };
  const label = element.matches('[aria-label]') ? element : element.querySelector('[aria-label]');
  const address = element.getAttribute('email') ?? element.querySelector('[email]')?.getAttribute('email');
  return splitSender(
    [element.getAttribute('name') ?? label?.getAttribute('aria-label') ?? element.textContent, address ?? '']
      .join(' ')
      .trim(),
  );
}

function readWritten(element: Element | undefined): string {
  const text = element?.getAttribute('title') ?? element?.getAttribute('datetime') ?? element?.textContent;
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 100);
}

// ── The quoted mail of a draft ─────────────────────────────────────────────────────────────────

function findQuoted(draft: Draft, selectors: MessageSelectors): Readable[] {
  const { body, root, client } = draft;
  if (isPlainField(body)) {
    const quoted = cutQuoted(body.value);
    return quoted ? [toQuoted(quoted.head, () => quoted.text)] : [];
  }
  const shown = findQuotes(body, client.selectors).toSorted((a, b) => (follows(a, b) ? 1 : -1))[0];
  const outside = shown ?? findFirst(root, client.selectors.quote, body) ?? undefined;
  const fragment = outside ? cloneQuote(outside, client, body) : parseFolded(root, selectors);
  if (!fragment) return [];
  const head = findFirst(fragment, selectors.attribution);
  const written = head?.textContent ?? '';
  head?.remove();
  const text = (): string => readMailText(unwrap(fragment));
  // A mark without words is the place of a quoted mail that the site has not put there yet.
  return text() || written ? [toQuoted(written, text)] : [];
}

/** From the mark to the end of the text, where the site has no element around the quoted mail. */
function cloneQuote(mark: HTMLElement, client: MailClient, body: HTMLElement): DocumentFragment {
  const range = mark.ownerDocument.createRange();
  if (client.quoteRunsToEnd) {
    const end = body.contains(mark) ? body : (mark.parentElement ?? mark);
    range.setStartBefore(mark);
    range.setEnd(end, end.childNodes.length);
  } else range.selectNode(mark);
  return range.cloneContents();
}

function parseFolded(root: HTMLElement, { foldedQuote }: MessageSelectors): DocumentFragment | null {
  const field = findFirst(root, foldedQuote);
  const html = field instanceof HTMLInputElement ? field.value : '';
  if (!html.trim()) return null;
  // An inert document: its pictures are not loaded and its scripts do not run.
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = parsed.createDocumentFragment();
  fragment.append(...parsed.body.childNodes);
  return fragment;
}

/** Without the elements around it that only say "quoted": what they quote is what we read. */
function unwrap(fragment: DocumentFragment): DocumentFragment | Element {
  const outer = [...fragment.querySelectorAll('blockquote')].find(
    (quote) => !quote.parentElement?.closest('blockquote'),
  );
  if (!outer) return fragment;
  const rest = fragment.textContent.replace(outer.textContent, '').trim();
  return rest.length <= 3 ? outer : fragment;
}

function toQuoted(head: string, read: () => string): Readable {
  const written = head.replace(/\s+/g, ' ').trim().slice(0, 300);
  return {
    place: 'quoted mail',
    sender: splitSender(cutSender(head)),
    written: written.replace(readAddress(written), ''),
    isFolded: false,
    read,
  };
}

// ── The selection ──────────────────────────────────────────────────────────────────────────────

/** Fewer words are a slip of the mouse. */
const LEAST_WORDS = 3;

function findSelected(
  doc: Document,
  selectors: MessageSelectors,
  drafts: readonly Draft[],
  messages: readonly Message[],
): Readable[] {
  const selection = doc.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const at = range.commonAncestorContainer;
  const draft = drafts.find(({ body }) => body.contains(at));
  const quoted = draft && isInQuote(draft, range) ? findQuoted(draft, selectors)[0] : undefined;
  // The user's own words are no reply.
  if (draft && !quoted) return [];
  if (
    (at instanceof Element ? at : at.parentElement)?.closest('[contenteditable=true],input,textarea') &&
    !quoted
  )
    return [];
  const fragment = range.cloneContents();
  if (fragment.textContent.trim().split(/\s+/).length < LEAST_WORDS) return [];
  const message = messages.find(({ element }) => element.contains(at));
  const { sender, written } = quoted ?? message?.mail ?? { sender: { name: '', address: '' }, written: '' };
  return [{ place: 'selection', sender, written, isFolded: false, read: () => readMailText(fragment) }];
}

function isInQuote({ body, client }: Draft, range: Range): boolean {
  const [mark] = findQuotes(body, client.selectors);
  if (!mark) return false;
  return client.quoteRunsToEnd ? follows(range.startContainer, mark) : mark.contains(range.startContainer);
}
