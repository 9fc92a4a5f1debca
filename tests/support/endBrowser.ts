import type { Browser } from 'puppeteer-core';
import { within } from './waitUntil';

/** Closes the browser. If it does not close in time, its process is killed. */
export async function endBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  try {
    await within(15_000, 'the browser to close', browser.close());
  } catch {
    child?.kill('SIGKILL');
  }
}
