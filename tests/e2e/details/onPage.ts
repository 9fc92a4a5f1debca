/** What tests of the options page do and read there. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { byRole } from '../../support/byRole';
import { waitUntil } from '../../support/waitUntil';

export async function press(page: Page, button: string): Promise<void> {
  await (await byRole(page, 'button', button)).click();
}

export async function chooseFile(page: Page, input: string, path: string): Promise<void> {
  const picker = (await page.waitForSelector(input)) as ElementHandle<HTMLInputElement>;
  await picker.uploadFile(path);
}

export function readWords(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** Waits until the page shows words that match, and returns them. */
export function waitForWords(page: Page, pattern: RegExp): Promise<string> {
  return waitUntil(`${pattern} on the page`, async () => pattern.exec(await readWords(page))?.[0] ?? null);
}
