/** The popup by keyboard alone, controls found by their names, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { gmailUrl } from '../pages/states';
import { chromiumBuild, firefoxBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { findDraft } from '../support/draft';
import { launchFirefox } from '../support/firefox';
import type { FirefoxOwnPage } from '../support/firefoxOwnPage';
import { seedDetails } from '../support/seedDetails';
import type { Session } from '../support/session';
import { shareBrowser } from '../support/shareBrowser';
import { waitUntil } from '../support/waitUntil';
import { chromiumKeys, firefoxKeys, type KeyPage } from './keyPage';

describe('Chromium', () => {
  describeJourneys(
    () => launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites }),
    async (session, mail) => chromiumKeys(await session.clickToolbar(mail)),
  );
});

describe('Firefox', () => {
  describeJourneys(
    () => launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites }),
    async (session, mail) => firefoxKeys((await session.openPopup(mail)) as FirefoxOwnPage),
  );
});

const OUTCOME = '[aria-label="Outcome"]';

/** The name of the control that has the focus. */
const FOCUSED = `
  const focused = document.activeElement;
  const label = focused?.labels?.[0]?.textContent ?? '';
  return (focused?.getAttribute('aria-label') || label || focused?.textContent || '').trim();`;

function describeJourneys<S extends Session>(
  launch: () => Promise<S>,
  openPopupOn: (session: S, mail: Page) => Promise<KeyPage>,
): void {
  let session: S;
  let mail: Page;
  let popup: KeyPage;

  shareBrowser(async () => {
    session = await launch();
    return session;
  });
  afterEach(async () => {
    await popup.close();
    await mail.close();
  });

  async function open(changes: Parameters<typeof seedDetails>[1]): Promise<void> {
    await seedDetails(session, changes);
    mail = await session.openPage(gmailUrl('new'));
    popup = await openPopupOn(session, mail);
    await popup.waitFor('main[aria-busy=false]', 'localName', /main/);
    await popup.waitFor('.where', 'textContent', /new message/);
  }

  const readFocus = async () => String(await popup.run(FOCUSED));

  async function tabTo(name: string): Promise<void> {
    await waitUntil(`Tab to reach “${name}”`, async () => {
      if ((await readFocus()) === name) return true;
      await popup.keys(['Tab']);
      return false;
    });
  }

  async function enter(name: string, outcome: RegExp): Promise<void> {
    await tabTo(name);
    await popup.keys(['Enter']);
    await popup.waitFor(OUTCOME, 'textContent', outcome);
  }

  test('insert, go back, be refused a second copy, ask for it, take it out: the focus is never lost', async () => {
    await open({});
    await enter('Insert letter', /It is a draft\./);
    expect(await readFocus()).toBe('Outcome');
    await tabTo('Back to Insert letter');
    await popup.keys(['Enter']);
    await waitUntil('the focus on the button', async () => (await readFocus()) === 'Insert letter');
    await popup.keys(['Enter']);
    await popup.waitFor(OUTCOME, 'textContent', /already in this email/);
    expect(await readFocus()).not.toBe('');
    await enter('Insert a second copy', /It is a draft\./);
    await enter('Take the letter out again', /is out;/);
    expect(await popup.run('return document.activeElement === document.body;')).toBe(false);
    expect((await (await findDraft(mail, 'gmail')).text()).split('Dear Mrs Patel')).toHaveLength(2);
  });

  test('a detail in brackets is typed where the focus is, and Enter puts it into the letter', async () => {
    await open({ signer: { jobTitle: '' } });
    await enter('Insert letter', /One detail is still in \[brackets\]/);
    await waitUntil('the focus in the field', async () => (await readFocus()) === 'Your job title');
    await popup.keys(['4', '2', 'Enter']);
    await popup.waitFor(OUTCOME, 'textContent', /^The new version is in your new message/);
    const text = await (await findDraft(mail, 'gmail')).text();
    expect(text).not.toContain('[your job title]');
    expect(text).toContain('I am the 42 of');
    expect(text.split('Dear Mrs Patel')).toHaveLength(2);
  });

  test('the letter is noted as sent', async () => {
    await open({});
    await enter('Insert letter', /It is a draft\./);
    await enter('I have sent it', /Noted as sent/);
    expect(await popup.run('return document.activeElement === document.body;')).toBe(false);
  });
}
