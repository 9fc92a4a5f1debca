import { findFocusedField } from '../editable';
import type { Draft, MailClient } from './site';

/** Any other page: the field that has the focus, whatever it belongs to. */
export const other: MailClient = {
  site: 'other',
  selectors: { body: {} },
  methods: ['paste', 'native'],
  // Squire and ProseMirror drop one break at the end of what is pasted.
  pasteBreaks: { after: '<br><br>' },
  findDrafts: (within) => {
    const field = findFocusedField(within instanceof Document ? within : within.ownerDocument);
    return field ? [toFieldDraft(other, field)] : [];
  },
};

/** A field that is no draft of the site it stands on: a chat, a form, another page's editor. */
export function toFieldDraft(client: MailClient, field: HTMLElement): Draft {
  return { client, kind: 'text field', body: field, root: field, subject: null, minimised: false };
}
