/** When an action fails, the page shows an error and stays usable. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { gmailUrl } from '../pages/states';
import { chromiumBuild, requireBuild } from '../support/builds';
import { byRole, waitForText } from '../support/byRole';
import { launchChromium, type Chromium } from '../support/chromium';
import { findDraft } from '../support/draft';
import { seedDetails } from '../support/seedDetails';
import { shareBrowser } from '../support/shareBrowser';
import { waitUntil } from '../support/waitUntil';
import { repositoryOver } from './details/seeding';

declare const chrome: { runtime: { getURL: () => string } };

let chromium: Chromium;
const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Copies the extension without the chunks that make Word files. They are loaded on demand, so only those actions fail. */
async function copyWithoutWord(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dear-employer-without-word-'));
  folders.push(folder);
  await cp(requireBuild(chromiumBuild), folder, { recursive: true });
  const chunks = await readdir(join(folder, 'chunks'));
  const wordChunks = chunks.filter((name) => /^(wordLetter|riskForm|letterLog|manyLetters)-/.test(name));
  expect(wordChunks).toHaveLength(4);
  for (const name of wordChunks) await rm(join(folder, 'chunks', name));
  return folder;
}

shareBrowser(async () => {
  chromium = await launchChromium({ extensionDir: await copyWithoutWord(), answer: answerAsSites });
  return chromium;
});
beforeEach(async () => {
  const [, ...opened] = await chromium.browser.pages();
  for (const page of opened) await page.close();
  await chromium.clearStorage();
});

async function openPopup(page: Page): Promise<Page> {
  const popup = await chromium.clickToolbar(page);
  await popup.waitForSelector('main[aria-busy=false]');
  await popup.waitForFunction(() => !document.getElementById('where')?.textContent?.startsWith('Looking'));
  return popup;
}

async function press(page: Page, name: string): Promise<void> {
  await (await byRole(page, 'button', name)).click();
}

const waitForPageText = (page: Page, what: RegExp) =>
  page.waitForFunction((source) => new RegExp(source).test(document.body.innerText), {}, what.source);

describe('a Word file that cannot be made', () => {
  test('the Word letter: the popup shows an error and suggests copying the letter', async () => {
    await seedDetails(chromium);
    const popup = await openPopup(await chromium.openPage(gmailUrl('new')));
    await press(popup, 'Download Word letter');
    await waitForText(
      popup,
      'status',
      'Outcome',
      /^The Word letter could not be made\. Copy the letter instead/,
    );
  });

  test('the Word copy: nothing is inserted, the popup shows an error, and without the copy the letter is inserted', async () => {
    await seedDetails(chromium, { choices: { attachWord: true } });
    const page = await chromium.openPage(gmailUrl('new'));
    const first = await openPopup(page);
    await press(first, 'Insert letter');
    const failed = /^The Word copy could not be made, so nothing was put in\./;
    await waitForText(first, 'status', 'Outcome', failed);
    expect(await (await findDraft(page, 'gmail')).text()).not.toContain('Dear Mrs Patel');
    await first.close();
    const again = await openPopup(page);
    await waitForText(again, 'status', 'Outcome', failed);
    await again.$$eval('details', (folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
    await (await byRole(again, 'checkbox', 'Attach a Word copy')).click();
    await press(again, 'Insert letter');
    await waitForText(again, 'status', 'Outcome', /The letter is in/);
  });

  test.each([
    ['the risk assessment form', 'letters', 'Download the form as Word'],
    ['letters for many', 'letters', 'Make 2 Word letters'],
    ['the record of letters', 'letters-and-replies', 'Download record as Word'],
  ])('%s: the options page shows an error, and the button stays enabled', async (_what, section, button) => {
    const items: Record<string, unknown> = {};
    const repository = repositoryOver(items);
    await repository.saveSettings({ agreedOn: '2026-11-23', keepMonths: null });
    await repository.addSigner({ fullName: 'Sam Carter', school: 'Larkrise Primary School' });
    await repository.addSigner({ fullName: 'Alex Reed', school: 'Brook School' });
    await repository.addRecord('sent', {
      title: 'First letter',
      text: 'Dear Mrs Patel',
      sentOn: '2026-11-02',
    });
    await chromium.writeStorage(items);
    const page = await chromium.openOwnTab(`options.html#${section}`);
    await press(page, button);
    await waitForPageText(page, /The Word file could not be made\. .*Reload this page and try again\./);
    expect(await (await byRole(page, 'button', button)).evaluate((one) => one.matches(':enabled'))).toBe(
      true,
    );
  });
});

test('a popup action that the browser refuses shows an error', async () => {
  await seedDetails(chromium);
  const popup = await openPopup(await chromium.openPage(gmailUrl('new')));
  // Browsers refuse to open this address.
  await popup.evaluate(() => void (chrome.runtime.getURL = () => 'http://['));
  await press(popup, 'About you and your employer');
  await waitForText(popup, 'status', 'Outcome', /^That did not work\. /);
});

describe('a page that cannot be rendered', () => {
  const NOT_SHOWN = /Dear Employer could not show this\. Nothing you saved is lost\./;

  test('the popup shows an error, with buttons to copy the letter, to try again and to open the details', async () => {
    await seedDetails(chromium);
    const popup = await openPopup(await chromium.openPage(gmailUrl('new')));
    await popup.$$eval('details', (folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
    await popup.evaluate(() => {
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
        get: () => {
          throw new Error('No dates today');
        },
      });
    });
    await (await byRole(popup, 'checkbox', 'Fill in the subject')).click();
    await waitForPageText(popup, NOT_SHOWN);
    await press(popup, 'Copy letter');
    await waitForText(popup, 'status', 'Outcome', /^The letter is copied\./);
    await press(popup, 'Download Word letter');
    // Without the chunk that makes Word files, in this copy of the extension.
    await waitForText(popup, 'status', 'Outcome', /^The Word letter could not be made\./);
    await byRole(popup, 'button', 'Try again');
    await press(popup, 'Open your details and letters');
    await waitUntil('the options page', async () => {
      const pages = await chromium.browser.pages();
      return pages.some((page) => page.url().includes('options.html'));
    });
  });

  test('a section of the options page shows an error, the other sections open, and “Try again” renders it', async () => {
    const items: Record<string, unknown> = {};
    const repository = repositoryOver(items);
    await repository.saveSettings({ agreedOn: '2026-11-23', keepMonths: null });
    await repository.addRecord('sent', { title: 'First letter', sentOn: '2026-11-02' });
    await chromium.writeStorage(items);
    const page = await chromium.openOwnTab('options.html#privacy-and-backup');
    await byRole(page, 'heading', 'Privacy and backup');
    await page.evaluate(() => {
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
        get: () => {
          throw new Error('No dates today');
        },
      });
    });
    await (await byRole(page, 'link', 'Letters and replies')).click();
    await waitForPageText(page, NOT_SHOWN);
    await (await byRole(page, 'link', 'Privacy and backup')).click();
    await byRole(page, 'heading', 'Privacy and backup');
    await (await byRole(page, 'link', 'Letters and replies')).click();
    await press(page, 'Try again');
    await waitForPageText(page, /2 November 2026 · You wrote/);
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(NOT_SHOWN);
  });

  test('the practice page shows an error, and “Try again” renders it', async () => {
    await seedDetails(chromium);
    const page = await chromium.openOwnTab('practice.html');
    await byRole(page, 'radio', 'Like Outlook');
    await page.evaluate(() => {
      Reflect.set(Array.prototype, 'map', () => {
        throw new Error('No lists today');
      });
    });
    await (await byRole(page, 'radio', 'Like Outlook')).click();
    await waitForPageText(page, NOT_SHOWN);
    await press(page, 'Try again');
    await byRole(page, 'button', 'Insert letter');
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(NOT_SHOWN);
  });
});
