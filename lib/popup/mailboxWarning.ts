/** What we cannot change, shown once: by the popup before the first letter, by the right-click menu with it. */
export const mailboxWarning =
  'your mail site saves drafts, and a school mailbox belongs to your employer; what you insert may be kept even if you take it out again. The Word letter is the other way.';
