import { findFileInput } from './attachment';
import { findFirst, type Draft, type MailClient, type NamedSelector } from './clients/client';
import { findActive, isBlockedFrame, isPlainField } from './fields';
import { findLandmarks } from './place';
import { tellSubject } from './look';
import type { Diagnosis } from './protocol';

type Line = Diagnosis['lines'][number];

/** What this page offers now. Names of our own selectors and yes or no: no word of the mail, no name, no address. */
export function diagnose(client: MailClient, doc: Document): Diagnosis {
  const drafts = client.findDrafts(doc);
  const active = findActive(doc);
  return {
    lines: [
      { what: 'Site', found: client.site },
      { what: 'Drafts found', found: String(drafts.length) },
      {
        what: 'Focus',
        found: isBlockedFrame(active) ? 'in a frame of another site' : (active?.localName ?? 'none'),
      },
      ...drafts.flatMap((draft, index) => describe(draft, drafts.length > 1 ? ` (draft ${index + 1})` : '')),
    ],
  };
}

function describe(draft: Draft, suffix: string): Line[] {
  const { body, root, client } = draft;
  const { selectors } = client;
  const lines: Line[] = [
    { what: 'Kind', found: draft.minimised ? `${draft.kind}, minimised` : draft.kind },
    {
      what: 'Body',
      found: `${nameOf(body, selectors.body)}, ${isPlainField(body) ? 'plain text' : 'rich text'}`,
    },
    { what: 'Window', found: nameOf(root, selectors.root) },
    { what: 'Editor', found: guessEditor(body) },
    { what: 'Subject', found: `${tellSubject(draft)}${answered(root, selectors.subject)}` },
    { what: 'To', found: describePeople(root, selectors.to, draft) },
    { what: 'Cc', found: describePeople(root, selectors.cc, draft) },
    { what: 'Attachment', found: findFileInput(draft) ? 'file input found' : 'no file input' },
    {
      what: 'Signature and quoted mail',
      found:
        findLandmarks(draft)
          .map(({ place }) => place)
          .join(', ') || 'none',
    },
  ];
  return lines.map(({ what, found }) => ({ what: what + suffix, found }));
}

function describePeople(root: HTMLElement, table: readonly NamedSelector[], { client }: Draft): string {
  const field = findFirst(root, table);
  if (!field) return 'not found';
  const input = findFirst(field.element, client.selectors.addressInput);
  return `${field.name}, ${input ? input.name : 'closed'}`;
}

function nameOf(element: Element, table: readonly NamedSelector[]): string {
  return table.find(({ selector }) => element.matches(selector))?.name ?? element.localName;
}

function answered(root: HTMLElement, table: readonly NamedSelector[]): string {
  const hit = findFirst(root, table);
  return hit ? `, ${hit.name}` : '';
}

const FAMILIES: readonly (readonly [name: string, selector: string])[] = [
  ['Closure', '[g_editable]'],
  ['Outlook', '[id^="editorParent_"] > *'],
  ['Lexical', '[data-lexical-editor]'],
  ['Quill', '.ql-editor'],
  ['ProseMirror', '.ProseMirror'],
  ['CKEditor', '.ck-editor__editable'],
  ['TinyMCE', '.mce-content-body'],
  ['Slate', '[data-slate-editor]'],
  ['Draft.js', '.public-DraftEditor-content'],
];

function guessEditor(body: HTMLElement): string {
  return FAMILIES.find(([, selector]) => body.matches(selector))?.[0] ?? 'unknown';
}
