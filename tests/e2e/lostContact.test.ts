/** The background is stopped while it works on a job, as browsers do: the popup ends with a sentence and goes on. */
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

const LOST = /^We lost contact while the letter was going in\. Look at your email before you try again\.$/;

type Moment =
  'before anything is asked of the page' | 'before the letter goes in' | 'after the letter went in';

/** A background that was stopped starts again when it is called. */
async function wake(popup: Page) {
  await popup.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }));
  return chromium.worker();
}

/** Holds the background’s job at one moment, for ever. */
async function holdJobAt(popup: Page, moment: Moment): Promise<void> {
  const worker = await wake(popup);
  await worker.evaluate((when) => {
    const real = chrome.scripting.executeScript.bind(chrome.scripting);
    const hold = () => {
      Reflect.set(globalThis, 'isHeld', true);
      return new Promise(() => {});
    };
    chrome.scripting.executeScript = async (given) => {
      if (given.files) return when === 'before anything is asked of the page' ? hold() : real(given);
      if (when === 'before the letter goes in') return hold();
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
  ['before anything is asked of the page', /The letter is in/],
  ['before the letter goes in', /The letter is in/],
  ['after the letter went in', /already/],
])('the background is stopped %s', (moment, then) => {
  test('the popup says that contact was lost, and the button puts in no second copy unasked', async () => {
    await seedDetails(chromium);
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await holdJobAt(popup, moment);
    await press(popup, 'Insert letter');
    await stopHeldWorker();
    await waitForText(popup, 'status', 'Outcome', LOST);
    await press(popup, 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', then);
    expect(await countLetters(page)).toBe(1);
  });

  test('a popup that was opened again meanwhile says it too, and so does the next one', async () => {
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
  });
});

test('the background is stopped while the letter is being taken out: the popup says so', async () => {
  await seedDetails(chromium);
  const page = await openMail(gmailUrl('new'));
  const popup = await openPopup(page);
  await press(popup, 'Insert letter');
  await waitForText(popup, 'status', 'Outcome', /The letter is in/);
  await holdJobAt(popup, 'before the letter goes in');
  await press(popup, 'Take the letter out again');
  await stopHeldWorker();
  await waitForText(popup, 'status', 'Outcome', /^We lost contact while the letter was being taken out\./);
});

test('a letter asked for again while it is still on its way in goes in once', async () => {
  await seedDetails(chromium);
  const page = await openMail(gmailUrl('new'));
  const popup = await openPopup(page);
  const worker = await wake(popup);
  // As when the background was stopped and started anew, while the page still works on the first job.
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
