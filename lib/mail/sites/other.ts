import { findFocusedField } from '../editable';
import type { Draft, MailClient } from './site';

/** Any other page: its only draft is the field with the focus. */
export const other: MailClient = {
  site: 'other',
  selectors: { body: {} },
  methods: ['paste', 'native'],
  // Squire and ProseMirror drop one line break at the end of pasted HTML.
  pasteBreaks: { after: '<br><br>' },
  findDrafts: (within) => {
    const field = findFocusedField(within instanceof Document ? within : within.ownerDocument);
    return field ? [toFieldDraft(other, field)] : [];
  },
};

/** Treats a field that is not an email as a draft: a chat, a form, an editor of another page. */
export function toFieldDraft(client: MailClient, field: HTMLElement): Draft {
  return { client, kind: 'text field', body: field, root: field, subject: null, minimised: false };
}
