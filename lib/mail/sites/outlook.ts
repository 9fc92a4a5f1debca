import { isPlainField } from '../editable';
import { type Draft, findDraftsOf, isVisible, type MailClient } from './site';
import { outlookSelectors } from './outlookSelectors';

/** RoosterJS keeps its own undo, and only its paste goes into it. Hidden panes of other drafts stay in the page. */
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
    // A text area is the email only where there is no rich editor beside it.
    return drafts.filter(
      (draft) => isRich(draft) || !drafts.some((one) => isRich(one) && one.root === draft.root),
    );
  },
};
