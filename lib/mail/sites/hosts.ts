/**
 * The hosts of the mail sites, for all that need them: the page side, the popup, and the manifest, from which the options
 * page reads them. The file imports nothing, so that `insert.js` stays small.
 */
export const GMAIL_HOST = 'mail.google.com';

/** Where a new Outlook email opens unless the user is on another Outlook host. */
export const DEFAULT_OUTLOOK_HOST = 'outlook.cloud.microsoft';

export const OUTLOOK_HOSTS: readonly string[] = [
  DEFAULT_OUTLOOK_HOST,
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.live.com',
];
