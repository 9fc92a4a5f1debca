import { findFileInput } from './attachment';
import { findActive, isBlockedFrame, isEditable, isPlainField, shadowOf } from './editable';
import { findField, isEditorFrame, listFields, shapes } from './target';
import { readSubjectState } from './recognise';
import { elementOf } from './lines';
import { findLandmarks } from './place';
import type { Diagnosis } from './protocol';
import {
  type Draft,
  findDrafts,
  findFirst,
  isVisible,
  type MailClient,
  type SelectorTable,
} from './sites/site';

type Line = Diagnosis['lines'][number];

/** Lists which selectors match in this page. The lines hold no text of the mail, no person's name and no address. */
export function diagnose(site: MailClient, doc: Document): Diagnosis {
  const client = { ...site, shapes };
  const emails = findDrafts(client, doc);
  const drafts = emails.length ? emails : findField(client, doc);
  return {
    lines: [
      { what: 'Site', found: client.site },
      ...(client.site === 'other' ? [] : [{ what: 'Checked on', found: CHECKED_ON[client.site] }]),
      ...(drafts.some(hasChanged) ? [CHANGED] : []),
      { what: 'Drafts', found: String(drafts.length) },
      { what: 'Focus', found: describeFocus(findActive(doc)) },
      ...drafts.flatMap((draft, index) => describeDraft(draft, index + 1, drafts.length === 1)),
      ...describeFields(doc),
    ],
  };
}

function describeFocus(active: Element | null): string {
  if (isBlockedFrame(active)) return 'in a frame of another site';
  return active ? `in a ${active.localName}` : 'nowhere';
}

function describeDraft(draft: Draft, number: number, isAlone: boolean): Line[] {
  const { root, body, kind, client, minimised } = draft;
  const { selectors } = client;
  const lines: Line[] = [
    { what: 'kind', found: minimised ? `${kind}, minimised` : kind },
    { what: 'window', found: matchingName(root, selectors.root) },
    {
      what: 'body',
      found: `${matchingName(body, selectors.body)}, ${isPlainField(body) ? 'plain text' : 'rich text'}`,
    },
    { what: 'editor', found: matchingName(body, editorFamilies).replace(/ \(\d.*/, '') },
    { what: 'subject', found: `${readSubjectState(draft)}, ${describeSubject(draft)}` },
    { what: 'To', found: describeRecipients(draft, selectors.to) },
    { what: 'Cc', found: describeRecipients(draft, selectors.cc) },
    { what: 'attachment', found: findFileInput(draft, isAlone) ? 'file input found' : 'no file input' },
    { what: 'not the user’s words', found: describeLandmarks(draft) },
  ];
  return lines.map(({ what, found }) => ({ what: `Draft ${number}, ${what}`, found }));
}

const NOT_FOUND = 'not found';
const BY_SHAPE = 'by its shape';

function describeSubject({ root, body, subject, client: { selectors } }: Draft): string {
  const named = findingName(root, selectors.subject, body);
  return named === NOT_FOUND && subject ? BY_SHAPE : named;
}

function describeRecipients({ root, body, client }: Draft, field?: SelectorTable): string {
  const found = findFirst(root, field, body);
  const { addressInput } = client.selectors;
  return found ? `${findingName(root, field, body)}, input ${findingName(found, addressInput)}` : NOT_FOUND;
}

/** The first selector that finds an element below the root, outside the body, with its place in the table. */
function findingName(root: HTMLElement, table: SelectorTable = {}, body?: HTMLElement): string {
  const entries = Object.entries(table);
  const at = entries.findIndex(([name, selector]) => findFirst(root, { [name]: selector }, body));
  return describePlace(entries, at) ?? NOT_FOUND;
}

/** The first selector that matches this element itself, with its place in the table. */
function matchingName(element: Element, table: SelectorTable = {}): string {
  const entries = Object.entries(table);
  const at = entries.findIndex(([, selector]) => element.matches(selector));
  return describePlace(entries, at) ?? `unknown (${element.localName})`;
}

function describePlace(entries: [string, string][], at: number): string | undefined {
  const [name] = entries[at] ?? [];
  return name && entries.length > 1 ? `${name} (${at + 1} of ${entries.length})` : name;
}

function describeLandmarks(draft: Draft): string {
  const marked = new Set(findLandmarks(draft, false).map(({ place }) => place));
  return findLandmarks(draft)
    .map(({ place, element }) => {
      const own = marked.has(place) ? null : elementOf(element);
      return place.replace('above ', '') + (own ? ` ${BY_SHAPE}, ${describeOwn(own)}` : '');
    })
    .join(', ')
    .replace(/^$/, 'none found');
}

/** Inside the email other ids and classes can be somebody's words. */
function describeOwn(part: Element): string {
  const marks = [part, ...part.querySelectorAll('*')].flatMap(({ id, classList }) => [id, ...classList]);
  const own = marks.filter((one) => /ignature/.test(one) && isPlainWord(one));
  return [part.localName, ...own.map(cutDigits)].join(' ');
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

/** The newest month in each site's table. */
export const CHECKED_ON = { gmail: '2026-09', outlook: '2026-10' };

const CHANGED: Line = { what: 'Changed', found: 'works, but this site has changed; please send us this' };

/**
 * Whether a later selector, or only the shape, answered where the first selector used to. The body of a plain-text email always
 * has another selector, which is no change.
 */
function hasChanged(draft: Draft): boolean {
  const { kind, body, root, subject, client } = draft;
  const { selectors } = client;
  if (kind === 'text field') return false;
  const [first = ''] = Object.values(selectors.body);
  const [firstSubject = ''] = Object.values(selectors.subject ?? {});
  const isLaterSubject = subject !== null && !findFirst(root, { firstSubject }, body);
  const isByShape = findLandmarks(draft).length > findLandmarks(draft, false).length;
  return isLaterSubject || isByShape || (!isPlainField(body) && !body.matches(first));
}

// ── Fields, for a page that no table knows ─────────────────────────────────────────────────────

/** Enough for an email, its fields and what is next to it; a page may have hundreds. */
const MOST_FIELDS = 12;

/** All visible fields, and the inputs for files, by their marks. No text, no label, no value and no address is in a line. */
function describeFields(doc: Document): Line[] {
  return listFields(doc)
    .filter(
      (field) =>
        // Sites hide the inputs for files behind buttons of their own.
        field.matches('[type=file]') ||
        (isVisible(field) && (isPlainField(field) || isEditorFrame(field) || isEditingHost(field))),
    )
    .slice(0, MOST_FIELDS)
    .map((field, index) => ({ what: `Field ${index + 1}`, found: describeField(field) }));
}

function isEditingHost(field: HTMLElement): boolean {
  const { parentElement: parent } = field;
  return isEditable(field) && !(parent && isEditable(parent));
}

function describeField(field: HTMLElement): string {
  const { width, height } = field.getBoundingClientRect();
  const around: string[] = [];
  for (let parent = parentOf(field); parent && around.length < 6; parent = parentOf(parent)) {
    const inShadow = shadowOf(parent) ? ' (in its shadow root)' : '';
    const marks = describeMarks(parent) + inShadow;
    if (marks) around.push(`${parent.localName}${marks}`);
  }
  const size = `${Math.round(width)}×${Math.round(height)}`;
  return `${field.localName}${describeMarks(field)} ${size} in ${around.join(' < ') || 'nothing marked'}`;
}

function parentOf(element: HTMLElement): HTMLElement | undefined {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? (root.host as HTMLElement) : undefined);
}

/** Attributes whose values are words of the site's own code, never of a person. */
const SAFE_VALUES = ['role', 'type', 'name', 'g_editable', 'data-app-section', 'data-testid'];

function describeMarks(element: HTMLElement): string {
  return [...element.attributes]
    .map(({ name, value }) => {
      if (name === 'id') return isPlainWord(value) ? `#${cutDigits(value)}` : '[id]';
      if (SAFE_VALUES.includes(name) && isPlainWord(value)) return `[${name}=${cutDigits(value)}]`;
      return /^(data-|aria-(?!label))/.test(name) ? `[${cutDigits(name)}]` : '';
    })
    .join('');
}

/** Letters, digits and the signs of ids; nothing with a space or an @. */
function isPlainWord(value: string): boolean {
  return /^[\w:.-]{1,40}$/.test(value);
}

function cutDigits(value: string): string {
  return value.replace(/\d+/g, '#');
}
