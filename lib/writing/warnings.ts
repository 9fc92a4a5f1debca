import { readEmailAddress } from '../letter/emailAddress';
import type { RecipientField } from './outcome';

/** The address that will be filled in, or why nobody will be; empty where none is saved. */
export function describeRecipient(typed: string, field: RecipientField): string {
  if (typed.trim() === '') return '';
  return readEmailAddress(typed) ?? describeNotAddress(typed, field, 'will be');
}

/** Why a text that is not one email address fills in nobody. A character that may not show is made visible. */
export function describeNotAddress(typed: string, field: RecipientField, tense = 'was'): string {
  const words = typed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[^ -~]/g, '�');
  return `“${words.length > 60 ? `${words.slice(0, 59)}…` : words}” is not one email address, so ${field} ${tense} left to you.`;
}

/** What we cannot change, shown once: by the popup before the first letter, by the right-click menu with it. */
export const mailboxWarning =
  'Gmail and Outlook save drafts, and a school mailbox and laptop belong to your employer. To keep it private for now, write it on your own computer.';
