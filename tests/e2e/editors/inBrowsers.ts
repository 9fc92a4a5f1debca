import { describe } from 'vitest';
import { shareBrowser } from '../../support/shareBrowser';
import { BROWSERS, type BrowserName, takeTurns } from '../../support/takeTurns';
import { openMailBrowser, type MailBrowser } from './mailBrowser';

/** Runs the same tests in Chromium and in Firefox, which take turns. Each browser is opened before its first test. */
export function describeInBrowsers(
  what: string,
  tests: (open: () => MailBrowser, name: BrowserName) => void,
): void {
  describe.each(BROWSERS)(`${what}, in %s`, (name) => {
    let browser: MailBrowser | undefined;
    shareBrowser(async () => {
      browser = await openMailBrowser(name);
      return browser;
    });
    tests(() => {
      if (!browser) throw new Error('The browser is not open yet');
      return browser;
    }, name);
    takeTurns(name);
  });
}
