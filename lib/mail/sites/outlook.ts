import { findDraftsOf, isVisible, type MailClient } from './site';
import { outlookSelectors } from './outlookSelectors';

/**
 * Outlook's editor (RoosterJS) has an undo of its own, which records only pastes. Outlook keeps the hidden panes of
 * other drafts in the page, so only visible bodies count.
 */
export const outlook: MailClient = {
  site: 'outlook',
  selectors: outlookSelectors,
  methods: ['paste', 'native'],
  pasteBreaks: { before: '<br><br>' },
  quoteRunsToEnd: true,
  peopleBy: 'comma',
  findDrafts: (within) => findDraftsOf(outlook, within).filter(({ body }) => isVisible(body)),
};
