/**
 * The hosts of the mail sites, for all that need them: the manifest, the optional permission, the popup and the page
 * side. This file imports nothing, so that each of them can read it.
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

export function siteOfHost(host: string): 'gmail' | 'outlook' | null {
  if (host === GMAIL_HOST) return 'gmail';
  return OUTLOOK_HOSTS.includes(host) ? 'outlook' : null;
}

/** Match patterns of Outlook's hosts, as the manifest and `browser.permissions` take them. */
export function outlookMatchPatterns(): string[] {
  return OUTLOOK_HOSTS.map((host) => `https://${host}/*`);
}
