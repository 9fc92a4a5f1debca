import { isVisible, type MailClient } from './client';
import { findDraftsOf } from './findDrafts';
import { outlookSelectors } from './outlookSelectors';

/** RoosterJS keeps its own undo, and only its paste goes into it. Hidden panes of other drafts stay in the page. */
export const outlook: MailClient = {
  site: 'outlook',
  selectors: outlookSelectors,
  methods: ['paste', 'native'],
  pasteBreaks: { before: '<br><br>', after: '<br>' },
  writesBetweenBlocks: true,
  quoteRunsToEnd: true,
  peopleBy: 'comma',
  findDrafts: (doc) => findDraftsOf(outlook, doc).filter(({ body }) => isVisible(body)),
};
