import { browser } from 'wxt/browser';

export interface ActiveTab {
  id: number;
  /** Readable because the click granted this tab; empty where the browser withholds it. */
  url: string;
}

/** The tab the icon was clicked in, or null in a window without one. */
export async function findActiveTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
}

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

/** Opens the options page, at a section or a single field: `about-you/jobTitle`. */
export async function openOptionsPage(place = ''): Promise<void> {
  // openOptionsPage() takes no place, so a place is opened as a tab of its own.
  if (!place) return browser.runtime.openOptionsPage();
  const { windowId } = await browser.tabs.create({
    url: `${browser.runtime.getURL('/options.html')}#${place}`,
  });
  // From a separate window the tab opens in another one, behind it.
  await browser.windows.update(windowId, { focused: true });
}

/** Whether a window was opened by a page as its own: it has an address line at most, and no icon of ours. */
export async function isSeparateWindow(windowId: number): Promise<boolean> {
  try {
    return (await browser.windows.get(windowId)).type === 'popup';
  } catch {
    // Closed meanwhile.
    return false;
  }
}
