/**
 * The hosts of the mail sites, for all that need them: the manifest, the optional permission, the popup and the page
 * side. The file imports nothing, and the bundler drops what an importer does not use, so `insert.js` stays small.
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

/** Match patterns of Outlook's hosts, as the manifest and `browser.permissions` take them. */
export function outlookMatchPatterns(): string[] {
  return OUTLOOK_HOSTS.map((host) => `https://${host}/*`);
}
