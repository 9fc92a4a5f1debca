import type { Browser } from 'puppeteer-core';
import type { ExtensionRunner, Wxt } from 'wxt';
import { findBrowser, hasScreen, howToGetBrowser } from './browsers.mjs';

const PAGE = 'practice.html';

/**
 * For `npm run dev`: opens Chromium with the extension on its practice page, which needs no mailbox. WXT's own way to open a browser
 * needs the package `web-ext`, which this project does not have.
 */
export function createDevBrowser(wxt: Wxt): ExtensionRunner {
  let browser: Browser | undefined;
  return {
    canOpen: () => true,
    openBrowser: async () => {
      const executablePath = findBrowser('chromium');
      if (!executablePath) return wxt.logger.warn(howToGetBrowser('chromium'));
      const { default: puppeteer } = await import('puppeteer-core');
      const opened = await puppeteer.launch({
        executablePath,
        headless: !hasScreen(),
        pipe: true,
        enableExtensions: true,
        defaultViewport: null,
        // Chromium refuses to run as root with its sandbox.
        args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      });
      browser = opened;
      const { outDir } = wxt.config;
      const title = await openPracticePage(opened, outDir);
      // WXT asks the extension to reload itself; Chromium 156 did not load it again after that (seen in November 2026).
      if (wxt.server)
        wxt.server.reloadExtension = () => {
          if (opened.connected) void openPracticePage(opened, outDir);
        };
      const window = hasScreen() ? '' : ', without a window because there is no screen';
      wxt.logger.success(`Opened ${PAGE} (${title}) in ${executablePath}${window}`);
    },
    closeBrowser: async () => {
      await browser?.close();
    },
  };
}

/** Loads the built extension, or loads it again after a change, and opens the practice page. Returns the title of the page. */
async function openPracticePage(browser: Browser, extensionDir: string): Promise<string> {
  const id = await browser.installExtension(extensionDir);
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/${PAGE}`);
  await page.bringToFront();
  return page.title();
}
