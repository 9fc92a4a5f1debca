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
  pasteBreaks: Breaks;
  /** A caret between two blocks, or after the last one, stays there. Chromium's own commands take it into a block. */
  writesBetweenBlocks: boolean;
  /** What follows the mark of the quoted mail is all quoted, to the end of the draft. */
  quoteRunsToEnd: boolean;
  /** How one address becomes a person: a paste into the field, or typing with a comma after it. */
  peopleBy: 'paste' | 'comma' | 'nothing';
  findDrafts: (doc: Document) => Draft[];
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

export interface NamedSelector {
  name: string;
  selector: string;
  /** Month in which somebody last saw it on the live site; see the project's notes on both sites. */
  seen: string;
}

type Table = readonly NamedSelector[];

/** Newest first; the first that answers wins. */
export interface SiteSelectors {
  body: Table;
  root: Table;
  /** A root without one of these belongs to something else, such as a chat. Empty: no such mark is known. */
  mark: Table;
  subject: Table;
  signature: Table;
  /** Where the quoted mail begins. */
  quote: Table;
  to: Table;
  cc: Table;
  addressInput: Table;
  chip: Table;
  /** Shows a hidden recipient field when focused or clicked. */
  openTo: Table;
  openCc: Table;
  fileInput: Table;
}

export interface Hit<E extends Element = HTMLElement> {
  element: E;
  name: string;
}

export function findFirst(root: ParentNode, table: Table): Hit | null {
  for (const { name, selector } of table) {
    const element = root.querySelector<HTMLElement>(selector);
    if (element) return { element, name };
  }
  return null;
}

export function findAll(root: ParentNode, table: Table): HTMLElement[] {
  return table.length ? [...root.querySelectorAll<HTMLElement>(joined(table))] : [];
}

export function matches(element: Element, table: Table): boolean {
  return table.length > 0 && element.matches(joined(table));
}

/** The nearest ancestor that holds one of the marks, trying the table in order. */
export function findRoot(body: HTMLElement, { root, mark }: SiteSelectors): Hit | null {
  for (const { name, selector } of root) {
    for (
      let element = body.closest<HTMLElement>(selector);
      element;
      element = element.parentElement?.closest<HTMLElement>(selector) ?? null
    ) {
      if (!mark.length || findFirst(element, mark)) return { element, name };
    }
  }
  return null;
}

export function isVisible(element: Element): boolean {
  return element.getClientRects().length > 0;
}

function joined(table: Table): string {
  return table.map(({ selector }) => selector).join();
}
