import { browser } from 'wxt/browser';

/** Marks the icon when the page cannot show a notice: the popup then shows the outcome. */
export async function showBadge(tabId: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#8a4b08' });
  await browser.action.setBadgeText({ tabId, text: '!' });
}

export async function clearBadge(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '' });
}
