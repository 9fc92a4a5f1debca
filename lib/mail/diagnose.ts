import { findFirst, type Draft, type MailClient, type SelectorTable } from './clients/client';
import { tellSubject } from './look';
import type { Diagnosis } from './protocol';

type Line = Diagnosis['lines'][number];

/** What this page offers now: our own names and yes or no; no word of the mail, no name, no address. */
export function diagnose(client: MailClient, doc: Document): Diagnosis {
  const drafts = client.findDrafts(doc);
  return {
    lines: [
      { what: 'Site', found: client.site },
      { what: 'Drafts', found: String(drafts.length) },
      ...drafts.flatMap((draft, index) => describe(draft, index + 1)),
    ],
  };
}

const PARTS = ['subject', 'signature', 'quote', 'to', 'cc', 'addressInput', 'fileInput'] as const;

function describe(draft: Draft, number: number): Line[] {
  const { root, body, kind, client } = draft;
  const { selectors } = client;
  const found = [
    ['kind', draft.minimised ? `${kind}, minimised` : kind],
    ['window', nameOf(root, selectors.root)],
    ['body', nameOf(body, selectors.body)],
    ['subject is', tellSubject(draft)],
    ...PARTS.map((part) => [part, findFirst(root, selectors[part])?.name ?? 'not found']),
  ];
  return found.map(([what, answer = '']) => ({ what: `Draft ${number}, ${what}`, found: answer }));
}

function nameOf(element: Element, table: SelectorTable = {}): string {
  return Object.keys(table).find((name) => element.matches(table[name] ?? '')) ?? `a ${element.localName}`;
}
