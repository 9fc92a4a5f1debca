import type { Chromium } from './chromium';

/**
 * Storage as the background sees it. Opening a page of ours to look would close an open popup, as it does in life.
 */
declare const chrome: {
  storage: Record<'local' | 'session', { clear(): Promise<void>; get(): Promise<Record<string, unknown>> }>;
};

/** As after a fresh install. From a page, because a background that sleeps or was stopped does not answer. */
export async function clearStorage(chromium: Chromium): Promise<void> {
  const page = await chromium.openOwnTab('manifest.json');
  await page.evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
  });
  await page.close();
}

/** What is on the disk. */
export async function readStored(chromium: Chromium): Promise<Record<string, unknown>> {
  return (await chromium.worker()).evaluate(() => chrome.storage.local.get());
}
