/** What a mail page can reach of the extension: nothing that is saved, and neither our memory in it nor our jobs. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { gmailUrl } from '../pages/states';
import { firefoxBuild, requireBuild } from '../support/builds';
import { waitForText } from '../support/byRole';
import { findDraft } from '../support/draft';
import { launchFirefox } from '../support/firefox';
import { chromiumOwnPage, type OwnPage } from '../support/ownPage';
import { seedDetails } from '../support/seedDetails';
import type { Session } from '../support/session';
import { shareBrowser } from '../support/shareBrowser';
import { waitUntil } from '../support/waitUntil';
import { chromium, openMail, openPopup, press, shareChromium } from './popups';

declare const chrome: {
  runtime: { sendMessage: (message: object) => Promise<unknown> };
  scripting: { executeScript: (given: object) => Promise<{ result: unknown }[]> };
  storage: Record<'local' | 'session', { get: () => Promise<object> }>;
  tabs: { query: (given: object) => Promise<{ id: number }[]> };
};

/** What a page may have under the name of our one global. Each runs in the page. */
const NAMESAKES: [string, () => void][] = [
  [
    'a link with that id',
    () => {
      const link = document.createElement('a');
      link.id = 'dearEmployer';
      document.body.append(link);
    },
  ],
  [
    'a form with that name, whose fields are named like our parts',
    () => {
      const form = document.createElement('form');
      form.name = 'dearEmployer';
      for (const name of ['run', 'more', 'job', 'drafts', 'last']) {
        const input = document.createElement('input');
        input.name = name;
        form.append(input);
      }
      document.body.append(form);
    },
  ],
  [
    'a frame with that name',
    () => {
      const frame = document.createElement('iframe');
      frame.name = 'dearEmployer';
      document.body.append(frame);
      Object.assign(frame.contentWindow ?? {}, { run: () => ({ drafts: [] }), more: {} });
    },
  ],
  [
    'a property of the window',
    () => {
      const forged = { run: () => ({ drafts: [] }), more: {}, drafts: new Map(), job: Promise.resolve() };
      Object.defineProperty(window, 'dearEmployer', { value: Object.freeze(forged), writable: false });
    },
  ],
];

function describeNamesakes(open: () => { session: Session; openMail: (url: string) => Promise<Page> }): void {
  async function start(prepare: (page: Page) => Promise<void>): Promise<{ page: Page; popup: OwnPage }> {
    const { session } = open();
    await seedDetails(session);
    const page = await open().openMail(gmailUrl('new'));
    await prepare(page);
    const popup = await session.openPopup(page);
    await waitUntil('the popup has found the draft', async () => /: new message/.test(await popup.text()));
    await popup.press('button', 'Insert letter');
    expect(await popup.waitFor('status', 'Outcome', /\.$/)).toMatch(/The letter is in/);
    return { page, popup };
  }

  async function checkTakeOut(page: Page, popup: OwnPage): Promise<void> {
    await popup.press('button', 'Take the letter out again');
    expect(await popup.waitFor('status', 'Outcome', /out[;.]|We|Nothing/)).toContain('The letter is out');
    expect(await (await findDraft(page, 'gmail')).text()).not.toContain('Dear Mrs Patel');
    await popup.close();
    await page.close();
  }

  test.each(NAMESAKES)(
    '%s in the page before the click: the letter goes in and comes out all the same',
    async (_what, add) => {
      const { page, popup } = await start((opened) => opened.evaluate(add));
      expect(await (await findDraft(page, 'gmail')).text()).toContain('Dear Mrs Patel');
      await checkTakeOut(page, popup);
    },
  );

  test.each(NAMESAKES)(
    '%s added to the page after the click: the letter comes out all the same',
    async (_what, add) => {
      const { page, popup } = await start(async () => {});
      await page.evaluate(add);
      await checkTakeOut(page, popup);
    },
  );
}

describe('Chromium: a page with something named like our global', () => {
  shareChromium();
  describeNamesakes(() => ({ session: chromium, openMail }));
});

describe('Firefox: a page with something named like our global', () => {
  let session: Session;
  shareBrowser(async () => {
    session = await launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites });
    return session;
  });
  describeNamesakes(() => ({ session, openMail: (url) => session.openPage(url) }));
});

/** Runs a function as our script in the mail page. The popup has the click's permission for that. */
function runAsPageScript(popup: Page, name: 'readLocal' | 'readSession' | 'sendJob'): Promise<unknown> {
  return popup.evaluate(async (which) => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    const work = {
      readLocal: () => chrome.storage.local.get().then(JSON.stringify, (error: Error) => error.message),
      readSession: () => chrome.storage.session.get().then(JSON.stringify, (error: Error) => error.message),
      sendJob: (tabId: number) =>
        chrome.runtime.sendMessage({ type: 'takeOut', tabId, frameId: 0, facts: null }).then(
          (answer) => answer ?? 'no answer',
          () => 'no answer',
        ),
    }[which];
    const target = { tabId: tab?.id };
    const [answer] = await chrome.scripting.executeScript({ target, func: work, args: [tab?.id] });
    return answer?.result;
  }, name);
}

describe('Chromium: our script in a mail page', () => {
  shareChromium();

  async function insertLetter(): Promise<{ page: Page; popup: Page }> {
    await seedDetails(chromium);
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    return { page, popup };
  }

  test('can read nothing that is saved', async () => {
    const { popup } = await insertLetter();
    for (const area of ['readLocal', 'readSession'] as const)
      expect(await runAsPageScript(popup, area)).toMatch(/^Access to storage is not allowed/);
    // The popup itself reads it.
    expect(await popup.evaluate(async () => JSON.stringify(await chrome.storage.local.get()))).toContain(
      'Sam Carter',
    );
  });

  test('cannot start a job', async () => {
    const { page, popup } = await insertLetter();
    expect(await runAsPageScript(popup, 'sendJob')).toBe('no answer');
    expect(await (await findDraft(page, 'gmail')).text()).toContain('Dear Mrs Patel');
    await chromiumOwnPage(popup).waitFor('status', 'Outcome', /The letter is in/);
  });
});
