import type { Result } from '../failure/failure';
import { type Draft, findDrafts, type MailClient } from './sites/site';
import { findClickedField, findFocusedField, isReadOnly } from './editable';
import type { Memory } from './memory';
import type { DraftTarget, RefusalReason } from './protocol';

type Target = Result<{ draft: Draft }, { why: RefusalReason }>;

const refuse = (why: RefusalReason): Target => ({ ok: false, why });

/** Finds the draft of a job in the page as it is now, or says why the job cannot run. */
export function findTarget(target: DraftTarget, client: MailClient, doc: Document, memory: Memory): Target {
  const draft =
    target.by === 'id' ? findById(target.id, client, doc, memory) : memory.rare?.findClicked(client, doc);
  if (!draft) return refuse(target.by === 'id' ? 'draft gone' : 'not a text field');
  if (draft.minimised) return refuse('minimised');
  return isReadOnly(draft.body) ? refuse('read only') : { ok: true, draft };
}

function findById(id: string, client: MailClient, doc: Document, memory: Memory): Draft | undefined {
  const known = memory.drafts.get(id);
  const body = known?.body.deref();
  const root = known?.root.deref();
  if (!body || !root) return undefined;
  const hasBody = (draft: Draft): boolean => draft.body === body;
  const inRoot = root.isConnected ? findDrafts(client, root).filter((draft) => draft.root === root) : [];
  // Sites replace the body while they load a draft, but keep its root.
  const only = inRoot.length === 1 ? inRoot[0] : undefined;
  return inRoot.find(hasBody) ?? findDrafts(client, doc).find(hasBody) ?? only ?? findRootless();

  // A field without a root was found by its caret, and in some browsers it loses the focus to the popup.
  function findRootless(): Draft | undefined {
    return body && root === body && body.isConnected ? memory.rare?.toFieldDraft(client, body) : undefined;
  }
}

// ── Fields that no table knows, in `rareCases.js` ──────────────────────────────────────────────

/** Treats such a field as a draft: an email of an unknown kind, a chat, a form. */
export function toFieldDraft(client: MailClient, field: HTMLElement): Draft {
  return { client, kind: 'text field', body: field, root: field, subject: null, minimised: false };
}

/** To, Cc and Bcc: text inserted there would become recipients. */
const RECIPIENT_FIELDS = '[name=to],[name$=cc],[id$=_TO],[id$=_CC],[id$=_BCC]';
/** Without their marks, recipients still have a list of suggestions. */
const SUGGESTS = '[role=combobox],[aria-autocomplete],[aria-controls*=uggest]';

export function findClicked(client: MailClient, doc: Document): Draft | undefined {
  const field = findClickedField(doc);
  if (!field || field.closest(RECIPIENT_FIELDS)) return undefined;
  return findDrafts(client, doc).find(({ body }) => body === field) ?? toFieldDraft(client, field);
}

/**
 * The field with the caret at the click. On a mail site, a field of one line is not an email: it is the search, the
 * subject or a recipient.
 */
export function findField(client: MailClient, doc: Document): Draft[] {
  const field = findFocusedField(doc);
  if (!field || (client.site !== 'other' && !mayHoldLetter(field))) return [];
  return [toFieldDraft(client, field)];
}

function mayHoldLetter(field: HTMLElement): boolean {
  const isForPeople = field.closest(RECIPIENT_FIELDS) ?? field.matches(SUGGESTS);
  return field.localName !== 'input' && !isForPeople && !isReadOnly(field);
}
