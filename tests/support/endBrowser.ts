import type { Browser } from 'puppeteer-core';
import { within } from './within';

/** Closes the browser as a person would; one that no longer answers is ended by the system. */
export async function endBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  try {
    await within(15_000, 'the browser to close', browser.close());
  } catch {
    child?.kill('SIGKILL');
  }
}
