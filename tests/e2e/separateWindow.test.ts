/**
 * Outlook's separate windows stay at about:blank. In Chromium a click there does not grant `activeTab`, so the letter goes in only
 * with the optional permission for Outlook's hosts. In Firefox the click is enough.
 */
import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { listMenuItems } from '../../lib/background/menu/items';
import { blockTexts } from '../../lib/letter/render/text';
import { answerAsSites } from '../pages/answer';
import { outlookUrl } from '../pages/states';
import { chromiumBuild, copyWithOutlookHosts, firefoxBuild, requireBuild } from '../support/builds';
import { launchChromium, type Chromium } from '../support/chromium';
import { findDraft, type Draft } from '../support/draft';
import { builtInLetter, expectedLetter, firstMissing } from '../support/expectedLetter';
import { launchFirefox, type Firefox } from '../support/firefox';
import { seedDetails } from '../support/seedDetails';
import { waitUntil } from '../support/waitUntil';

/** What the extension's background sees; the function given to `evaluate` runs there. */
declare const chrome: { action: { getBadgeText(details: { tabId: number }): Promise<string> } };

const FIRST_WORDS = 'I hope the term is going well.';

const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close();
});

async function launch(extensionDir: string): Promise<Chromium> {
  const menu = listMenuItems(builtInLetter('request'));
  const chromium = await launchChromium({ extensionDir, answer: answerAsSites, menu });
  toClose.push(() => chromium.close());
  return chromium;
}

async function openWindow(browser: Browser, page: Page): Promise<{ child: Page; draft: Draft }> {
  const before = new Set(await browser.pages());
  await page.click('#openWindow');
  const child = await waitUntil('the separate window', async () => {
    return (await browser.pages()).find((candidate) => !before.has(candidate)) ?? null;
  });
  return { child, draft: await findDraft(child, 'outlook') };
}

async function chooseWholeLetter(session: Chromium | Firefox): Promise<Draft> {
  await seedDetails(session);
  const page = await session.openPage(outlookUrl('separate-window'));
  const { child, draft } = await openWindow(session.browser, page);
  expect(child.url()).toBe('about:blank');
  await session.chooseFromMenu(child, await draft.pointAfter(FIRST_WORDS), [
    'Whole letter: Ask for a risk assessment',
  ]);
  return draft;
}

function waitForLetter(draft: Draft): Promise<unknown> {
  const texts = [FIRST_WORDS, ...blockTexts(expectedLetter('request')), 'I attach what you asked for.'];
  return waitUntil('the letter', async () => firstMissing(texts, await draft.text()) === null);
}

test('Chromium without the permission: the email does not change, and the options page opens at the switch', async () => {
  const chromium = await launch(requireBuild(chromiumBuild));
  const draft = await chooseWholeLetter(chromium);
  const [key, outcome] = await waitUntil('the outcome', async () => {
    const stored = Object.entries(await chromium.readStorage('session'));
    const isOver = (kept: unknown) => (kept as { kind: string }).kind !== 'running';
    return stored.find(([name, kept]) => name.endsWith(':outcome') && isOver(kept)) ?? null;
  });
  expect(outcome).toMatchObject({ kind: 'page failed', why: 'forbidden' });
  const worker = await chromium.worker();
  const tabId = Number(key.split(':')[1]);
  const badge = await waitUntil('the badge', () =>
    worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId).then((text) => text || null),
  );
  expect(badge).toBe('!');
  const target = await chromium.browser.waitForTarget((one) => one.url().includes('/options.html#'));
  const page = await target.asPage();
  await page.waitForSelector('[role=alert] ::-p-text(did not let us write in that window)');
  const focused = await waitUntil('the switch', () =>
    page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText ?? null),
  );
  expect(focused).toContain('Outlook’s separate windows');
  expect(await draft.text()).not.toContain('Dear Mrs Patel');
});

test('Chromium with the permission: the letter goes in', async () => {
  const folder = await copyWithOutlookHosts(chromiumBuild);
  toClose.push(() => rm(folder, { recursive: true }));
  const chromium = await launch(folder);
  await waitForLetter(await chooseWholeLetter(chromium));
});

test('Firefox: the letter goes in without a further permission', async () => {
  const firefox = await launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites });
  toClose.push(() => firefox.close());
  await waitForLetter(await chooseWholeLetter(firefox));
});
