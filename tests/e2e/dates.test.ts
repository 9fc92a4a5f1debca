/** Types dates with real keys, one digit after another, into every date field of the popup and the options page. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { gmailUrl } from '../pages/states';
import { chromiumBuild, firefoxBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { launchFirefox } from '../support/firefox';
import { seedDetails } from '../support/seedDetails';
import type { Session } from '../support/session';
import { shareBrowser } from '../support/shareBrowser';
import { takeTurns } from '../support/takeTurns';
import { waitUntil } from '../support/waitUntil';
import { chromiumKeys, firefoxKeys, type KeyPage } from './keyPage';
import { formatDate } from '../../lib/letter/dates';
import type { FirefoxOwnPage } from '../support/firefoxOwnPage';
import { repositoryOver } from './details/seeding';

const DATE = 'input[type=date]';

describe('Chromium, American dates', () => {
  describeDates(
    () => launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites }),
    async (session, mail) => chromiumKeys(await session.clickToolbar(mail)),
    async (session, path) => chromiumKeys(await session.openOwnTab(path)),
  );
  takeTurns('chromium');
});

describe.each([
  ['American', false],
  ['British', true],
])('Firefox, %s dates', (_locale, british) => {
  describeDates(
    () => launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites, british }),
    async (session, mail) => firefoxKeys((await session.openPopup(mail)) as FirefoxOwnPage),
    async (session, path) => firefoxKeys((await session.openOwnPage(path)) as FirefoxOwnPage),
    british,
  );
  if (!british) takeTurns('firefox');
});

function describeDates<S extends Session>(
  launch: () => Promise<S>,
  openPopupOn: (session: S, mail: Page) => Promise<KeyPage>,
  openOwn: (session: S, path: string) => Promise<KeyPage>,
  dayFirst = false,
): void {
  let session: S;
  let page: KeyPage;
  let mail: Page | undefined;

  shareBrowser(async () => {
    session = await launch();
    return session;
  });
  afterEach(async () => {
    await page.close();
    await mail?.close();
    mail = undefined;
  });

  async function openPopup(letterId = 'request'): Promise<void> {
    await seedDetails(session, { choices: { letterId } });
    mail = await session.openPage(gmailUrl('new'));
    page = await openPopupOn(session, mail);
    await page.waitFor('main[aria-busy=false]', 'localName', /main/);
    await page.run(`for (const fold of document.querySelectorAll('details')) fold.open = true; return true;`);
    await page.waitFor('[data-field="reply date"]', 'value', /^20/);
  }

  async function openOptions(section: 'letters-and-replies' | 'own letter'): Promise<void> {
    const items: Record<string, unknown> = {};
    const repository = repositoryOver(items);
    await repository.saveSettings({ agreedOn: '2026-11-23', keepMonths: null });
    const reply = { id: 'r', date: '2026-11-09', kind: 'holding', note: '', promisedDate: '' } as const;
    await repository.addRecord('sent', {
      title: 'First letter',
      text: 'Dear Mrs Patel',
      sentOn: '2026-11-02',
      replyBy: '2026-11-16',
      replies: [reply],
      meetings: [{ id: 'm', date: '2026-11-12', time: '', place: '', note: '' }],
    });
    const own = await repository.addRecord('letter', { title: 'Our own letter', reviewDate: '2026-11-30' });
    if (!own.ok) throw new Error(own.why);
    await session.writeStorage(items);
    const place = section === 'own letter' ? `letters/own/${own.value.id}` : section;
    page = await openOwn(session, `options.html#${place}`);
    await page.waitFor('h2', 'textContent', /Letters|Our own letter/);
    await waitUntil('the record on the page', () =>
      page.run(
        `return document.body.innerText.includes('First letter') || document.body.innerText.includes('Our own letter');`,
      ),
    );
    await page.run(`for (const fold of document.querySelectorAll('details')) fold.open = true; return true;`);
    await page.waitFor(DATE, 'value', /^20/);
  }

  /** The digits of 5 January 2027 in the order of this browser’s date field. */
  function digits(): string[] {
    return (dayFirst ? '05012027' : '01052027').split('');
  }

  const value = (selector: string, at = 0) => page.read(selector, 'value', at);

  test('digits typed over the reply date change it to 5 January 2027, in the field and in the letter', async () => {
    await openPopup();
    await page.focus('[data-field="reply date"]');
    await page.keys(digits());
    expect(await value('[data-field="reply date"]')).toBe('2027-01-05');
    await page.waitFor('section[aria-label="What will go in"]', 'textContent', /5 January 2027/);
  });

  test('a partly typed reply date shows an error and does not change the letter', async () => {
    await openPopup();
    const before = await value('[data-field="reply date"]');
    await page.focus('[data-field="reply date"]');
    await page.keys(['Backspace', 'Tab', 'Tab', 'Tab', 'Tab']);
    await page.waitFor('[role=alert]', 'textContent', /not a whole date.*The date is still/);
    expect(await page.readSaved('session')).not.toContain('replyBy');
    const words = await page.read('section[aria-label="What will go in"]', 'textContent');
    expect(words).toContain(String(new Date(before).getUTCFullYear()));
  });

  test('a day that its month does not have leaves the reply date as it was before, in the letter too', async () => {
    await openPopup();
    const before = formatDate(await value('[data-field="reply date"]'));
    await page.focus('[data-field="reply date"]');
    await page.keys((dayFirst ? '31022027' : '02312027').split(''));
    await page.keys(['Tab', 'Tab']);
    await page.waitFor('[role=alert]', 'textContent', new RegExp(`not a whole date.*still ${before}`));
    expect(
      await page.waitFor('section[aria-label="What will go in"]', 'textContent', new RegExp(before)),
    ).toContain(before);
  });

  test('a two-digit year shows an error on leaving the field and is not saved, and four digits correct it', async () => {
    await openPopup();
    await page.focus('[data-field="reply date"]');
    await page.keys([...digits().slice(0, 6), 'Tab', 'Tab']);
    await page.waitFor('[role=alert]', 'textContent', /^ Check the year: it needs four figures/);
    expect(await page.readSaved('session')).not.toContain('"00');
    await page.focus('[data-field="reply date"]');
    await page.keys(digits());
    expect(await page.count('[role=alert]')).toBe(0);
    expect(await value('[data-field="reply date"]')).toBe('2027-01-05');
    await page.waitFor('section[aria-label="What will go in"]', 'textContent', /5 January 2027/);
  });

  test('an arrow key changes the reply date and saves it', async () => {
    await openPopup();
    await page.focus('[data-field="reply date"]');
    await page.keys(digits());
    await page.focus('[data-field="reply date"]');
    await page.keys(['ArrowUp']);
    const chosen = await value('[data-field="reply date"]');
    expect(chosen).toMatch(dayFirst ? /^2027-01-06$/ : /^2027-02-05$/);
    expect(await page.readSaved('session')).toContain(`"replyBy":"${chosen}"`);
  });

  test.each(['acknowledge', 'date-passed', 'inspection-notified', 'second-reminder', 'thanks'])(
    'every date field of “%s” in the popup takes the typed date',
    async (letterId) => {
      await openPopup(letterId);
      const count = await page.count(DATE);
      expect(count).toBeGreaterThan(1);
      for (let at = 0; at < count; at += 1) {
        await page.focus(DATE, at);
        await page.keys(digits());
        expect(await value(DATE, at)).toBe('2027-01-05');
      }
    },
  );

  test.each([
    ['letters-and-replies', 5],
    ['own letter', 1],
  ] as const)('every date field of the options page, %s, saves the typed date', async (section, count) => {
    await openOptions(section);
    await waitUntil('all date fields', async () => (await page.count(DATE)) === count);
    for (let at = 0; at < count; at += 1) {
      await page.focus(DATE, at);
      await page.keys(digits());
      expect(await value(DATE, at)).toBe('2027-01-05');
    }
    await waitUntil('all dates to be saved', async () => {
      const saved = await page.readSaved('local');
      return saved.split('"2027-01-05"').length - 1 >= count;
    });
  });

  test('a partly cleared date keeps the saved one, and a fully cleared date is saved as empty', async () => {
    await openOptions('letters-and-replies');
    await page.focus(DATE);
    await page.keys(['Backspace', 'Tab', 'Tab', 'Tab', 'Tab']);
    await page.waitFor('[role=alert]', 'textContent', /not a whole date.*still 2 November 2026/);
    expect(await page.readSaved('local')).toContain('"sentOn":"2026-11-02"');
    await page.focus(DATE);
    await page.keys(['Backspace', 'ArrowRight', 'Backspace', 'ArrowRight', 'Backspace', 'Enter']);
    await waitUntil('the saved date to be empty', async () =>
      (await page.readSaved('local')).includes('"sentOn":""'),
    );
    expect(await page.count('[role=alert]')).toBe(0);
  });
}
