/** What is known of a letter after the browser was closed and opened again, or the extension was updated. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { freshGmailDraft } from '../pages/gmail/gmailPage';
import { freshOutlookDraft } from '../pages/outlook/outlookPage';
import { gmailUrl, outlookUrl } from '../pages/states';
import { chromiumBuild, firefoxBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { findDraft } from '../support/draft';
import { launchFirefox } from '../support/firefox';
import type { OwnPage } from '../support/ownPage';
import { seedDetails } from '../support/seedDetails';
import type { Session } from '../support/session';
import { waitUntil } from '../support/waitUntil';
import { BROWSERS } from '../support/takeTurns';

const BUILDS = { chromium: chromiumBuild, firefox: firefoxBuild };

const FRESH = { gmail: gmailUrl('new'), outlook: outlookUrl('new') };

/** The page as the site shows it later: with the email's text, as the site saved it. */
function pageWith(site: keyof typeof FRESH, drafts: { words: string; subject: string }[]): string {
  return site === 'gmail'
    ? gmailUrl('new', { drafts: drafts.map((draft) => ({ ...freshGmailDraft, ...draft })) })
    : outlookUrl('new', { drafts: drafts.map((draft) => ({ ...freshOutlookDraft, ...draft })) });
}

/** Firefox takes long to start, so the soak run tries it. */
const NAMES = process.env['KILLS'] ? BROWSERS : (['chromium'] as const);

describe.each(NAMES)('In %s, with the email still open', (name) => {
  let session: Session;
  let profile: string;

  async function start(): Promise<Session> {
    const options = { extensionDir: requireBuild(BUILDS[name]), answer: answerAsSites, profile };
    session = await (name === 'chromium' ? launchChromium(options) : launchFirefox(options));
    return session;
  }
  afterEach(async () => {
    await session.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  async function insertInto(url: string, site: keyof typeof FRESH): Promise<string> {
    const page = await session.openPage(url);
    const draft = await findDraft(page, site);
    const popup = await openPopup(page);
    await popup.press('button', 'Insert letter');
    await popup.waitFor('status', 'Outcome', /The letter is in/);
    await popup.close();
    return draft.html();
  }

  async function openPopup(page: Page): Promise<OwnPage> {
    const popup = await session.openPopup(page);
    await waitUntil('the popup has found the draft', async () =>
      /: (?:new message|the letter is in)/.test(await popup.text()),
    );
    return popup;
  }

  async function countSent(): Promise<number> {
    const stored = await session.readStorage('local');
    return Object.keys(stored).filter((key) => /sent/i.test(key) && key.includes(':')).length;
  }

  test.each(['gmail', 'outlook'] as const)(
    'a letter in %s can be noted as sent after the browser was closed and opened again',
    async (site) => {
      profile = await mkdtemp(join(tmpdir(), 'dear-employer-profile-'));
      await start();
      await seedDetails(session);
      const words = await insertInto(FRESH[site], site);
      await session.close();
      await start();
      const before = await countSent();
      const popup = await openPopup(await session.openPage(pageWith(site, [{ words, subject: 'A' }])));
      await popup.press('button', 'I have sent it');
      await popup.waitFor('status', 'Outcome', /sent/i);
      expect(await countSent()).toBeGreaterThan(before);
    },
  );

  test.each(['gmail', 'outlook'] as const)(
    'a letter in %s can be noted as sent after the extension was updated',
    async (site) => {
      profile = await mkdtemp(join(tmpdir(), 'dear-employer-profile-'));
      await start();
      await seedDetails(session);
      await insertInto(FRESH[site], site);
      const [page] = (await session.browser.pages()).filter((one) => one.url() === FRESH[site]);
      if (!page) throw new Error('The email was closed');
      await session.browser.installExtension(requireBuild(BUILDS[name]));
      const before = await countSent();
      const popup = await openPopup(page);
      await popup.press('button', 'I have sent it');
      await popup.waitFor('status', 'Outcome', /sent/i);
      expect(await countSent()).toBeGreaterThan(before);
    },
  );

  test.each(['gmail', 'outlook'] as const)(
    'nothing is said of another email that has the same name after %s was loaded again',
    async (site) => {
      profile = await mkdtemp(join(tmpdir(), 'dear-employer-profile-'));
      await start();
      await seedDetails(session);
      const url = FRESH[site];
      await insertInto(url, site);
      const [page] = (await session.browser.pages()).filter((one) => one.url() === url);
      if (!page) throw new Error('The email was closed');
      // The page names its emails by a count, which begins again.
      await page.goto(pageWith(site, [{ words: '', subject: 'Another email' }]));
      await findDraft(page, site);
      const popup = await openPopup(page);
      const said = await popup.text();
      expect(said).not.toContain('The letter is in');
      expect(said).not.toContain('Take the letter out again');
    },
  );
});
