import type { Chromium } from './chromium';

/**
 * The storage API in the background. Tests read storage there, because opening an extension page would close the popup.
 */
declare const chrome: {
  storage: Record<'local' | 'session', { get(): Promise<Record<string, unknown>> }>;
};

/** Reads all of the local storage. */
export async function readStored(chromium: Chromium): Promise<Record<string, unknown>> {
  return (await chromium.worker()).evaluate(() => chrome.storage.local.get());
}
