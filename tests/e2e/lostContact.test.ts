/** The browser may stop the background during a job. The popup must then show an error and stay usable. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { gmailUrl } from '../pages/states';
import { byRole, waitForText } from '../support/byRole';
import { findDraft } from '../support/draft';
import { seedDetails } from '../support/seedDetails';
import { waitUntil } from '../support/waitUntil';
import { chromium, openMail, openPopup, shareChromium } from './popups';

shareChromium();

declare const chrome: {
  runtime: { sendMessage: (message: object) => Promise<unknown> };
  scripting: { executeScript: (given: { files?: string[] }) => Promise<unknown> };
};

const LOST =
  /^We lost contact while the letter was going in\. Look at your email before you try again\.(?: When you have sent it, press “I have sent it”\.)?$/;

type Moment =
  'before the page script is loaded' | 'before the letter is inserted' | 'after the letter is inserted';

/** Sends a message, so that a stopped background starts again. Returns its worker. */
async function wakeBackground(popup: Page) {
  await popup.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }));
  return chromium.worker();
}

/** Makes the background’s job hang at this moment. */
async function holdJobAt(popup: Page, moment: Moment): Promise<void> {
  const worker = await wakeBackground(popup);
  await worker.evaluate((when) => {
    const real = chrome.scripting.executeScript.bind(chrome.scripting);
    const hold = () => {
      Reflect.set(globalThis, 'isHeld', true);
      return new Promise(() => {});
    };
    chrome.scripting.executeScript = async (given) => {
      if (given.files) return when === 'before the page script is loaded' ? hold() : real(given);
      if (when === 'before the letter is inserted') return hold();
      await real(given);
      return hold();
    };
  }, moment);
}

async function stopHeldWorker(): Promise<void> {
  const worker = await chromium.worker();
  await waitUntil('the job to be held', () =>
    worker.evaluate(() => Reflect.get(globalThis, 'isHeld') === true),
  );
  await worker.close();
}

async function press(popup: Page, name: string): Promise<void> {
  await (await byRole(popup, 'button', name)).click();
}

async function countLetters(page: Page): Promise<number> {
  return (await (await findDraft(page, 'gmail')).text()).split('Dear Mrs Patel').length - 1;
}

describe.each<[Moment, RegExp]>([
  ['before the page script is loaded', /The letter is in/],
  ['before the letter is inserted', /The letter is in/],
  ['after the letter is inserted', /already/],
])('when the background is stopped %s', (moment, nextOutcome) => {
  test('the popup reports lost contact, and pressing Insert again leaves one letter in the draft', async () => {
    await seedDetails(chromium);
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await holdJobAt(popup, moment);
    await press(popup, 'Insert letter');
    await stopHeldWorker();
    await waitForText(popup, 'status', 'Outcome', LOST);
    await press(popup, 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', nextOutcome);
    expect(await countLetters(page)).toBe(1);
  });

  test('a popup reopened during the job reports lost contact, and so does the next popup', async () => {
    await seedDetails(chromium);
    const page = await openMail(gmailUrl('new'));
    const first = await openPopup(page);
    await holdJobAt(first, moment);
    await press(first, 'Insert letter');
    await waitUntil('the job to be held', async () =>
      (await chromium.worker()).evaluate(() => Reflect.get(globalThis, 'isHeld') === true),
    );
    await first.close();
    const again = await openPopup(page);
    await waitForText(again, 'status', 'Outcome', /Putting the letter in/);
    await stopHeldWorker();
    await waitForText(again, 'status', 'Outcome', LOST);
    await again.close();
    const third = await openPopup(page);
    await waitForText(third, 'status', 'Outcome', LOST);
    await byRole(third, 'button', 'Copy letter');
    await press(third, 'I have sent it');
    await waitForText(third, 'status', 'Outcome', /^Noted as sent on /);
  });
});

test('when the background is stopped during a removal, the popup reports lost contact', async () => {
  await seedDetails(chromium);
  const page = await openMail(gmailUrl('new'));
  const popup = await openPopup(page);
  await press(popup, 'Insert letter');
  await waitForText(popup, 'status', 'Outcome', /The letter is in/);
  await holdJobAt(popup, 'before the letter is inserted');
  await press(popup, 'Take the letter out again');
  await stopHeldWorker();
  await waitForText(popup, 'status', 'Outcome', /^We lost contact while the letter was being taken out\./);
});

test('two requests to insert at the same time insert the letter once', async () => {
  await seedDetails(chromium);
  const page = await openMail(gmailUrl('new'));
  const popup = await openPopup(page);
  const worker = await wakeBackground(popup);
  // Simulates a background that restarted and sent the job again while the page is still working on the first one.
  await worker.evaluate(() => {
    const real = chrome.scripting.executeScript.bind(chrome.scripting);
    chrome.scripting.executeScript = async (given) => {
      const [report] = await Promise.all(given.files ? [real(given)] : [real(given), real(given)]);
      return report;
    };
  });
  await press(popup, 'Insert letter');
  await waitForText(popup, 'status', 'Outcome', /The letter is in/);
  expect(await countLetters(page)).toBe(1);
});
