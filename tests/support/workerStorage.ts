import type { Chromium } from './chromium';

/**
 * The storage API in the background. Tests read storage there, because opening an extension page would close the popup.
 */
declare const chrome: {
  storage: Record<'local' | 'session', { clear(): Promise<void>; get(): Promise<Record<string, unknown>> }>;
};

/** Empties the storage, as after a new install. */
export async function clearStorage(chromium: Chromium): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
  });
}

/** Reads all of the local storage. */
export async function readStored(chromium: Chromium): Promise<Record<string, unknown>> {
  return (await chromium.worker()).evaluate(() => chrome.storage.local.get());
}
