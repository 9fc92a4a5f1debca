import type { DraftLook, Site } from '../protocol';

/**
 * WHERE: one table of selectors per site, plus the few things a table cannot say. A new site, or a change of one,
 * is a new line at the top of its table.
 */
export interface MailClient {
  site: Site;
  selectors: SiteSelectors;
  /** How text goes in, in this order; a cancelled paste is never followed by another method. */
  methods: readonly Method[];
  /** Absent: one line break, as for the browser's own command. */
  pasteBreaks?: Partial<Breaks>;
  /** What follows the mark of the quoted mail is all quoted, to the end of the draft. */
  quoteRunsToEnd?: true;
  /** How one address becomes a person: a paste into the field, or typing with a comma after it. */
  peopleBy?: 'paste' | 'comma';
  /** In the whole page, or in one part of it. */
  findDrafts: (within: Document | HTMLElement) => Draft[];
}

/** What keeps a pasted letter apart from the user's own line before and after it. */
export interface Breaks {
  before: string;
  after: string;
}

export type Method = 'paste' | 'native';

export interface Draft {
  client: MailClient;
  kind: DraftLook['kind'];
  /** Contenteditable, text area or text input. */
  body: HTMLElement;
  /** The draft's own part of the page: nothing outside it is touched. */
  root: HTMLElement;
  subject: HTMLInputElement | null;
  minimised: boolean;
}

/** Name → selector, newest first; the first that answers wins. Beside each, the month it was last seen. */
export type SelectorTable = Readonly<Record<string, string>>;

/** What a site's table may say; what is absent does not exist there or is not known. */
export interface SiteSelectors {
  body: SelectorTable;
  root?: SelectorTable;
  /** A root without one of these belongs to something else, such as a chat. Absent: no such mark is known. */
  mark?: SelectorTable;
  subject?: SelectorTable;
  signature?: SelectorTable;
  /** Where the quoted mail begins. */
  quote?: SelectorTable;
  to?: SelectorTable;
  cc?: SelectorTable;
  addressInput?: SelectorTable;
  chip?: SelectorTable;
  /** Shows a hidden recipient field when focused or clicked. */
  openTo?: SelectorTable;
  openCc?: SelectorTable;
  fileInput?: SelectorTable;
}

export function findFirst(root: ParentNode, table: SelectorTable = {}): HTMLElement | null {
  for (const selector of Object.values(table)) {
    const element = root.querySelector<HTMLElement>(selector);
    if (element) return element;
  }
  return null;
}

export function findAll(root: ParentNode, table: SelectorTable = {}): HTMLElement[] {
  // Browsers know at once that nothing answers to one selector; a list of them they ask at every element.
  const selectors = Object.values(table).filter((selector) => root.querySelector(selector));
  return selectors.length ? [...root.querySelectorAll<HTMLElement>(selectors.join())] : [];
}

/**
 * Where the quoted mail begins. Where nothing but the sender's signature marks it, that is the part of the draft the
 * signature stands in, below the user's words.
 */
export function findQuotes(body: HTMLElement, { quote }: SiteSelectors): HTMLElement[] {
  return findAll(body, quote).map((mark) => {
    const isSignature = mark.id.endsWith('_Signature');
    return (isSignature && mark.closest<HTMLElement>(QUOTED_PART)) || mark;
  });
}

const QUOTED_PART = '[contenteditable]>:not(:first-child)';

/** The nearest ancestor that holds one of the marks, trying the table in order. */
function findRoot(body: HTMLElement, { root = {}, mark, body: bodies }: SiteSelectors): HTMLElement | null {
  for (const selector of Object.values(root)) {
    let element = body.closest<HTMLElement>(selector);
    for (; element; element = element.parentElement?.closest<HTMLElement>(selector) ?? null) {
      // A mark among several bodies does not say whose it is.
      const isAlone = (): boolean => findAll(element ?? body, bodies).filter(isVisible).length < 2;
      if (!mark || (findFirst(element, mark) && isAlone())) return element;
    }
  }
  return null;
}

export function isVisible(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** Gmail keeps the subject of an answer in a wrapper without size that screen readers skip (2026-07). */
export function showsSubject(subject: HTMLElement, root: HTMLElement): boolean {
  const veil = subject.closest('[aria-hidden=true]');
  return subject.offsetWidth > 0 && (!veil || veil.contains(root));
}

/** Every draft of a site's page, by its table alone; a look-alike has no root or no mark. */
export function findDraftsOf(client: MailClient, within: ParentNode): Draft[] {
  return findAll(within, client.selectors.body).flatMap((body) => {
    const root = findRoot(body, client.selectors);
    return root ? [toDraft(client, body, root)] : [];
  });
}

function toDraft(client: MailClient, body: HTMLElement, root: HTMLElement): Draft {
  const hit = findFirst(root, client.selectors.subject);
  const subject = hit instanceof HTMLInputElement ? hit : null;
  const draft = { client, body, root, subject, minimised: !isVisible(body) };
  return { ...draft, kind: tellKind(draft) };
}

/** Prefixes of answered and forwarded subjects in some languages: a hint for our wording, nothing else depends on it. */
const PREFIX = /^(re|aw|sv|antw|odp|(fwd?|wg|tr|rv|vs))\s*:/i;

function tellKind({ client, body, root, subject, minimised }: Omit<Draft, 'kind'>): DraftLook['kind'] {
  const [answer, , forward] = PREFIX.exec(subject?.value ?? '') ?? [];
  if (forward) return 'forward';
  const isThreaded = !minimised && (subject ? !showsSubject(subject, root) : client.site === 'outlook');
  // Gmail's id of the message answered; "undefined" in a new one.
  const isAnswer = answer ?? root.querySelector('input[name=rm][value^="#msg"]');
  return isThreaded || isAnswer || findFirst(body, client.selectors.quote) ? 'reply' : 'new message';
}
