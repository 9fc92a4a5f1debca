import { browser } from 'wxt/browser';

export type MailSite = 'gmail' | 'outlook';

const OUTLOOK_HOSTS = [
  'outlook.cloud.microsoft',
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.live.com',
];

/** Which mail site a page belongs to, or null. */
export function mailSiteOf(url: string): MailSite | null {
  const host = URL.canParse(url) ? new URL(url).host : '';
  if (host === 'mail.google.com') return 'gmail';
  return OUTLOOK_HOSTS.includes(host) ? 'outlook' : null;
}

/**
 * The mail site’s own link to an empty email. Nothing of the letter stands in it: links are kept in histories
 * and filter logs. Gmail’s account number and Outlook’s host are taken from the page the user is on.
 * Links as seen in use: Gmail `view=cm&fs=1`, Outlook `/mail/deeplink/compose` (2026-08).
 */
export function newEmailLink(site: MailSite, currentUrl: string): string {
  const here = mailSiteOf(currentUrl) === site ? new URL(currentUrl) : null;
  if (site === 'outlook') {
    const host = here?.host ?? 'outlook.cloud.microsoft';
    return `https://${host}/mail/deeplink/compose`;
  }
  const account = here?.pathname.match(/^\/mail\/u\/[^/]+\//)?.[0] ?? '/mail/';
  return `https://mail.google.com${account}?view=cm&fs=1`;
}

/** Opens an empty email in a new tab. */
export async function openNewEmail(site: MailSite, currentUrl: string): Promise<void> {
  await browser.tabs.create({ url: newEmailLink(site, currentUrl) });
}
