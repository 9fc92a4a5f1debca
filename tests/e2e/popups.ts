import type { Page } from 'puppeteer-core';
import { beforeEach } from 'vitest';
import { listMenuItems } from '../../lib/background/menu/items';
import { answerAsSites } from '../pages/answer';
import { chromiumBuild, requireBuild } from '../support/builds';
import { byRole } from '../support/byRole';
import { launchChromium, type Chromium } from '../support/chromium';
import { builtInLetter } from '../support/expectedLetter';
import { shareBrowser } from '../support/shareBrowser';

/** The open browser. `shareBrowser` opens a new one after a failed test. */
export let chromium: Chromium;

/** One Chromium for all tests of a file. Each test starts with empty storage and with the earlier pages closed. */
export function shareChromium(): void {
  shareBrowser(async () => {
    chromium = await launchChromium({
      extensionDir: requireBuild(chromiumBuild),
      answer: answerAsSites,
      menu: listMenuItems(builtInLetter('request')),
    });
    return chromium;
  });
  beforeEach(async () => {
    const [, ...opened] = await chromium.browser.pages();
    for (const page of opened) await page.close();
    await chromium.clearStorage();
  });
}

export function openMail(url: string): Promise<Page> {
  return chromium.openPage(url);
}

/** Opens the popup and waits until it has looked for drafts in the page. */
export async function openPopup(page: Page): Promise<Page> {
  const popup = await chromium.clickToolbar(page);
  await popup.waitForSelector('main[aria-busy=false]');
  // What is folded loads after the first paint.
  await popup.waitForSelector('[aria-label="Also fill in"]');
  await popup.waitForFunction(() => !document.getElementById('where')?.textContent?.startsWith('Looking'));
  return popup;
}

export async function press(popup: Page, role: string, name: string): Promise<void> {
  await (await byRole(popup, role, name)).click();
}

export async function unfoldAll(popup: Page): Promise<void> {
  await popup.$$eval('details', (folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
}
