import { type Draft, type MailClient, toFieldDraft } from './sites/site';
import { findClickedField, isReadOnly } from './editable';
import type { Memory } from './memory';
import type { DraftTarget, RefusalReason } from './protocol';

export type Found = { draft: Draft } | { why: RefusalReason };

/** Finds the draft of a job in the page as it is now, or says why the job cannot run. */
export function findTarget(target: DraftTarget, client: MailClient, doc: Document, memory: Memory): Found {
  const draft = target.by === 'id' ? findById(target.id, client, doc, memory) : findClicked(client, doc);
  if (!draft) return { why: target.by === 'id' ? 'draft gone' : 'not a text field' };
  if (draft.minimised) return { why: 'minimised' };
  return isReadOnly(draft.body) ? { why: 'read only' } : { draft };
}

function findById(id: string, client: MailClient, doc: Document, memory: Memory): Draft | undefined {
  const known = memory.drafts.get(id);
  const body = known?.body.deref();
  const root = known?.root.deref();
  if (!body || !root) return undefined;
  const hasBody = (draft: Draft): boolean => draft.body === body;
  const inRoot = root.isConnected ? client.findDrafts(root).filter((draft) => draft.root === root) : [];
  // Sites replace the body while they load a draft, but keep its root.
  const only = inRoot.length === 1 ? inRoot[0] : undefined;
  return inRoot.find(hasBody) ?? client.findDrafts(doc).find(hasBody) ?? only ?? findField();

  // A field without a root was found by its caret, and in some browsers it loses the focus to the popup.
  function findField(): Draft | undefined {
    return body && root === body && body.isConnected ? toFieldDraft(client, body) : undefined;
  }
}

/** To, Cc and Bcc: text inserted there would become recipients. */
export const RECIPIENT_FIELDS = '[name=to],[name$=cc],[id$=_TO],[id$=_CC],[id$=_BCC]';

function findClicked(client: MailClient, doc: Document): Draft | undefined {
  const field = findClickedField(doc);
  if (!field || field.closest(RECIPIENT_FIELDS)) return undefined;
  return client.findDrafts(doc).find(({ body }) => body === field) ?? toFieldDraft(client, field);
}
