import { isPlainField } from '../editable';
import { type Draft, findDraftsOf, isVisible, type MailClient } from './site';
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
  findDrafts: (within) => {
    const drafts = findDraftsOf(outlook, within).filter(({ body }) => isVisible(body));
    const isRich = ({ body }: Draft): boolean => !isPlainField(body);
    // A text area is the email's body only if the same draft has no rich-text editor.
    return drafts.filter(
      (draft) => isRich(draft) || !drafts.some((one) => isRich(one) && one.root === draft.root),
    );
  },
};
