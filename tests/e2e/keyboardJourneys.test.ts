/** The journeys that matter most, by keyboard alone, controls found by their names, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, formatDate, localDay } from '../../lib/letter/dates';
import type { IsoDate } from '../../lib/letter/model';
import { answerAsSites } from '../pages/answer';
import { createBackup } from '../../lib/transfer/backup';
import { gmailUrl } from '../pages/states';
import { chromiumBuild, firefoxBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { findDraft, type Draft } from '../support/draft';
import { launchFirefox } from '../support/firefox';
import type { FirefoxOwnPage } from '../support/firefoxOwnPage';
import { exampleEmployer, seedDetails, type SeededDetails } from '../support/seedDetails';
import type { Session } from '../support/session';
import { shareBrowser } from '../support/shareBrowser';
import { takeTurns } from '../support/takeTurns';
import { waitUntil } from '../support/waitUntil';
import { repositoryOver } from './details/seeding';
import { chromiumKeys, firefoxKeys, type KeyPage } from './keyPage';

describe('Chromium', () => {
  describeJourneys(
    () => launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites }),
    async (session, mail) => chromiumKeys(await session.clickToolbar(mail)),
    async (session, path) => chromiumKeys(await session.openOwnTab(path)),
  );
  takeTurns('chromium');
});

describe('Firefox', () => {
  describeJourneys(
    () => launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites }),
    async (session, mail) => firefoxKeys((await session.openPopup(mail)) as FirefoxOwnPage),
    async (session, path) => firefoxKeys((await session.openOwnPage(path)) as FirefoxOwnPage),
  );
  takeTurns('firefox');
});

interface Journey {
  name: string;
  /** `popup` over a new email, or an address of the options page. */
  on: 'popup' | `options.html${string}`;
  /** What is saved before; nothing for a first use. */
  saved?: SeededDetails & { sentLetter?: true };
  walk: (user: User) => Promise<void>;
}

const GAP = { signer: { jobTitle: '' } };
const SENT = { sentLetter: true } as const;

const journeys: Journey[] = [
  {
    name: 'first use in the popup: from the first question to the letter in the email',
    on: 'popup',
    walk: async (user) => {
      await user.focusIs('Full name');
      await user.type('Jane Holloway');
      // Enter goes to the next empty field.
      await user.enter('School');
      await user.type('Aldhelm Primary School');
      await user.enter('Who employs you?');
      await user.type('Vol');
      await user.waitForField('#organisation', /Governing Body of Aldhelm Primary School/);
      await user.press('Insert letter', /It is a draft\./);
      expect(await user.draft().text()).toMatch(/Governing Body of Aldhelm|Jane Holloway/);
      expect(await user.saved()).toContain('Jane Holloway');
    },
  },
  {
    name: 'a detail in brackets is typed where the focus is, and Enter puts it into the letter',
    on: 'popup',
    saved: GAP,
    walk: async (user) => {
      await user.press('Insert letter', /One detail is still in \[brackets\]/);
      await user.focusIs('Your job title');
      await user.type('Head of School');
      await user.hear(/The new version is in your new message/, ['Enter']);
      const text = await user.draft().text();
      expect(text).not.toContain('[your job title]');
      expect(text).toContain('Head of School');
      expect(text.split('Dear Mrs Patel')).toHaveLength(2);
    },
  },
  {
    name: 'another letter is chosen and inserted',
    on: 'popup',
    saved: {},
    walk: async (user) => {
      await user.tabTo('Letter');
      await user.type('Tell');
      await user.tabTo(/^What will go in/);
      await user.waitForField('#choose-letter', /^inspection-notified$/);
      await user.press('Insert letter', /It is a draft\./);
      expect(await user.draft().text()).toContain('Ofsted');
      expect(await user.draft().subject()).toMatch(/inspection/i);
    },
  },
  {
    name: 'insert, go back, be refused a second copy, ask for it, take it out',
    on: 'popup',
    saved: {},
    walk: async (user) => {
      await user.press('Insert letter', /It is a draft\./);
      await user.focusIs('Outcome');
      await user.press('Back to Insert letter', /Back to your letter\./);
      await user.focusIs('Insert letter');
      await user.hear(/already in this email/, ['Enter']);
      await user.press('Insert a second copy', /It is a draft\./);
      await user.press('Take the letter out again', /is out;/);
      expect((await user.draft().text()).split('Dear Mrs Patel')).toHaveLength(2);
    },
  },
  {
    name: 'the letter is noted as sent',
    on: 'popup',
    saved: {},
    walk: async (user) => {
      await user.press('Insert letter', /It is a draft\./);
      await user.press('I have sent it', /Noted as sent/, 'Space');
      expect(await user.saved()).toContain('"sentOn"');
    },
  },
  {
    name: 'the letter is copied',
    on: 'popup',
    saved: {},
    walk: async (user) => {
      await user.press('Copy letter', /copied/i);
      await user.tabTo('I have sent it');
    },
  },
  {
    name: 'the letter is downloaded as Word',
    on: 'popup',
    saved: {},
    walk: async (user) => {
      await user.press('Download Word letter', /in your downloads as/);
      expect(await user.download(/\.docx$/)).toMatch(/\.docx$/);
    },
  },
  {
    name: 'the reply date is changed, and the letter asks for it',
    on: 'popup',
    saved: {},
    walk: async (user) => {
      await user.tabTo(/^Ask for a reply by/);
      await user.keys(['Enter']);
      await user.tabTo(/reply by/i, 'input');
      const before = await user.field('[data-field="reply date"]');
      await user.keys(['ArrowUp']);
      await user.waitForField('[data-field="reply date"]', new RegExp(`^(?!${before})20`));
      const after = await user.field('[data-field="reply date"]');
      await user.press('Insert letter', /It is a draft\./);
      expect(await user.draft().text()).toContain(formatDate(after));
    },
  },
  {
    name: 'first use on the options page: agree, answer, be ready',
    on: 'options.html',
    walk: async (user) => {
      await user.tabTo('Agree and start');
      await user.enter('Full name');
      await user.type('Jane Holloway');
      await user.enter('School');
      await user.type('Aldhelm Primary School');
      await user.enter('Who employs you?');
      await user.type('Vol');
      await user.waitForField('#organisation', /Governing Body of Aldhelm Primary School/);
      await user.tabTo('Continue');
      await user.enter('You are ready');
      await user.waitForSaved(/Governing Body of Aldhelm Primary School/);
    },
  },
  {
    name: 'an employer is added',
    on: 'options.html#your-employer',
    saved: {},
    walk: async (user) => {
      await user.press('Add employer', /An employer was added\./);
      await user.focusIs('Organisation');
      await user.hearAfter(/^Saved$/, () => user.type('Mill Trust'));
      await user.waitForSaved(/Mill Trust/);
    },
  },
  {
    name: 'the next person up gets a name and an email',
    on: 'options.html#your-employer',
    saved: { employer: { nextPersonUp: '' } },
    walk: async (user) => {
      await user.tabTo('Next person up');
      await user.type('Dr Ann Reeve');
      await user.tabTo('Next person’s email');
      await user.hearAfter(/^Saved$/, () => user.type('ann.reeve@northshire.example'));
      await user.waitForSaved(/ann\.reeve@northshire\.example/);
    },
  },
  {
    name: 'a backup is opened, looked at and added',
    on: 'options.html#privacy-and-backup',
    saved: {},
    walk: async (user) => {
      await user.tabTo('Restore a backup');
      await user.pickInFocus('backup.json', await backupOf('Robin Ashby'));
      await user.press('Add it to what is saved here', /Added 1 signer/, 'Space');
      await user.waitForSaved(/Robin Ashby/);
    },
  },
  {
    name: 'a letter is deleted and put back',
    on: 'options.html#letters-and-replies',
    saved: SENT,
    walk: async (user) => {
      await user.tabTo(/You wrote ?Ask for a risk assessment/);
      await user.keys(['Enter']);
      await user.press('Delete this letter', /Deleted: Ask for a risk assessment/);
      await user.focusIs('Undo');
      await user.hear(/Put back: Ask for a risk assessment/, ['Enter']);
      await user.waitForSaved(/"sent:/);
    },
  },
  {
    name: 'everything is nearly deleted: Escape keeps it',
    on: 'options.html#privacy-and-backup',
    saved: {},
    walk: async (user) => {
      await user.tabTo('Delete everything');
      await user.enter('Keep everything');
      await user.hear(/Nothing was deleted\./, ['Escape']);
      await user.focusIs('Delete everything');
      expect(await user.saved()).toContain('Sam Carter');
    },
  },
  {
    name: 'their reply is pasted, noted and answered',
    on: 'options.html#letters-and-replies',
    saved: SENT,
    walk: async (user) => {
      await user.tabTo('Add their reply');
      await user.keys(['Enter']);
      await user.tabTo('Not sure? Paste their reply');
      await user.keys(['Enter']);
      // The form is loaded on demand, and Tab past the last control would leave the page.
      await user.waitForField('textarea', /^$/);
      await user.tabTo('Their reply');
      await user.type('We are taking advice from our health and safety team before we respond.');
      await user.tabTo('Look at it');
      await user.enter('What they are saying');
      await user.tabTo(/^Yes:/);
      await user.enter('Their reply');
      await user.press('Use this letter', /Noted with your letter\. “.*” is chosen for your next email/);
      await user.waitForSaved(/"letterId":"reply-holding"/);
      await user.waitForSaved(/"kind":"holding"/);
    },
  },
  {
    name: 'an exchange: receipt, advice, an offer to talk, a meeting, and a plan with gaps',
    on: 'options.html#letters-and-replies',
    saved: SENT,
    walk: async (user) => {
      const day = (days: number) => addDays(localDay(new Date()), days);
      const theySay = async (saying: string, date: IsoDate, letter: RegExp) => {
        await user.tabTo('Add their reply');
        await user.keys(['Enter']);
        await user.press(saying, /Noted\. Now add the date of their reply\./);
        await user.focusIs('Date of their reply');
        await user.typeDate(date);
        await user.nextStepIs(letter);
      };
      await theySay('They have received it and will come back to me', day(-18), /^Thank them and ask/);
      await theySay('They are taking advice, or waiting for someone', day(-14), /^Ask for support/);
      await theySay('They offered to talk', day(-9), /^Arrange a meeting$/);
      await user.press('Add a meeting', /A meeting was added\. Type its date\./);
      await user.focusIs('Date of the meeting');
      await user.typeDate(day(3));
      await user.nextStepIs(/^Confirm the meeting$/);
      // From the year back to the month.
      await user.keys(['ArrowLeft', 'ArrowLeft']);
      await user.typeDate(day(-5));
      await user.nextStepIs(/^Thank them/);
      await theySay(
        'They sent or offered something, but it leaves things out',
        day(-1),
        /^Ask for what is missing$/,
      );
      await user.press('Ask for what is missing', /“Ask for what is missing” is chosen for your next email/);
      await user.waitForSaved(/"letterId":"reply-inadequate"/);
    },
  },
];

async function backupOf(fullName: string): Promise<string> {
  const repository = repositoryOver({}, 'other');
  await repository.addSigner({ fullName, school: 'Mill School' });
  const backup = await createBackup(repository, localDay(new Date()));
  if (!backup.ok) throw new Error(`The backup could not be made: ${backup.why}`);
  return backup.value;
}

/** Everything that is in a live region now, in order. */
const SAID = `
  return [...document.querySelectorAll('[role=status], [role=alert], output')]
    .map((region) => region.textContent.trim()).filter(Boolean);`;

/** The name of the focused control and its kind; empty if the focus is on nothing. */
const FOCUSED = `
  const focused = document.activeElement;
  if (!focused || focused === document.body) return { name: '', tag: '' };
  const label = focused.labels?.[0]?.textContent ?? '';
  const name = focused.getAttribute('aria-label') || label || focused.textContent || '';
  return { name: name.trim(), tag: focused.localName };`;

/** More than any of our pages has controls, so that a name that is not reached ends the test. */
const MOST_TABS = 90;

/** Someone with a keyboard and a screen reader: finds controls by their names, and hears the live regions. */
class User {
  constructor(
    private readonly session: Session,
    private readonly page: KeyPage,
    private readonly email: Draft | null,
  ) {}

  keys = (keys: string[]) => this.page.keys(keys);
  type = (text: string) => this.page.type(text);
  saved = () => this.page.readSaved('local');
  field = (selector: string) => this.page.read(selector, 'value');
  waitForField = (selector: string, value: RegExp) => this.page.waitFor(selector, 'value', value);
  download = (name: RegExp) => this.session.waitForDownload(name);

  draft(): Draft {
    if (!this.email) throw new Error('No email is open in this journey');
    return this.email;
  }

  /** Types into a date field in the order of a browser without a country: month, day, year. */
  typeDate = (date: IsoDate) => {
    const [year = '', month = '', day = ''] = date.split('-');
    return this.page.keys((month + day + year).split(''));
  };

  /** Waits until the main button below the time line has this name. */
  nextStepIs = (name: RegExp) =>
    this.page.waitFor('#next-step > p:nth-of-type(2) > button:first-of-type', 'textContent', name);

  waitForSaved(words: RegExp): Promise<boolean> {
    return waitUntil(`${words} to be saved`, async () => words.test(await this.saved()));
  }

  private async focused(): Promise<{ name: string; tag: string }> {
    return (await this.page.run(FOCUSED)) as { name: string; tag: string };
  }

  focusIs(name: string): Promise<boolean> {
    return waitUntil(`the focus on “${name}”`, async () => (await this.focused()).name === name);
  }

  async tabTo(name: string | RegExp, tag = ''): Promise<void> {
    const reached: string[] = [];
    for (let step = 0; step < MOST_TABS; step += 1) {
      const focused = await this.focused();
      const isIt = typeof name === 'string' ? focused.name === name : name.test(focused.name);
      if (isIt && (tag === '' || focused.tag === tag)) return;
      reached.push(focused.name.slice(0, 40));
      await this.page.keys(['Tab']);
    }
    throw new Error(`“${name}” is not reached by Tab, but: ${reached.join(' | ')}`);
  }

  /** Presses Enter where the focus is, and finds it on the named control or title afterwards. */
  async enter(name: string): Promise<void> {
    await this.page.keys(['Enter']);
    await this.focusIs(name);
  }

  /** Presses the named control, hears the words, and still has the focus somewhere. */
  async press(name: string, words: RegExp, key = 'Enter'): Promise<void> {
    await this.tabTo(name);
    await this.hear(words, [key]);
  }

  hear(words: RegExp, keys: string[]): Promise<void> {
    return this.hearAfter(words, () => this.page.keys(keys));
  }

  async hearAfter(words: RegExp, act: () => Promise<void>): Promise<void> {
    const isSaid = async () => ((await this.page.run(SAID)) as string[]).some((said) => words.test(said));
    if (await isSaid()) throw new Error(`${words} was said before the action`);
    await act();
    await waitUntil(`${words} in a live region`, isSaid);
    await waitUntil('the focus on a control', async () => (await this.focused()).tag !== '');
  }

  /** Gives a file to the focused control, because the browser’s own window for choosing one is out of a test’s reach. */
  async pickInFocus(name: string, text: string): Promise<void> {
    await this.page.run(
      `const input = document.activeElement;
       const view = document.defaultView;
       const list = new view.DataTransfer();
       list.items.add(new view.File([text], name, { type: 'application/json' }));
       input.files = list.files;
       input.dispatchEvent(new view.Event('change', { bubbles: true }));
       return true;`,
      { name, text },
    );
    await waitUntil('the preview to have the focus', async () => (await this.focused()).tag === 'p');
  }
}

function describeJourneys<S extends Session>(
  launch: () => Promise<S>,
  openPopupOn: (session: S, mail: Page) => Promise<KeyPage>,
  openOwn: (session: S, path: string) => Promise<KeyPage>,
): void {
  let session: S;
  let mail: Page | undefined;
  let page: KeyPage | undefined;

  shareBrowser(async () => {
    session = await launch();
    return session;
  });
  afterEach(async () => {
    await page?.close();
    await mail?.close();
    page = undefined;
    mail = undefined;
  });

  async function seed(saved: Journey['saved']): Promise<void> {
    const store = await openOwn(session, 'popup.html#storage');
    await store.forgetSaved();
    await store.close();
    if (!saved) return;
    const { sentLetter, ...details } = saved;
    if (!sentLetter) return seedDetails(session, details);
    const items: Record<string, unknown> = {};
    const repository = repositoryOver(items);
    await repository.addEmployer(exampleEmployer);
    await repository.addRecord('sent', {
      title: 'Ask for a risk assessment',
      letterId: 'request',
      sentOn: addDays(localDay(new Date()), -20),
      text: 'Dear Mrs Patel',
    });
    await repository.saveSettings({ agreedOn: '2026-11-23', mailboxWarningSeen: true, keepMonths: null });
    await session.writeStorage(items);
  }

  test.each(journeys.map((journey) => [journey.name, journey] as const))('%s', async (_name, journey) => {
    const { on, saved, walk } = journey;
    await seed(saved);
    if (on === 'popup') {
      mail = await session.openPage(gmailUrl('new'));
      page = await openPopupOn(session, mail);
      await page.waitFor('main[aria-busy=false]', 'localName', /main/);
      await page.waitFor('#where', 'textContent', /new message/);
    } else {
      page = await openOwn(session, on);
      await page.waitFor('h2', 'textContent', /./);
      await waitUntil(
        'the details to be read',
        async () => !/Opening your details/.test(await page!.read('main', 'textContent')),
      );
    }
    await walk(new User(session, page, mail ? await findDraft(mail, 'gmail') : null));
  });
}
