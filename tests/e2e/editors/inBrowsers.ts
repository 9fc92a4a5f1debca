import { afterAll, afterEach, beforeEach, describe } from 'vitest';
import { BROWSERS, type BrowserName, takeTurns } from '../../support/takeTurns';
import { openMailBrowser, type MailBrowser } from './mailBrowser';

/** Each browser is opened before its first test of a file and shared by the file’s suites, because it takes long to start. */
const opened = new Map<BrowserName, MailBrowser>();

async function close(name: BrowserName): Promise<void> {
  const browser = opened.get(name);
  opened.delete(name);
  await browser?.close();
}

afterAll(() => Promise.all(BROWSERS.map(close)));

/** Runs the same tests in Chromium and in Firefox, which take turns. */
export function describeInBrowsers(
  what: string,
  tests: (open: () => MailBrowser, name: BrowserName) => void,
): void {
  describe.each(BROWSERS)(`${what}, in %s`, (name) => {
    beforeEach(async () => {
      if (!opened.has(name)) opened.set(name, await openMailBrowser(name));
    });
    // A browser that hangs would fail all later tests.
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await close(name);
    });
    tests(() => {
      const browser = opened.get(name);
      if (!browser) throw new Error('The browser is not open yet');
      return browser;
    }, name);
    takeTurns(name);
  });
}
