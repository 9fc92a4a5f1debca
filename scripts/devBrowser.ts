import puppeteer, { type Browser } from 'puppeteer-core';
import type { ExtensionRunner, Wxt } from 'wxt';
import { findBrowser, hasScreen, howToGetBrowser } from './browsers.mjs';

const PAGE = 'practice.html';

/**
 * For `npm run dev`: opens Chromium with the extension on its practice page, which needs no mailbox. WXT's own way to open a browser
 * needs the package `web-ext`, which this project does not have.
 */
export function openDevBrowser(wxt: Wxt): ExtensionRunner {
  let browser: Browser | undefined;
  return {
    canOpen: () => true,
    openBrowser: async () => {
      const executablePath = findBrowser('chromium');
      if (!executablePath) return wxt.logger.warn(howToGetBrowser('chromium'));
      browser = await puppeteer.launch({
        executablePath,
        headless: !hasScreen(),
        pipe: true,
        enableExtensions: true,
        defaultViewport: null,
        // Chromium refuses to run as root with its sandbox.
        args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      });
      const id = await browser.installExtension(wxt.config.outDir);
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${PAGE}`);
      await page.bringToFront();
      const window = hasScreen() ? '' : ', without a window because there is no screen';
      wxt.logger.success(`Opened ${PAGE} (${await page.title()}) in ${executablePath}${window}`);
    },
    closeBrowser: async () => {
      await browser?.close();
    },
  };
}
