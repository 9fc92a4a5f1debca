import { describe } from 'vitest';
import { shareBrowser } from '../../support/shareBrowser';
import { openMailBrowser, type BrowserName, type MailBrowser } from './mailBrowser';

const BROWSERS = (process.env['BROWSERS'] ?? 'chromium,firefox').split(',') as BrowserName[];

/** The same tests in Chromium and Firefox, each browser opened for the first. */
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
