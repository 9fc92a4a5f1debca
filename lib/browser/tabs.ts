import { browser } from 'wxt/browser';
import type { Site } from '../mail/protocol';
import { DEFAULT_OUTLOOK_HOST, GMAIL_HOST, OUTLOOK_HOSTS } from '../mail/sites/hosts';

export interface ActiveTab {
  id: number;
  /** The click on the icon grants access to the address; empty if the browser withholds it. */
  url: string;
  /** It shows a page of this extension, where no email can be. */
  isOurs: boolean;
}

/** The active tab of the popup's window; null if the window has no tab. */
export async function findActiveTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const { id, url = '' } = tab;
  return { id, url, isOurs: url.startsWith(browser.runtime.getURL('/')) };
}

export type MailSite = Exclude<Site, 'other'>;

/** The mail site of a page; null for any other page. */
export function mailSiteOf(url: string): MailSite | null {
  const host = URL.canParse(url) ? new URL(url).host : '';
  if (host === GMAIL_HOST) return 'gmail';
  return OUTLOOK_HOSTS.includes(host) ? 'outlook' : null;
}

/**
 * The mail site’s own link to an empty email. The link contains nothing of the letter, because browser histories and
 * filter logs keep links. It stays in the mailbox of the current page: Gmail’s account and delegated account, Outlook’s
 * host, account and shared mailbox. Links as seen in use: Gmail `view=cm&fs=1`, Outlook `/mail/deeplink/compose` (2026-08).
 */
export function newEmailLink(site: MailSite, currentUrl: string): string {
  const here = mailSiteOf(currentUrl) === site ? new URL(currentUrl) : null;
  const path = here ? `${here.pathname}/` : '';
  const mailbox = MAILBOX_PATHS[site].exec(path)?.[0] ?? '/mail/';
  return site === 'gmail'
    ? `https://${GMAIL_HOST}${mailbox}?view=cm&fs=1`
    : `https://${here?.host ?? DEFAULT_OUTLOOK_HOST}${mailbox}deeplink/compose`;
}

/** The part of a page’s path that says whose mailbox it is. */
const MAILBOX_PATHS = {
  // "/mail/u/1/", delegated "/mail/u/0/d/AEoRX/" or "/mail/b/238/u/0/".
  gmail: /^\/mail\/(?:b\/[^/]+\/)?u\/[^/]+\/(?:d\/[^/]+\/)?/,
  // "/mail/0/", shared "/mail/office@school.example/".
  outlook: /^\/mail\/(?:\d+\/)?(?:[^/@%]*(?:@|%40)[^/]+\/)?/,
} satisfies Record<MailSite, RegExp>;

/** Opens an empty email in a new tab. */
export async function openNewEmail(site: MailSite, currentUrl: string): Promise<void> {
  await browser.tabs.create({ url: newEmailLink(site, currentUrl) });
}

/** Opens the options page, optionally at a section or a field such as `about-you/jobTitle`. */
export async function openOptionsPage(place = ''): Promise<void> {
  // The browser's openOptionsPage() takes no fragment, so a section or field opens as a new tab.
  if (!place) return browser.runtime.openOptionsPage();
  const { windowId } = await browser.tabs.create({
    url: `${browser.runtime.getURL('/options.html')}#${place}`,
  });
  // If the current window is a separate window, the tab opens in another window behind it.
  await browser.windows.update(windowId, { focused: true });
}

/** Whether a page opened the window for itself. Such a window has no toolbar, so our icon does not show in it. */
export async function isSeparateWindow(windowId: number): Promise<boolean> {
  try {
    return (await browser.windows.get(windowId)).type === 'popup';
  } catch {
    // The window has been closed meanwhile.
    return false;
  }
}

/** Marks the icon when the page cannot show a notice: the popup then shows the outcome. */
export async function showBadge(tabId: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#8a4b08' });
  await browser.action.setBadgeText({ tabId, text: '!' });
}

export async function clearBadge(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '' });
}
