import { findDraftsOf, type MailClient } from './site';
import { gmailSelectors } from './gmailSelectors';

/** Gmail's editor (Closure) ignores a scripted paste and relies on the browser's own undo. */
export const gmail: MailClient = {
  site: 'gmail',
  selectors: gmailSelectors,
  methods: ['native'],
  peopleBy: 'paste',
  findDrafts: (within) => findDraftsOf(gmail, within),
};
