import type { Result } from '../failure/failure';
import { type Draft, isVisible, type MailClient, toFieldDraft } from './sites/site';
import { findClickedField, findFocusedField, isEditable, isPlainField, isReadOnly } from './editable';
import type { Memory } from './memory';
import type { DraftTarget, RefusalReason } from './protocol';

type Target = Result<{ draft: Draft }, { why: RefusalReason }>;

const refuse = (why: RefusalReason): Target => ({ ok: false, why });

/** Finds the draft of a job in the page as it is now, or says why the job cannot run. */
export function findTarget(target: DraftTarget, client: MailClient, doc: Document, memory: Memory): Target {
  const draft = target.by === 'id' ? findById(target.id, client, doc, memory) : findClicked(client, doc);
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
  const inRoot = root.isConnected ? client.findDrafts(root).filter((draft) => draft.root === root) : [];
  // Sites replace the body while they load a draft, but keep its root.
  const only = inRoot.length === 1 ? inRoot[0] : undefined;
  return inRoot.find(hasBody) ?? client.findDrafts(doc).find(hasBody) ?? only ?? findRootless();

  // A field without a root was found by its caret, and in some browsers it loses the focus to the popup.
  function findRootless(): Draft | undefined {
    return body && root === body && body.isConnected ? toFieldDraft(client, body) : undefined;
  }
}

/** To, Cc and Bcc: text inserted there would become recipients. */
const RECIPIENT_FIELDS = '[name=to],[name$=cc],[id$=_TO],[id$=_CC],[id$=_BCC]';

function findClicked(client: MailClient, doc: Document): Draft | undefined {
  const field = findClickedField(doc);
  if (!field || field.closest(RECIPIENT_FIELDS)) return undefined;
  return client.findDrafts(doc).find(({ body }) => body === field) ?? toFieldDraft(client, field);
}

/** Finds where the user writes when no table of a mail site answers. */

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
  return field.localName !== 'input' && !field.closest(RECIPIENT_FIELDS) && !isReadOnly(field);
}

/** Pixels. */
const TALL = 80;
const NEAR = 240;

/**
 * Whether a tall editable field has a field of one line above it, as an email has its subject. Chats and settings can
 * look like this too, so nothing is written there: the user is only asked to click where they write.
 */
export function looksLikeEmail(doc: Document): boolean {
  const fields = [...doc.querySelectorAll<HTMLElement>('input,textarea,[contenteditable]')].filter(
    (field) => isVisible(field) && (isPlainField(field) || isEditable(field)) && !isReadOnly(field),
  );
  return fields.some((body) => {
    const { top, left, right, height } = body.getBoundingClientRect();
    const isAbove = (line: HTMLElement): boolean => {
      const box = line.getBoundingClientRect();
      const isBeside = box.right <= left || box.left >= right;
      return box.height < TALL / 2 && box.bottom <= top + 1 && top - box.bottom < NEAR && !isBeside;
    };
    return height >= TALL && body.localName !== 'input' && fields.some(isAbove);
  });
}
