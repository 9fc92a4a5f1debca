import { readEmailAddress } from '../letter/emailAddress';
import type { RecipientField } from './outcome';

/** The address that will be filled in, or a sentence why none will be; empty if nothing is saved. */
export function describeRecipient(typed: string, field: RecipientField): string {
  if (typed.trim() === '') return '';
  return readEmailAddress(typed) ?? describeNotAddress(typed, field, 'will be');
}

/**
 * Says why a text that is not one email address is not filled in. Characters outside ASCII become �, because some of them
 * are invisible.
 */
export function describeNotAddress(typed: string, field: RecipientField, tense = 'was'): string {
  const words = typed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[^ -~]/g, '�');
  return `“${words.length > 60 ? `${words.slice(0, 59)}…` : words}” is not one email address, so ${field} ${tense} left to you.`;
}

/** Shown once: in the popup before the first letter is inserted, and by the right-click menu together with it. */
export const mailboxWarning =
  'Gmail and Outlook save drafts, and a school mailbox and laptop belong to your employer. To keep it private for now, write it on your own computer.';
