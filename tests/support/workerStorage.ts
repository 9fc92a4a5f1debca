import type { Chromium } from './chromium';

/**
 * The storage API in the background. Tests read storage there, because opening an extension page would close the popup.
 */
declare const chrome: {
  storage: Record<'local' | 'session', { clear(): Promise<void>; get(): Promise<Record<string, unknown>> }>;
};

/** Empties the storage, as after a new install. It runs in a page, because a stopped background does not answer. */
export async function clearStorage(chromium: Chromium): Promise<void> {
  const page = await chromium.openOwnTab('manifest.json');
  await page.evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
  });
  await page.close();
}

/** Reads all of the local storage. */
export async function readStored(chromium: Chromium): Promise<Record<string, unknown>> {
  return (await chromium.worker()).evaluate(() => chrome.storage.local.get());
}
