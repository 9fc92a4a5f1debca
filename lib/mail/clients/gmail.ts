import { findDraftsOf } from './findDrafts';
import type { MailClient } from './client';
import { gmailSelectors } from './gmailSelectors';

/** Closure's editor ignores a scripted paste and keeps the browser's own undo. */
export const gmail: MailClient = {
  site: 'gmail',
  selectors: gmailSelectors,
  methods: ['native'],
  peopleBy: 'paste',
  findDrafts: (within) => findDraftsOf(gmail, within),
};
