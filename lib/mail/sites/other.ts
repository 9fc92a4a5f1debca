import type { MailClient } from './site';

/** Any other page has no tables: its only draft is the field with the caret, which `more.js` finds. */
export const other: MailClient = {
  site: 'other',
  selectors: { body: {} },
  methods: ['paste', 'native'],
  // Squire and ProseMirror drop one line break at the end of pasted HTML.
  pasteBreaks: { after: '<br><br>' },
  findDrafts: () => [],
};
