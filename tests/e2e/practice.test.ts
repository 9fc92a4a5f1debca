/** The practice page: the letter goes into its two emails and out again, as in a real mailbox. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { blockTexts } from '../../lib/letter/render/text';
import { answerAsSites } from '../pages/answer';
import { findAxeViolations } from '../support/axe';
import { chromiumBuild, firefoxBuild, requireBuild } from '../support/builds';
import { byRole } from '../support/byRole';
import { launchChromium, type Chromium } from '../support/chromium';
import { findDraft } from '../support/draft';
import { expectedLetter, expectedSubject, firstMissing } from '../support/expectedLetter';
import { launchFirefox } from '../support/firefox';
import { chromiumOwnPage } from '../support/ownPage';
import { extensionRequests } from '../support/mailServer';
import { exampleEmployer, seedDetails } from '../support/seedDetails';
import type { Session } from '../support/session';
import { shareBrowser } from '../support/shareBrowser';
import { type BrowserName, takeTurns } from '../support/takeTurns';
import { waitUntil } from '../support/waitUntil';
import { emails, openInChromium, openInFirefox, type PracticeTab } from './practiceTab';

const OWN_WORDS = 'These are words of your own. They stay where they are.';
const SIGNATURE = ['This is your signature.', 'It stays too.'];
/** The second record that seedDetails adds. */
const SEEDED_EMPLOYER = 'seed-2';

const startChromium = () =>
  launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites });
const startFirefox = () => launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites });

describe('Chromium', () => {
  describePractice('chromium', startChromium, openInChromium);
});
describe('Firefox', () => {
  describePractice('firefox', startFirefox, openInFirefox);
});

function describePractice<S extends Session>(
  name: BrowserName,
  launch: () => Promise<S>,
  open: (session: S) => Promise<PracticeTab>,
): void {
  let session: S;
  let tab: PracticeTab;

  shareBrowser(async () => {
    session = await launch();
    return session;
  });
  afterEach(() => tab.close());

  async function openTab(): Promise<void> {
    tab = await open(session);
    await tab.waitFor('heading', 'Try it without a mailbox', /Try it/);
  }

  async function insert(radio: string, outcome: RegExp): Promise<string> {
    await tab.press('radio', radio);
    await tab.press('button', 'Insert letter');
    return tab.waitFor('status', 'Outcome', outcome);
  }

  test('with nothing saved, the letter marks missing details, and inserting saves nothing', async () => {
    const stored = async () => [await session.readStorage('local'), await session.readStorage('session')];
    const before = await stored();
    await openTab();
    const sentence = await insert('Like Gmail', /The letter is in/);
    expect(sentence).toMatch(/details are still in \[brackets\]/);
    expect(await tab.text()).toContain('[school’s name]');
    expect(await stored()).toEqual(before);
  });

  describe.each(emails)('$radio', ({ email, radio, body, subject, people, cc }) => {
    const html = async () => (await tab.list(body, 'innerHTML'))[0];
    const text = async () => (await tab.list(body, 'innerText'))[0] ?? '';

    test('the letter goes in between the user’s words and signature, with subject and address', async () => {
      await seedDetails(session);
      await openTab();
      const sentence = await insert(radio, /The letter is in/);
      const letter = expectedLetter('request');
      expect(sentence).toBe(
        `The letter is in your new message, above your signature. We also addressed it to ${exampleEmployer.email} and filled in the subject.`,
      );
      expect(firstMissing([OWN_WORDS, ...blockTexts(letter), ...SIGNATURE], await text())).toBeNull();
      expect(await tab.list(subject, 'value')).toEqual([expectedSubject(letter)]);
      const shown = await tab.list(people, 'innerText');
      expect(shown.map((person) => person.replace(/[\s×]/g, ''))).toEqual([exampleEmployer.email]);
      const other = emails.find((one) => one.email !== email);
      expect((await tab.list(other?.body ?? '', 'innerText'))[0]).not.toContain('Dear');
      expect(await tab.list(other?.subject ?? '', 'value')).toEqual(['']);
    });

    test('“Take the letter out again” restores the email exactly', async () => {
      await seedDetails(session);
      await openTab();
      const before = await html();
      await insert(radio, /The letter is in/);
      expect(await html()).not.toBe(before);
      await tab.press('button', 'Take the letter out again');
      await tab.waitFor('status', 'Outcome', /The letter is out;/);
      expect(await html()).toBe(before);
    });

    test('one Ctrl+Z takes out exactly the letter', async () => {
      await seedDetails(session);
      await openTab();
      const before = await html();
      await insert(radio, /The letter is in/);
      await tab.undo();
      await waitUntil('the letter is out', async () => (await html()) === before);
      expect(await tab.list(subject, 'value')).toEqual([expectedSubject(expectedLetter('request'))]);
    });

    test('a second copy of the letter is refused with a sentence', async () => {
      await seedDetails(session);
      await openTab();
      await insert(radio, /The letter is in/);
      const once = await html();
      await insert(radio, /already in this email/);
      expect(await html()).toBe(once);
    });

    test('ticked copies go into Cc, and the letter mentions no Word copy', async () => {
      const copies = [{ id: 'chair', name: 'Chair of Governors', email: 'chair@larkrise.example' }];
      await seedDetails(session, {
        employer: { copies },
        choices: { copies: { [SEEDED_EMPLOYER]: ['chair'] }, attachWord: true },
      });
      await openTab();
      expect(await insert(radio, /The letter is in/)).toContain(
        `addressed it to ${exampleEmployer.email}, added copies to chair@larkrise.example and filled in the subject`,
      );
      expect((await tab.list(cc, 'innerText')).join(' ')).toContain('chair@larkrise.example');
      expect(await text()).toContain('Chair of Governors');
      expect(await text()).not.toMatch(/Enc/);
    });

    takeTurns(name);
  });

  test('inserting sends no request', async () => {
    await openTab();
    const before = session.mail.requests.length;
    await insert('Like Outlook', /The letter is in/);
    expect(extensionRequests(session.mail.requests.slice(before))).toEqual([]);
  });

  takeTurns(name);
}

describe('with Chromium’s mouse and keyboard', () => {
  let chromium: Chromium;
  let page: Page;

  shareBrowser(async () => {
    chromium = await startChromium();
    return chromium;
  });
  afterEach(() => page.close());

  const press = async (role: string, name: string) => (await byRole(page, role, name)).click();
  const waitForOutcome = (words: RegExp) => chromiumOwnPage(page).waitFor('status', 'Outcome', words);

  test.each(emails)('$radio: the letter goes in at the last click', async ({ email }) => {
    await seedDetails(chromium);
    page = await chromium.openOwnTab('practice.html');
    const draft = await findDraft(page, email);
    const at = await draft.pointAfter('These are words of your own.');
    await page.mouse.click(at.x, at.y);
    await press('button', 'Insert letter');
    await waitForOutcome(/The letter is in/);
    const [head, tail] = ['These are words of your own.', 'They stay where they are.'];
    const letter = blockTexts(expectedLetter('request'));
    expect(firstMissing([head, ...letter, tail, ...SIGNATURE], await draft.text())).toBeNull();
  });

  test('“You are ready” and “Something not working?” link to the practice page', async () => {
    await chromium.clearStorage();
    page = await chromium.openOwnTab('options.html');
    await press('button', 'Agree and start');
    await press('button', 'Continue');
    expect(await followToPractice()).toBe('Practice – Dear Employer');
    await page.close();
    page = await chromium.openOwnTab('options.html#something-not-working');
    expect(await followToPractice()).toBe('Practice – Dear Employer');
  });

  async function followToPractice(): Promise<string> {
    await press('link', 'Try it without a mailbox');
    const opened = await waitUntil('the practice page', async () => {
      const pages = await chromium.browser.pages();
      return pages.find((one) => one.url().endsWith('/practice.html')) ?? null;
    });
    await byRole(opened, 'button', 'Insert letter');
    const title = await opened.title();
    await opened.close();
    return title;
  }

  test.each(['light', 'dark'] as const)(
    'axe finds no violation before or after inserting, %s',
    async (scheme) => {
      await seedDetails(chromium, { signer: { school: '' } });
      page = await chromium.openOwnTab('practice.html');
      await byRole(page, 'button', 'Insert letter');
      expect(await findAxeViolations(page, scheme, { targets: true })).toEqual([]);
      for (const { radio } of emails) {
        await press('radio', radio);
        await press('button', 'Insert letter');
        await waitForOutcome(/The letter is in/);
      }
      expect(await findAxeViolations(page, scheme, { targets: true })).toEqual([]);
      await press('button', 'Insert letter');
      await waitForOutcome(/already in this email/);
      expect(await findAxeViolations(page, scheme, { targets: true })).toEqual([]);
    },
  );

  test('at 320 px wide, the page does not scroll sideways', async () => {
    await seedDetails(chromium);
    page = await chromium.openOwnTab('practice.html');
    await page.setViewport({ width: 320, height: 640 });
    await press('radio', 'Like Gmail');
    await press('button', 'Insert letter');
    await waitForOutcome(/The letter is in/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
