/** As `lostContact.test.ts`: Firefox may stop the background during a job. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { gmailUrl } from '../pages/states';
import { firefoxBuild, requireBuild } from '../support/builds';
import { findDraft } from '../support/draft';
import { BACKGROUND, EXTENSION, launchFirefox } from '../support/firefox';
import { FirefoxWindow } from '../support/firefoxWindow';
import type { OwnPage } from '../support/ownPage';
import { seedDetails } from '../support/seedDetails';
import { shareBrowser } from '../support/shareBrowser';
import type { Session } from '../support/session';
import { takeTurns } from '../support/takeTurns';
import { waitUntil } from '../support/waitUntil';

let session: Session;
let page: Page;
shareBrowser(async () => {
  session = await launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites });
  await seedDetails(session);
  return session;
});
afterEach(() => page.close());

/** Makes the job hang before or after one of its calls of the browser, e.g. "after the job"; see `lostContact.test.ts`. */
const HANG_AT = `
  const { scripting, storage } = content.wrappedJSObject.browser;
  const counts = { get: 0, set: 0 };
  const hang = () => {
    content.wrappedJSObject.isHeld = true;
    return new content.wrappedJSObject.Promise(Cu.exportFunction(() => {}, content));
  };
  const wrap = (area, name, callOf) => {
    const real = area[name];
    area[name] = Cu.exportFunction((given) => {
      const call = callOf(given);
      if (moment === 'before the ' + call) return hang();
      const answer = real.call(area, given);
      return moment === 'after the ' + call ? answer.then(Cu.exportFunction(hang, content)) : answer;
    }, content);
  };
  wrap(scripting, 'executeScript', (given) => {
    const { files, args } = Cu.waiveXrays(given);
    return files ? 'script' : args?.[1] ? 'notice' : 'job';
  });
  for (const name of ['get', 'set'])
    wrap(storage.session, name, () => ((counts[name] += 1) === 1 ? 'first ' : 'last ') + name);`;

async function holdJobAt(moment: string): Promise<() => Promise<void>> {
  const window = await FirefoxWindow.of(session.browser);
  await window.run(`await ${EXTENSION}.wakeupBackground();`);
  await window.runInside(BACKGROUND, HANG_AT, { moment });
  return async () => {
    await waitUntil('the job to be held', () =>
      window.runInside(BACKGROUND, 'return content.wrappedJSObject.isHeld === true;'),
    );
    await window.run(
      `await ${EXTENSION}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`,
    );
  };
}

async function openPopup(): Promise<OwnPage> {
  page = await session.openPage(gmailUrl('new'));
  const popup = await session.openPopup(page);
  await waitUntil('the popup has found the draft', async () => /: new message/.test(await popup.text()));
  return popup;
}

const LOST = /^We lost contact while the letter was going in\. Look at your email before you try again\./;
const IN = /The letter is in/;
const ALREADY = /already/;

test.each([
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
])(
  'when the background is stopped %s, the popup says so, and pressing Insert again leaves one letter',
  async (moment, says, nextOutcome) => {
    const popup = await openPopup();
    const stop = await holdJobAt(moment);
    await popup.press('button', 'Insert letter');
    await stop();
    await popup.waitFor('status', 'Outcome', says);
    // The letter is found in the email, so the screen after inserting is shown, with the button behind it.
    if (nextOutcome === ALREADY) await popup.press('button', 'Back to Insert letter');
    await popup.press('button', 'Insert letter');
    await popup.waitFor('status', 'Outcome', nextOutcome);
    await popup.close();
    expect((await (await findDraft(page, 'gmail')).text()).split('Dear Mrs Patel')).toHaveLength(2);
  },
);

describe('a right-click', () => {
  test.each([
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
  ])(
    'when the background is stopped %s of a right-click, the page says so, with %i letters in the email',
    async (moment, letters) => {
      page = await session.openPage(gmailUrl('new'));
      const draft = await findDraft(page, 'gmail');
      const stop = await holdJobAt(moment);
      await session.chooseFromMenu(page, await draft.point(), ['Whole letter: Ask for a risk assessment']);
      await stop();
      expect(await session.readNotice(page)).toMatch(/^We lost contact after your right-click/);
      expect((await draft.text()).split('Dear Mrs Patel').length - 1).toBe(letters);
    },
  );
  takeTurns('firefox');
});

test('when the background is stopped during a removal, the popup reports lost contact', async () => {
  const popup = await openPopup();
  await popup.press('button', 'Insert letter');
  await popup.waitFor('status', 'Outcome', IN);
  const stop = await holdJobAt('before the job');
  await popup.press('button', 'Take the letter out again');
  await stop();
  const said = await popup.waitFor('status', 'Outcome', /lost contact/);
  expect(said).toMatch(/^We lost contact while the letter was being taken out\./);
  await popup.close();
});
