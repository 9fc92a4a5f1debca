/** The browser may stop the background during a job. The popup must then show an error and stay usable. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { gmailUrl } from '../pages/states';
import { byRole, waitForText } from '../support/byRole';
import { findDraft } from '../support/draft';
import { seedDetails } from '../support/seedDetails';
import { takeTurns } from '../support/takeTurns';
import { waitUntil } from '../support/waitUntil';
import { chromium, openMail, openPopup, shareChromium } from './popups';

shareChromium();

declare const chrome: {
  runtime: { sendMessage: (message: object) => Promise<unknown> };
  scripting: { executeScript: (given: { files?: string[] }) => Promise<unknown> };
  storage: { session: object };
};

const LOST =
  /^We lost contact while the letter was going in\. Look at your email before you try again\.(?: When you have sent it, press “I have sent it”\.)?$/;

const LOST_RIGHT_CLICK = /^We lost contact after your right-click/;

/** The calls of the browser that a job makes, in this order; it hangs before or after one of them. */
type Call = 'first get' | 'first set' | 'script' | 'job' | 'last get' | 'last set';
type Moment = `${'before' | 'after'} the ${Call}`;

/** Sends a message, so that a stopped background starts again. Returns its worker. */
async function wakeBackground(popup: Page) {
  await popup.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }));
  return chromium.worker();
}

/** Makes the background’s job hang at this moment. */
async function holdJobAt(popup: Page, moment: Moment): Promise<void> {
  const worker = await wakeBackground(popup);
  await worker.evaluate(hangAt, moment);
}

/** Runs in the background. */
function hangAt(moment: string): void {
  const counts = { get: 0, set: 0 };
  const hang = () => {
    Reflect.set(globalThis, 'isHeld', true);
    return new Promise<never>(() => {});
  };
  const wrap = (
    area: object,
    name: string,
    callOf: (given: { files?: string[]; args?: unknown[] }) => string,
  ) => {
    const real = Reflect.get(area, name) as (given: object) => Promise<unknown>;
    Reflect.set(area, name, async (given: { files?: string[]; args?: unknown[] }) => {
      const call = callOf(given);
      if (moment === `before the ${call}`) return hang();
      const answer = await real.call(area, given);
      return moment === `after the ${call}` ? hang() : answer;
    });
  };
  const { scripting, storage } = chrome;
  wrap(scripting, 'executeScript', ({ files, args }) => (files ? 'script' : args?.[1] ? 'notice' : 'job'));
  for (const name of ['get', 'set'] as const)
    wrap(storage.session, name, () => `${(counts[name] += 1) === 1 ? 'first' : 'last'} ${name}`);
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

/** What the popup says, and what it says when Insert is pressed again. */
const IN = /The letter is in/;
const ALREADY = /already/;
const moments: [Moment, RegExp, RegExp][] = [
  ['before the first get', LOST, IN],
  ['after the first get', LOST, IN],
  ['before the first set', LOST, IN],
  ['after the first set', LOST, IN],
  ['before the script', LOST, IN],
  ['after the script', LOST, IN],
  ['before the job', LOST, IN],
  ['after the job', LOST, ALREADY],
  ['before the last get', LOST, ALREADY],
  ['after the last get', LOST, ALREADY],
  ['before the last set', LOST, ALREADY],
  // The outcome is stored by then.
  ['after the last set', IN, ALREADY],
];

test.each(moments)(
  'when the background is stopped %s, the popup says so, and pressing Insert again leaves one letter',
  async (moment, says, nextOutcome) => {
    await seedDetails(chromium);
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await holdJobAt(popup, moment);
    await press(popup, 'Insert letter');
    await stopHeldWorker();
    await waitForText(popup, 'status', 'Outcome', says);
    // The letter is found in the email.
    if (nextOutcome === ALREADY) await press(popup, 'Back to Insert letter');
    await press(popup, 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', nextOutcome);
    expect(await countLetters(page)).toBe(1);
  },
);

const rightClickMoments: [Moment, number][] = [
  ['before the first get', 0],
  ['after the first get', 0],
  ['before the first set', 0],
  ['after the first set', 0],
  ['before the last get', 0],
  ['after the last get', 0],
  ['before the last set', 0],
  ['after the last set', 0],
  ['before the script', 0],
  ['after the script', 0],
  ['before the job', 0],
  ['after the job', 1],
];

describe('a right-click', () => {
  test.each(rightClickMoments)(
    'when the background is stopped %s of a right-click, the page says so, with %i letters in the email',
    async (moment, letters) => {
      await seedDetails(chromium);
      const page = await openMail(gmailUrl('new'));
      const draft = await findDraft(page, 'gmail');
      const popup = await openPopup(page);
      await holdJobAt(popup, moment);
      await popup.close();
      await chromium.chooseFromMenu(page, await draft.point(), ['Whole letter: Ask for a risk assessment']);
      await stopHeldWorker();
      expect(await chromium.readNotice(page)).toMatch(LOST_RIGHT_CLICK);
      expect(await countLetters(page)).toBe(letters);
    },
  );
  takeTurns('chromium');
});

describe.each<Moment>(['before the script', 'before the job', 'after the job'])(
  'when the background is stopped %s',
  (moment) => {
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
  },
);

test.each<Moment>(['before the job', 'after the job'])(
  'when the background is stopped %s of a removal, the popup reports lost contact',
  async (moment) => {
    await seedDetails(chromium);
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await press(popup, 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    await holdJobAt(popup, moment);
    await press(popup, 'Take the letter out again');
    await stopHeldWorker();
    await waitForText(popup, 'status', 'Outcome', /^We lost contact while the letter was being taken out\./);
  },
);

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
