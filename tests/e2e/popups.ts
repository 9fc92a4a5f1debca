import type { Page } from 'puppeteer-core';
import { beforeEach } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { chromiumBuild, requireBuild } from '../support/builds';
import { launchChromium, type Chromium } from '../support/chromium';
import { shareBrowser } from '../support/shareBrowser';
import { clearStorage } from '../support/workerStorage';

/** The browser that is open now; another one after a failure. */
export let chromium: Chromium;

/** One Chromium for a file's tests; each begins with nothing stored and no page of the one before it. */
export function sharePopups(): void {
  shareBrowser(async () => {
    chromium = await launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites });
    return chromium;
  });
  beforeEach(async () => {
    const [, ...opened] = await chromium.browser.pages();
    for (const page of opened) await page.close();
    await clearStorage(chromium);
  });
}

export function openMail(url: string): Promise<Page> {
  return chromium.openPage(url);
}

/** The popup once it has looked at the tab. */
export async function openPopup(page: Page): Promise<Page> {
  const popup = await chromium.clickToolbar(page);
  await popup.waitForSelector('main[aria-busy=false]');
  await popup.waitForFunction(() => !document.querySelector('.where')?.textContent?.startsWith('Looking'));
  return popup;
}
