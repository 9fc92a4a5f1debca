import { findFileInput } from './attachment';
import { findActive, isBlockedFrame, isPlainField } from './editable';
import { tellSubject } from './look';
import { findLandmarks } from './place';
import type { Diagnosis } from './protocol';
import { type Draft, findFirst, type MailClient, type SelectorTable } from './sites/site';

type Line = Diagnosis['lines'][number];

/** What this page offers now: our own names and yes or no; no word of the mail, no name, no address. */
export function diagnose(client: MailClient, doc: Document): Diagnosis {
  const drafts = client.findDrafts(doc);
  return {
    lines: [
      { what: 'Site', found: client.site },
      { what: 'Drafts', found: String(drafts.length) },
      { what: 'Focus', found: tellFocus(findActive(doc)) },
      ...drafts.flatMap((draft, index) => describe(draft, index + 1)),
    ],
  };
}

function tellFocus(active: Element | null): string {
  if (isBlockedFrame(active)) return 'in a frame of another site';
  return active ? `in a ${active.localName}` : 'nowhere';
}

function describe(draft: Draft, number: number): Line[] {
  const { root, body, kind, client, minimised } = draft;
  const { selectors } = client;
  const lines: Line[] = [
    { what: 'kind', found: minimised ? `${kind}, minimised` : kind },
    { what: 'window', found: nameOf(root, selectors.root) },
    {
      what: 'body',
      found: `${nameOf(body, selectors.body)}, ${isPlainField(body) ? 'plain text' : 'rich text'}`,
    },
    { what: 'editor', found: nameOf(body, editorFamilies) },
    { what: 'subject', found: `${tellSubject(draft)}, ${answerOf(root, selectors.subject)}` },
    { what: 'To', found: describePeople(root, selectors.to, selectors.addressInput) },
    { what: 'Cc', found: describePeople(root, selectors.cc, selectors.addressInput) },
    { what: 'attachment', found: findFileInput(draft) ? 'file input found' : 'no file input' },
    { what: 'not the user’s words', found: listPlaces(draft) },
  ];
  return lines.map(({ what, found }) => ({ what: `Draft ${number}, ${what}`, found }));
}

function describePeople(root: HTMLElement, field?: SelectorTable, input?: SelectorTable): string {
  const found = findFirst(root, field);
  return found ? `${answerOf(root, field)}, input ${answerOf(found, input)}` : 'not found';
}

/** Which selector answered. */
function answerOf(root: HTMLElement, table: SelectorTable = {}): string {
  return Object.keys(table).find((name) => root.querySelector(table[name] ?? '')) ?? 'not found';
}

function nameOf(element: Element, table: SelectorTable = {}): string {
  const name = Object.keys(table).find((one) => element.matches(table[one] ?? ''));
  return name ?? `unknown (${element.localName})`;
}

function listPlaces(draft: Draft): string {
  return findLandmarks(draft)
    .map(({ place }) => place.replace('above ', ''))
    .join(', ')
    .replace(/^$/, 'none found');
}

/** By what an editor's field is known, and the month in which that was tried with the package. For the diagnosis only. */
const editorFamilies: SelectorTable = {
  Closure: '[g_editable]', // 2026-11
  Lexical: '[data-lexical-editor]', // 2026-11
  Quill: '.ql-editor', // 2026-11
  ProseMirror: '.ProseMirror', // 2026-11
  CKEditor: '.ck-content', // 2026-11
  TinyMCE: '.mce-content-body', // 2026-11
  RoosterJS: '[id^=editorParent_] > *', // 2026-11
};
