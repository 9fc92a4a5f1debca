import { findFocusedField, isEditable, isPlainField, isReadOnly } from './editable';
import { type Draft, isVisible, type MailClient, toFieldDraft } from './sites/site';
import { RECIPIENT_FIELDS } from './target';

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
