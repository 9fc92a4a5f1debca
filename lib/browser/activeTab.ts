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
