import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { builtInLetters } from '../../lib/letter/builtIn';
import { fieldPrompt, fields, isFieldName } from '../../lib/letter/compose/fields';
import { type LetterTemplate, defaultRequests, listRequests } from '../../lib/letter/model';
import { blockTexts } from '../../lib/letter/render/text';
import { answerAsSites } from '../pages/answer';
import { gmailUrl, outlookUrl } from '../pages/states';
import { chromiumBuild, requireBuild } from '../support/builds';
import { byRole, choose, waitForText } from '../support/byRole';
import { launchChromium, type Chromium } from '../support/chromium';
import { findDraft, type MailSite } from '../support/draft';
import { expectedLetter, expectedSubject, firstMissing } from '../support/expectedLetter';
import { seedDetails } from '../support/seedDetails';
import { shareBrowser } from '../support/shareBrowser';

let chromium: Chromium;

shareBrowser(async () => {
  chromium = await launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites });
  return chromium;
});
// The popup remembers ticks, so each letter needs empty storage.
beforeEach(async () => {
  await chromium.clearStorage();
  await seedDetails(chromium);
});

const sites = [
  ['gmail', gmailUrl('new')],
  ['outlook', outlookUrl('new')],
] as const satisfies [MailSite, string][];

/** An answer for each kind of input; a choice is answered with its first option. */
const ANSWERS = {
  date: '2026-11-16',
  time: '09:50',
  text: 'the school hall',
  lines: 'a telephone call each evening',
} as const;

describe.each(sites)('%s takes every letter', (site, url) => {
  test.each(builtInLetters.map((letter) => [letter.title, letter] as const))(
    '“%s”, with its questions answered and a request ticked or unticked, goes in complete',
    async (title, letter) => {
      const page = await chromium.openPage(url);
      const popup = await chromium.clickToolbar(page);
      await popup.waitForSelector('main[aria-busy=false]');
      await choose(popup, 'Letter', title);
      await popup.waitForFunction(
        (words) => document.querySelector('select')?.selectedOptions[0]?.text === words,
        {},
        title,
      );
      const answers = await answerQuestions(popup, letter);
      await popup.$$eval('details', (folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
      const requests = await changeLastTick(popup, letter);
      await (await byRole(popup, 'button', 'Insert letter')).click();
      await waitForText(popup, 'status', 'Outcome', /The letter is in/);
      const draft = await findDraft(page, site);
      const expected = expectedLetter(letter.id, {}, new Date(), { answers, requests });
      const text = await draft.text();
      expect(firstMissing(blockTexts(expected), text)).toBeNull();
      expect(await draft.subject()).toBe(expectedSubject(expected));
      expect(text).not.toContain('{{');
      await page.close();
    },
  );
});

/** Clicks the checkbox of the last request. Returns the ids of the requests that are then ticked. */
async function changeLastTick(popup: Page, letter: LetterTemplate): Promise<string[]> {
  const before = defaultRequests(letter);
  const last = listRequests(letter).at(-1);
  if (!last) return before;
  await (await byRole(popup, 'checkbox', last.title)).click();
  return before.includes(last.id) ? before.filter((id) => id !== last.id) : [...before, last.id];
}

/** Answers each question of the letter. Returns the answers. */
async function answerQuestions(popup: Page, letter: LetterTemplate): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const name of letter.asks.filter(isFieldName)) {
    const { input: kind, choices = [] } = fields[name];
    const typed = kind === 'choice' ? (choices[0] ?? '') : ANSWERS[kind];
    const selector = `[data-field="${name}"]`;
    const input = await popup.waitForSelector(selector);
    await input?.evaluate((element, value) => {
      // React ignores an input event if its own setter set the value, so call the element’s original setter.
      const property = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value');
      property?.set?.call(element, value);
      for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
    }, typed);
    expect(await popup.$eval('main', (main) => main.textContent)).toContain(fieldPrompt(name));
    answers[name] = typed;
  }
  return answers;
}
