import { hasFocus } from '../editable';
import type { DraftLook, Site } from '../protocol';

/**
 * A mail site: its table of selectors, and the few properties that selectors cannot express. When a site changes, the
 * new selector goes at the top of its table.
 */
export interface MailClient {
  site: Site;
  selectors: SiteSelectors;
  /** How text goes in, tried in this order. After an accepted paste no other method is tried. */
  methods: readonly Method[];
  /** Absent: one line break on each side, as for the browser's editing command. */
  pasteBreaks?: Partial<Breaks>;
  /** All content after the start of the quoted mail belongs to it, to the end of the draft. */
  quoteRunsToEnd?: true;
  /** How an address becomes a recipient: by a paste into the field, or by typing the address and a comma. */
  peopleBy?: 'paste' | 'comma';
  /** The site keeps hidden panes of other drafts in the page, so only visible bodies count. */
  keepsHiddenPanes?: true;
  /** Finds by shape and place what no selector finds. Absent until `rareCases.js` is in the page. */
  shapes?: Shapes | undefined;
}

export interface Shapes {
  findSubject: (root: HTMLElement, body: HTMLElement) => Element | undefined;
  /** Whether the element has a place in the page, but nobody can see it. A minimised email has no place at all. */
  isConcealed: (element: HTMLElement) => boolean;
  /** Finds the user's own signature. One inside or below the quoted mails is somebody else's. */
  findSignature: (body: HTMLElement, quotes: HTMLElement[]) => Node | undefined;
}

/** HTML that separates a pasted letter from the user's own line before and after it. */
export interface Breaks {
  before: string;
  after: string;
}

export type Method = 'paste' | 'native';

export interface Draft {
  client: MailClient;
  kind: DraftLook['kind'];
  /** A contenteditable element, a text area or a text input. */
  body: HTMLElement;
  /** The part of the page that belongs to the draft. Nothing outside it is changed. */
  root: HTMLElement;
  subject: HTMLInputElement | null;
  minimised: boolean;
}

/**
 * Name → selector, newest first; the first selector that finds an element is used. A comment gives the month it was
 * last seen.
 */
export type SelectorTable = Readonly<Record<string, string>>;

/** A site's tables. A table is absent if the site has no such element, or if no selector for it is known. */
export interface SiteSelectors {
  body: SelectorTable;
  root?: SelectorTable;
  /** A root without one of these elements is not a draft but, say, a chat. */
  mark?: SelectorTable;
  subject?: SelectorTable;
  signature?: SelectorTable;
  /** Where the quoted mail begins. */
  quote?: SelectorTable;
  to?: SelectorTable;
  cc?: SelectorTable;
  addressInput?: SelectorTable;
  chip?: SelectorTable;
  /** A suggestion of a person for the typed text. */
  suggestion?: SelectorTable;
  /** A control that shows a hidden recipient field when focused or clicked. */
  openTo?: SelectorTable;
  openCc?: SelectorTable;
  fileInput?: SelectorTable;
}

/** With `outside`: finds nothing in this body, nor in a mail that is shown for reading, because mails have marks, too. */
export function findFirst(
  root: ParentNode,
  table: SelectorTable = {},
  outside?: HTMLElement,
): HTMLElement | null {
  for (const selector of Object.values(table)) {
    for (const element of root.querySelectorAll<HTMLElement>(selector)) {
      if (!outside || !isForeign(element, outside)) return element;
    }
  }
  return null;
}

export function isForeign(element: Element, body: HTMLElement): boolean {
  const mail = element.closest('[role=document]');
  return body.contains(element) || mail?.contains(body) === false;
}

export function findAll(root: ParentNode, table: SelectorTable | readonly string[] = {}): HTMLElement[] {
  // For speed: browsers answer at once that one selector finds nothing, but match a list of selectors against every
  // element.
  const selectors = Object.values(table).filter((selector) => root.querySelector(selector));
  return selectors.length ? [...root.querySelectorAll<HTMLElement>(selectors.join())] : [];
}

/**
 * The elements at which quoted mail begins. If only the sender's signature marks the quoted mail, the result is the
 * signature's top-level ancestor in the body, unless that is the body's first child, which holds the user's text.
 */
export function findQuotes(body: HTMLElement, { quote }: SiteSelectors): HTMLElement[] {
  return findAll(body, quote).map((mark) => {
    const isSignature = mark.id.endsWith('_Signature');
    return (isSignature && mark.closest<HTMLElement>(QUOTED_PART)) || mark;
  });
}

const QUOTED_PART = '[contenteditable]>:not(:first-child)';

/** The nearest ancestor that matches a root selector and contains a mark. The selectors are tried in order. */
function findRoot(body: HTMLElement, { root = {}, mark }: SiteSelectors): HTMLElement | null {
  for (const selector of Object.values(root)) {
    let at: HTMLElement | null | undefined = body.closest<HTMLElement>(selector);
    for (; at; at = at.parentElement?.closest<HTMLElement>(selector)) {
      const element = at;
      // An element with several subject lines holds several emails, so a mark cannot be matched to one of them.
      const isAlone = (one: string): boolean => element.querySelectorAll(one).length < 2;
      if (!mark || (findFirst(element, mark, body) && Object.values(mark).every(isAlone))) return element;
    }
  }
  return null;
}

export function isVisible(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** In a reply, Gmail hides the subject in a wrapper that has no size and is `aria-hidden` (2026-07). */
export function showsSubject(subject: HTMLElement, root: HTMLElement): boolean {
  const hidden = subject.closest('[aria-hidden=true]');
  return subject.offsetWidth > 0 && (!hidden || hidden.contains(root));
}

/** Finds the drafts of a site's page, or of a part of it, by its selectors. A body without a root is not a draft. */
export function findDrafts(client: MailClient, within: ParentNode): Draft[] {
  const drafts = findAll(within, client.selectors.body).flatMap((body) => {
    const root = findRoot(body, client.selectors);
    return root ? [toDraft(client, body, root)] : [];
  });
  // A site may keep an old email in the page without showing it.
  const shown = drafts.filter(({ body }) => client.shapes?.isConcealed(body) === false);
  const candidates = shown.length ? shown : drafts;
  return candidates.filter(
    (draft) =>
      !candidates.some((other) => isTheEmailOf(other, draft)) &&
      (!client.keepsHiddenPanes || isVisible(draft.body)),
  );
}

/**
 * There is one email for each subject line; the other editable boxes are an assistant's prompt or a chat. The email is
 * the visible one, closest to the subject, with the first mark of the table; else the tallest.
 */
function isTheEmailOf(one: Draft, other: Draft): boolean {
  const isSameEmail = one.root === other.root || (one.subject !== null && one.subject === other.subject);
  if (one === other || !isSameEmail) return false;
  return rankOf(one) < rankOf(other);
}

/**
 * A number to sort fields by; the lowest is most likely the email. What can be seen counts first, then the root, the site’s mark, the
 * focus and the height.
 */
function rankOf({ client, root, body, minimised }: Draft): number {
  const mark = Object.values(client.selectors.body).findIndex((selector) => body.matches(selector));
  const height = hasFocus(body) ? 5e4 : body.offsetHeight;
  return (minimised ? 1e12 : 0) + root.querySelectorAll('*').length * 1e7 + mark * 1e5 - height;
}

function toDraft(client: MailClient, body: HTMLElement, root: HTMLElement): Draft {
  const hit = findFirst(root, client.selectors.subject, body) ?? client.shapes?.findSubject(root, body);
  const subject = hit instanceof HTMLInputElement ? hit : null;
  const draft = { client, body, root, subject, minimised: !isVisible(body) };
  return { ...draft, kind: detectKind(draft) };
}

/** Subject prefixes of replies and forwards in some languages. Only the wording shown to the user depends on them. */
const PREFIX = /^(re|aw|sv|antw|odp|(fwd?|wg|tr|rv|vs))\s*:/i;

/** The id of the message replied to, in Gmail; "undefined" in a new message. */
const REPLIED_TO = { rm: 'input[name=rm][value^="#msg"]' };

function detectKind({ client, body, root, subject, minimised }: Omit<Draft, 'kind'>): DraftLook['kind'] {
  const [reply, , forward] = PREFIX.exec(subject?.value ?? '') ?? [];
  if (forward) return 'forward';
  const isThreaded = !minimised && subject && !showsSubject(subject, root);
  const isReply = reply ?? findFirst(root, REPLIED_TO, body);
  if (isThreaded || isReply || findFirst(body, client.selectors.quote)) return 'reply';
  return subject ? 'new message' : 'email';
}
