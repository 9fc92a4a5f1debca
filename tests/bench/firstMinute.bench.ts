import type { Page } from 'puppeteer-core';
import { answerAsSites } from '../pages/answer';
import { gmailUrl } from '../pages/states';
import { chromiumBuild, requireBuild } from '../support/builds';
import { byRole, waitForText } from '../support/byRole';
import { launchChromium, type Chromium } from '../support/chromium';
import { findDraft } from '../support/draft';
import type { Measurement } from './measurement';

/**
 * Seconds for each action of a practised user in the keystroke-level model of Card, Moran and Newell (1980): a key, pointing,
 * pressing the mouse button, moving the hand between keyboard and mouse, and thinking before each step. Reading the letter is
 * not part of the model.
 */
const SECONDS = { key: 0.2, point: 1.1, press: 0.1, hand: 0.4, think: 1.35 };

const GOALS = { seconds: 45, fields: 6 };

/** Carries out the first minute in the real extension, and counts what a user does for it. */
class FirstMinute {
  keys = 0;
  clicks = 0;
  fields = 0;
  seconds = 0;
  #hand: 'mouse' | 'keyboard' = 'mouse';

  constructor(private page: Page) {}

  goOn(page: Page): void {
    this.page = page;
  }

  /** A click outside the extension’s pages, which no test can carry out: counted only. */
  countClick(): void {
    this.#use('mouse');
    this.clicks += 1;
    this.seconds += SECONDS.think + SECONDS.point + SECONDS.press;
  }

  async click(name: string): Promise<void> {
    this.countClick();
    await (await byRole(this.page, 'button', name)).click();
  }

  /** Types into the field that has the focus, and goes on to the next one. */
  async fillIn(text: string): Promise<void> {
    this.fields += 1;
    this.seconds += SECONDS.think;
    await this.#press(...text.split(''));
    await this.pass();
  }

  /** Leaves a field as it is. */
  async pass(): Promise<void> {
    await this.#press('Tab');
  }

  async #press(...keys: string[]): Promise<void> {
    this.#use('keyboard');
    this.keys += keys.length;
    this.seconds += keys.length * SECONDS.key;
    for (const key of keys)
      await (key.length > 1 ? this.page.keyboard.press(key as 'Tab') : this.page.keyboard.type(key));
  }

  #use(hand: 'mouse' | 'keyboard'): void {
    if (this.#hand !== hand) this.seconds += SECONDS.hand;
    this.#hand = hand;
  }

  measure(way: string): Measurement[] {
    return [
      { what: `First minute ${way}: modelled time`, value: this.seconds, unit: 's', goal: GOALS.seconds },
      {
        what: `First minute ${way}: fields filled in`,
        value: this.fields,
        unit: 'fields',
        goal: GOALS.fields,
      },
      { what: `First minute ${way}: clicks`, value: this.clicks, unit: 'clicks' },
      { what: `First minute ${way}: keys`, value: this.keys, unit: 'keys' },
    ];
  }
}

/** From installing to a letter that can be sent, by the popup alone and by the options page. */
export async function measureFirstMinute(): Promise<Measurement[]> {
  return [...(await inNewBrowser(byPopup)), ...(await inNewBrowser(byOptionsPage))];
}

async function inNewBrowser(way: (chromium: Chromium) => Promise<Measurement[]>): Promise<Measurement[]> {
  const chromium = await launchChromium({
    extensionDir: requireBuild(chromiumBuild),
    answer: answerAsSites,
  });
  try {
    return await way(chromium);
  } finally {
    await chromium.close();
  }
}

async function byPopup(chromium: Chromium): Promise<Measurement[]> {
  const mail = await chromium.openPage(gmailUrl('new'));
  const minute = new FirstMinute(mail);
  countInstalling(minute);
  const popup = await openPopup(chromium, mail, minute);
  await answer(minute, popup);
  await insert(minute, popup, mail);
  return minute.measure('by the popup');
}

async function byOptionsPage(chromium: Chromium): Promise<Measurement[]> {
  const page = await chromium.openOwnTab('options.html');
  const minute = new FirstMinute(page);
  countInstalling(minute);
  await minute.click('Agree and start');
  await answer(minute, page);
  await minute.click('Continue');
  await page.waitForFunction(() => document.body.innerText.includes('You are ready'));
  // Open Gmail.
  minute.countClick();
  const mail = await chromium.openPage(gmailUrl('new'));
  await insert(minute, await openPopup(chromium, mail, minute), mail);
  return minute.measure('by the options page');
}

/** The store’s button and the browser’s question. */
function countInstalling(minute: FirstMinute): void {
  minute.countClick();
  minute.countClick();
}

/** A new email, the menu of extensions, and the icon in it. */
async function openPopup(chromium: Chromium, mail: Page, minute: FirstMinute): Promise<Page> {
  for (let click = 0; click < 3; click += 1) minute.countClick();
  const popup = await chromium.clickToolbar(mail);
  await popup.waitForSelector('[aria-label="Also fill in"]');
  minute.goOn(popup);
  return popup;
}

async function answer(minute: FirstMinute, page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.id === 'fullName');
  await minute.fillIn('Jane Holloway');
  // “Headteacher” is filled in already.
  await minute.pass();
  await minute.fillIn('Larkrise Primary School');
  // The first letters choose “Council-maintained (…)”.
  await minute.fillIn('Cou');
  await minute.fillIn('Kent');
}

async function insert(minute: FirstMinute, popup: Page, mail: Page): Promise<void> {
  await minute.click('Insert letter');
  const outcome = await waitForText(popup, 'status', 'Outcome', /The letter is in/);
  const text = await (await findDraft(mail, 'gmail')).text();
  const isComplete = ['Jane Holloway', 'Headteacher', 'Larkrise', 'Director of Children’s Services'].every(
    (words) => text.includes(words),
  );
  if (!isComplete || outcome.includes('brackets'))
    throw new Error(`The letter cannot be sent as it is: ${text}`);
}
