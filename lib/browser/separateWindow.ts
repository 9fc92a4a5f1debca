import { browser } from 'wxt/browser';

/** Whether a window was opened by a page as its own: it has an address line at most, and no icon of ours. */
export async function isSeparateWindow(windowId: number): Promise<boolean> {
  try {
    return (await browser.windows.get(windowId)).type === 'popup';
  } catch {
    // Closed meanwhile.
    return false;
  }
}
