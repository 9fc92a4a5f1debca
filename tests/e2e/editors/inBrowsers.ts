import { afterAll, beforeAll, describe } from 'vitest';
import { openMailBrowser, type BrowserName, type MailBrowser } from './mailBrowser';

const BROWSERS = (process.env['BROWSERS'] ?? 'chromium,firefox').split(',') as BrowserName[];

/** The same tests in Chromium and Firefox, each browser opened once. */
export function describeInBrowsers(what: string, tests: (open: () => MailBrowser) => void): void {
  describe.each(BROWSERS)(`${what}, in %s`, (name) => {
    let browser: MailBrowser | undefined;
    beforeAll(async () => {
      browser = await openMailBrowser(name);
    });
    afterAll(() => browser?.close());
    tests(() => {
      if (!browser) throw new Error('The browser is not open yet');
      return browser;
    });
  });
}
