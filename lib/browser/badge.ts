import { browser } from 'wxt/browser';

/** Where a page refuses us there is nowhere to show a sentence: the icon says that the popup has one. */
export async function showBadge(tabId: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#8a4b08' });
  await browser.action.setBadgeText({ tabId, text: '!' });
}

export async function clearBadge(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '' });
}
