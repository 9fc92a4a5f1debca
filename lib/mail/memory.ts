import type { ForUnknown, Written } from './editors/richText';
import type { BodyContent, DraftTarget, Insertion, InsertionReport, Step } from './protocol';
import type { Draft, MailClient, Method, Shapes } from './sites/site';
import type { Reading } from './verify';

/** The state that the page side keeps between jobs. It is lost when the page reloads, and never saved. */
export interface Memory {
  drafts: Map<string, { body: WeakRef<HTMLElement>; root: WeakRef<HTMLElement> }>;
  ids: WeakMap<HTMLElement, string>;
  last?: LastInsertion | null;
  /** The job under way: the next one begins when it has ended, and sees what it left. */
  job: Promise<unknown>;
  /** Tells the last insertion's result as it is now. */
  lookAgain?: () => InsertionReport;
  /** Attaches the last insertion's file in the next way. */
  attachNext?: () => Promise<void>;
  /** Absent until `rareCases.js` is in the page. */
  rare?: RareCases;
}

/**
 * What few clicks need: a plain text field, what is found by its shape or its caret, an attachment, taking a letter out. These are in a
 * file of their own, `rareCases.js`, so that `insert.js` stays small.
 */
export interface RareCases extends ForUnknown {
  /** The field that was right-clicked, as a draft. */
  findClicked: (client: MailClient, doc: Document, drafts: Draft[]) => Draft | undefined;
  /** A field that no table knows, as a draft. */
  toFieldDraft: (client: MailClient, field: HTMLElement) => Draft;
  /** The field with the caret, as a draft. */
  findField: (client: MailClient, doc: Document) => Draft[];
  looksLikeEmail: (doc: Document) => boolean;
  shapes: Shapes;
  writePlainField: (
    draft: Draft,
    by: DraftTarget['by'],
    isFocused: boolean,
    content: BodyContent,
  ) => Promise<Written> | null;
  attach: (draft: Draft, files: NonNullable<Insertion['files']>, isAlone: boolean) => Promise<Step>;
}

export interface LastInsertion {
  body: WeakRef<HTMLElement>;
  method: Method | 'typed';
  before: Reading;
  after: Reading;
  /** Tells its result as it is now. */
  tell?: () => InsertionReport;
}

export function createMemory(): Memory {
  return { drafts: new Map(), ids: new WeakMap(), job: Promise.resolve() };
}

/** Returns the same id for the same draft until the page reloads. */
export function draftId(memory: Memory, body: HTMLElement, root: HTMLElement): string {
  const id = memory.ids.get(body) ?? `draft ${memory.drafts.size + 1}`;
  memory.ids.set(body, id);
  memory.drafts.set(id, { body: new WeakRef(body), root: new WeakRef(root) });
  return id;
}
