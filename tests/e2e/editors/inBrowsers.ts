import { describe } from 'vitest';
import { shareBrowser } from '../../support/shareBrowser';
import { openMailBrowser, type BrowserName, type MailBrowser } from './mailBrowser';

export const BROWSERS = (process.env['BROWSERS'] ?? 'chromium,firefox').split(',') as BrowserName[];

/** Runs the same tests in Chromium and in Firefox. Each browser is opened before its first test. */
export function describeInBrowsers(what: string, tests: (open: () => MailBrowser) => void): void {
  describe.each(BROWSERS)(`${what}, in %s`, (name) => {
    let browser: MailBrowser | undefined;
    shareBrowser(async () => {
      browser = await openMailBrowser(name);
      return browser;
    });
    tests(() => {
      if (!browser) throw new Error('The browser is not open yet');
      return browser;
    });
  });
}
