/** npm run screenshots: takes pictures of the popup and the options page in their states, light and dark, into docs/pictures, and the stores’ pictures. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { sections } from '../components/options/location';
import { answerAsSites } from '../tests/pages/answer';
import { freshOutlookDraft } from '../tests/pages/outlook/outlookPage';
import { gmailUrl, outlookUrl } from '../tests/pages/states';
import { chromiumBuild, requireBuild } from '../tests/support/builds';
import { launchChromium, type Chromium } from '../tests/support/chromium';
import { chromiumOwnPage } from '../tests/support/ownPage';
import { exampleEmployer, seedDetails } from '../tests/support/seedDetails';
import { waitUntil } from '../tests/support/waitUntil';

const PICTURES = join(chromiumBuild, '../../docs/pictures');
const STORE_PICTURES = join(chromiumBuild, '../../docs/store/pictures');

const schemes = ['light', 'dark'] as const;

export async function main(): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const chromium = await launchChromium({
    extensionDir: requireBuild(chromiumBuild),
    answer: answerAsSites,
  });
  try {
    await takeFirstUse(chromium);
    await takeOptions(chromium, 'options-first', 'options.html');
    await takeFirstQuestions(chromium);
    await seedDetails(chromium);
    await takePopup(chromium, 'popup-ready', gmailUrl('new'));
    await takePopup(chromium, 'popup-refused', gmailUrl('only-look-alikes'));
    await takeAfterInserting(chromium);
    await takeMainJob(chromium);
    await takeTheirReply(chromium);
    for (const { id } of sections) await takeOptions(chromium, `options-${id}`, `options.html#${id}`);
    await makeStorePictures(chromium);
  } finally {
    await chromium.close();
  }
}

async function takePopup(chromium: Chromium, name: string, url: string): Promise<void> {
  const mail = await chromium.openPage(url);
  const popup = await chromium.clickToolbar(mail);
  await waitUntilReady(popup);
  // The popup’s window grows after its content.
  await popup.waitForFunction(() => innerHeight >= (document.getElementById('root')?.offsetHeight ?? 0));
  await take(popup, name);
  await popup.close();
  await mail.close();
}

/** The popup with the first questions answered, and with the letter opened for reading. */
async function takeFirstUse(chromium: Chromium): Promise<void> {
  const mail = await chromium.openPage(gmailUrl('new'));
  const popup = await chromium.clickToolbar(mail);
  await waitUntilReady(popup);
  const own = chromiumOwnPage(popup);
  await own.read('textbox', 'Full name');
  await take(popup, 'popup-empty');
  await own.type('Full name', 'Jane Holloway');
  await own.type('School', 'Aldhelm Primary School');
  await own.choose('Who employs you?', 'Voluntary aided or foundation');
  await take(popup, 'popup-first');
  await own.press('button', 'Read the letter');
  await own.waitFor('region', 'What will go in', /Aldhelm/);
  await take(popup, 'popup-read');
  await popup.close();
  await mail.close();
}

/** The first questions of the options page, and what comes after them. */
async function takeFirstQuestions(chromium: Chromium): Promise<void> {
  const page = await chromium.openOwnTab('options.html');
  await page.setViewport({ width: 1100, height: 900 });
  const own = chromiumOwnPage(page);
  await own.press('button', 'Agree and start');
  await own.type('Full name', 'Jane Holloway');
  await own.choose('Who employs you?', 'I’m not sure');
  await own.press('radio', 'A school that the council maintains');
  await take(page, 'options-questions');
  await own.press('button', 'Continue');
  await take(page, 'options-ready');
  await page.close();
}

async function takeOptions(chromium: Chromium, name: string, path: string): Promise<void> {
  const page = await chromium.openOwnTab(path);
  await page.setViewport({ width: 1100, height: 900 });
  await waitUntilReady(page);
  await take(page, name);
  await page.close();
}

/** The popup with a detail still in brackets, and after a change of choices. */
async function takeAfterInserting(chromium: Chromium): Promise<void> {
  await seedDetails(chromium, { signer: { jobTitle: '' } });
  const mail = await chromium.openPage(gmailUrl('new'));
  const popup = await chromium.clickToolbar(mail);
  const own = chromiumOwnPage(popup);
  await waitUntilReady(popup);
  await own.press('button', 'Insert letter');
  await own.read('textbox', 'Your job title');
  await take(popup, 'popup-brackets');
  await own.type('Your job title', 'Headteacher');
  await own.press('button', 'Put it in the letter');
  await own.waitFor('status', 'Outcome', /The new version/);
  await popup.$$eval('details', (folds) => folds.forEach((fold) => (fold.open = true)));
  await own.press('checkbox', 'Set a review date');
  await popup.$$eval('details details', (folds) => folds.forEach((fold) => (fold.open = false)));
  await take(popup, 'popup-changed');
  await popup.close();
  await mail.close();
  await seedDetails(chromium);
}

/** The picture at the top of the README: the popup over the email that contains the letter. */
async function takeMainJob(chromium: Chromium): Promise<void> {
  const drafts = [{ ...freshOutlookDraft, signature: 'plain' as const }];
  const mail = await chromium.openPage(outlookUrl('signature', { drafts }));
  await mail.setViewport({ width: 1380, height: 800 });
  const popupPage = await chromium.clickToolbar(mail);
  const popup = chromiumOwnPage(popupPage);
  await waitUntilReady(popupPage);
  await popup.press('button', 'Insert letter');
  await popup.waitFor('status', 'Outcome', /is in your/);
  await take(popupPage, 'popup-done');
  const behind = await mail.screenshot({ encoding: 'base64' });
  await popupPage.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  const front = await popupPage.screenshot({ encoding: 'base64' });
  await popup.press('button', 'I have sent it');
  await popup.waitFor('status', 'Outcome', /Noted as sent/);
  await mail.goto('about:blank');
  await mail.setContent(
    `<style>body { margin: 0 } img { display: block } #front { position: absolute; top: 8px; right: 16px; width: 400px; border-radius: 8px; box-shadow: 0 8px 32px rgb(0 0 0 / 35%) }</style>
     <img src="data:image/png;base64,${behind}"><img id="front" src="data:image/png;base64,${front}">`,
  );
  await mail.screenshot({ path: join(PICTURES, 'main-job.png') });
  await mail.close();
}

/** “Help me answer this” over a reply. The letter that it answers was noted for the picture before. */
async function takeTheirReply(chromium: Chromium): Promise<void> {
  const reply = {
    name: 'Jo Patel',
    address: exampleEmployer.email,
    sentAt: '2026-11-26T09:12',
    text: 'Dear Sam\n\nThank you for your letter. We are taking advice from our health and safety team before we respond.\n\nKind regards\nJo Patel',
  };
  const mail = await chromium.openPage(gmailUrl('only-look-alikes', { messages: [reply], lookAlikes: [] }));
  const popup = await chromium.clickToolbar(mail);
  await waitUntilReady(popup);
  const own = chromiumOwnPage(popup);
  await own.press('button', 'Help me answer this');
  await own.waitFor('region', 'What they are saying', /taking advice/);
  await take(popup, 'popup-reply');
  await popup.close();
  await mail.close();
}

const storePictures = [
  {
    name: '1-letter',
    screen: 'main-job',
    caption: 'One click: the letter is in your email. You send it yourself.',
  },
  { name: '2-questions', screen: 'popup-first', caption: 'Six questions, once.' },
  { name: '3-read', screen: 'popup-read', caption: 'Read the letter before it goes in.' },
  {
    name: '4-letters',
    screen: 'options-letters',
    caption: 'A letter for each stage, and for each kind of reply.',
  },
  {
    name: '5-privacy',
    screen: 'options-privacy-and-backup',
    caption: 'Kept on this computer. Deleted when you say so.',
  },
];

/** The stores ask for 1280 × 800: a screen taken above, whole or its upper part, under one line of text. */
async function makeStorePictures(chromium: Chromium): Promise<void> {
  await mkdir(STORE_PICTURES, { recursive: true });
  const page = await chromium.openPage('about:blank');
  await page.setViewport({ width: 1280, height: 800 });
  for (const { name, screen, caption } of storePictures) {
    const image = await readFile(join(PICTURES, `${screen}.png`), 'base64');
    await page.setContent(
      `<style>
         body { margin: 0; width: 1280px; height: 800px; overflow: hidden; background: #e8efe9; text-align: center }
         h1 { margin: 36px 0 28px; font: 600 34px Georgia, serif; color: #10301f }
         img { max-width: 1100px; min-height: 560px; border-radius: 10px; box-shadow: 0 8px 32px rgb(0 0 0 / 25%) }
       </style>
       <h1>${caption}</h1><img src="data:image/png;base64,${image}">`,
    );
    await page.waitForFunction(() => document.querySelector('img')?.complete);
    const path = join(STORE_PICTURES, `${name}.png`);
    await page.screenshot({ path });
    console.log(path);
  }
  await page.close();
}

/** Waits until the page has finished loading and searching, so that the picture shows its final state. */
async function waitUntilReady(page: Page): Promise<void> {
  await waitUntil('the page is ready', () =>
    page.evaluate(() => {
      const content = document.querySelector('main');
      const words = content?.innerText.trim() ?? '';
      if (
        words === '' ||
        content?.ariaBusy === 'true' ||
        /Looking|Loading|Opening your details/.test(document.body.innerText)
      )
        return false;
      // With nothing saved the popup asks its first questions, which it loads by themselves.
      return !words.includes('Not filled in yet') || words.includes('Your details');
    }),
  );
}

async function take(page: Page, name: string): Promise<void> {
  for (const value of schemes) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    const path = join(PICTURES, value === 'light' ? `${name}.png` : `${name}-dark.png`);
    await page.screenshot({ path, fullPage: true });
    console.log(path);
  }
}
