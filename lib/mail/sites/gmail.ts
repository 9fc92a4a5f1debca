import { findDraftsOf, type MailClient } from './site';
import { gmailSelectors } from './gmailSelectors';

/** Closure's editor ignores a scripted paste and keeps the browser's own undo. */
export const gmail: MailClient = {
  site: 'gmail',
  selectors: gmailSelectors,
  methods: ['native'],
  peopleBy: 'paste',
  findDrafts: (within) => findDraftsOf(gmail, within),
};
