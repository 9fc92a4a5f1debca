import { findFileInput } from './attachment';
import { findActive, isBlockedFrame, isPlainField } from './editable';
import { readSubjectState } from './look';
import { findLandmarks } from './place';
import type { Diagnosis } from './protocol';
import { type Draft, findFirst, type MailClient, type SelectorTable } from './sites/site';

type Line = Diagnosis['lines'][number];

/** Lists which selectors match in this page. The lines hold no text of the mail, no person's name and no address. */
export function diagnose(client: MailClient, doc: Document): Diagnosis {
  const drafts = client.findDrafts(doc);
  return {
    lines: [
      { what: 'Site', found: client.site },
      { what: 'Drafts', found: String(drafts.length) },
      { what: 'Focus', found: describeFocus(findActive(doc)) },
      ...drafts.flatMap((draft, index) => describeDraft(draft, index + 1)),
    ],
  };
}

function describeFocus(active: Element | null): string {
  if (isBlockedFrame(active)) return 'in a frame of another site';
  return active ? `in a ${active.localName}` : 'nowhere';
}

function describeDraft(draft: Draft, number: number): Line[] {
  const { root, body, kind, client, minimised } = draft;
  const { selectors } = client;
  const lines: Line[] = [
    { what: 'kind', found: minimised ? `${kind}, minimised` : kind },
    { what: 'window', found: matchingName(root, selectors.root) },
    {
      what: 'body',
      found: `${matchingName(body, selectors.body)}, ${isPlainField(body) ? 'plain text' : 'rich text'}`,
    },
    { what: 'editor', found: matchingName(body, editorFamilies) },
    { what: 'subject', found: `${readSubjectState(draft)}, ${findingName(root, selectors.subject)}` },
    { what: 'To', found: describeRecipients(root, selectors.to, selectors.addressInput) },
    { what: 'Cc', found: describeRecipients(root, selectors.cc, selectors.addressInput) },
    { what: 'attachment', found: findFileInput(draft) ? 'file input found' : 'no file input' },
    { what: 'not the user’s words', found: describeLandmarks(draft) },
  ];
  return lines.map(({ what, found }) => ({ what: `Draft ${number}, ${what}`, found }));
}

function describeRecipients(root: HTMLElement, field?: SelectorTable, input?: SelectorTable): string {
  const found = findFirst(root, field);
  return found ? `${findingName(root, field)}, input ${findingName(found, input)}` : 'not found';
}

/** The name of the first selector that finds an element below the root. */
function findingName(root: HTMLElement, table: SelectorTable = {}): string {
  return Object.keys(table).find((name) => root.querySelector(table[name] ?? '')) ?? 'not found';
}

/** The name of the first selector that matches this element itself. */
function matchingName(element: Element, table: SelectorTable = {}): string {
  const name = Object.keys(table).find((one) => element.matches(table[one] ?? ''));
  return name ?? `unknown (${element.localName})`;
}

function describeLandmarks(draft: Draft): string {
  return findLandmarks(draft)
    .map(({ place }) => place.replace('above ', ''))
    .join(', ')
    .replace(/^$/, 'none found');
}

/** A selector for each editor's field, with the month in which it was tried with the editor's package. */
const editorFamilies: SelectorTable = {
  Closure: '[g_editable]', // 2026-11
  Lexical: '[data-lexical-editor]', // 2026-11
  Quill: '.ql-editor', // 2026-11
  ProseMirror: '.ProseMirror', // 2026-11
  CKEditor: '.ck-content', // 2026-11
  TinyMCE: '.mce-content-body', // 2026-11
  RoosterJS: '[id^=editorParent_] > *', // 2026-11
};
