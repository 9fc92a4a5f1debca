import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, localDay } from '../../lib/letter/dates';
import type { IsoDate } from '../../lib/letter/model';
import type { Signer } from '../../lib/storage/schema';
import { byRole, choose, readByRole } from '../support/byRole';
import { waitUntil } from '../support/waitUntil';
import { chooseFile, press, waitForWords } from './details/onPage';
import { openFresh, type OwnBrowser } from './details/ownBrowser';
import { makeBranch } from './details/seeding';

/** What a branch secretary does with a table of many heads, what a head does with the branch file, and what follows the letter. */
let folder: string;
let own: OwnBrowser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dear-employer-branch-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  own = await openFresh();
});
afterEach(() => own.close());

async function write(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\r\n'));
  return path;
}

async function type(name: string, text: string): Promise<void> {
  await (await byRole(page, 'textbox', name)).type(text);
}

/** Types into a date field in the order in which the browser shows day and month. */
async function typeDate(name: string, date: IsoDate): Promise<void> {
  const field = await page.waitForSelector(`::-p-aria([name=${JSON.stringify(name)}])`, { visible: true });
  await field?.focus();
  const isDayFirst = await page.evaluate(() =>
    new Intl.DateTimeFormat().format(Date.UTC(2026, 10, 23)).startsWith('23'),
  );
  const [year = '', month = '', day = ''] = date.split('-');
  await page.keyboard.type((isDayFirst ? day + month : month + day) + year);
}

const nextStepIs = (name: string) =>
  waitUntil(`“${name}” as the next step`, () =>
    page.$$eval(
      '#next-step > p:nth-of-type(2) > button:first-of-type',
      (all, wanted) => all.some((one) => one.textContent === wanted),
      name,
    ),
  );

const lastUsed = async () =>
  ((await own.readStored())['index'] as { lastUsed: { letterId: string; copies: object } }).lastUsed;

async function makeBranchFile(): Promise<string> {
  page = await own.openPage('options.html#privacy-and-backup');
  await chooseFile(page, '#signers-table', await write('Cash.csv', ['Date,Item,Amount', '1 May,Tea,4.20']));
  await waitForWords(page, /“Cash\.csv”, row 1: this looks like a table of payments/);
  await chooseFile(
    page,
    '#signers-table',
    await write('Pupils.csv', ['UPN,Name,DOB', 'A1,Tom Ash,1/2/2018']),
  );
  await waitForWords(page, /“Pupils\.csv”, row 1: this looks like a table of pupils/);
  const heads = [
    'Northmere branch',
    '',
    'Surname,Forename,Academy,LA/Trust,Type',
    'Hale,Ada,Mill School,Kent,Community',
    'Moor,Ben,Hill School,Oak Learning Trust,Academy',
    'Pound,Cleo,Dale School,Governing body,VA',
  ];
  await chooseFile(page, '#signers-table', await write('Heads.csv', heads));
  await waitForWords(page, /Most academies and free schools are in a trust with other schools/);
  await press(page, 'Agree and add it');
  await waitForWords(page, /Added 3 signers, 3 employers\./);
  await page.goto(page.url().replace(/#.*/, '#letters/ours/request'));
  await press(page, 'Make my own version');
  await choose(page, 'Use it instead of', 'Ask for a risk assessment');
  await type('Supplied by', 'Northmere branch');
  await waitForWords(page, /Used instead of ours/);
  await page.evaluate(() => (window.location.hash = '#privacy-and-backup'));
  await waitForWords(page, /It will hold 2 employers and one letter, and no head\./);
  await press(page, 'Make a branch file');
  const path = await own.waitForDownload(/Northmere branch\.json$/);
  expect(await readFile(path, 'utf8')).not.toMatch(/Hale|Moor|Pound|Mill|Hill|Dale/);
  return path;
}

test('a branch file made from a branch’s own table is opened by a head in a fresh browser, who only types name and school', async () => {
  const secretary = own;
  const branchFile = await makeBranchFile();
  try {
    own = await openFresh();
    page = await own.openPage('options.html');
    await (await byRole(page, 'link', 'Has your branch sent you a file? Open it')).click();
    await chooseFile(page, '#branch-file', branchFile);
    await waitForWords(page, /A branch file from Northmere branch\./);
    const add = await byRole(page, 'button', 'Agree and add it');
    expect(await add.isIntersectingViewport({ threshold: 1 })).toBe(true);
    await add.click();
    await type('Full name', 'Zoe Vale');
    await type('School', 'Ford School');
    await choose(page, 'Your employer', 'Kent County Council');
    await press(page, 'Continue');
    await byRole(page, 'heading', 'You are ready');
    const signer = await waitUntil('the head to be stored', async () => {
      const stored = Object.entries(await own.readStored());
      const [, found] = stored.find(([key]) => key.startsWith('signer:')) ?? [];
      return (found as Signer | undefined)?.employerId ? (found as Signer) : null;
    });
    const employer = (await own.readStored())[`employer:${signer.employerId}`];
    expect([signer, employer]).toMatchObject([
      { fullName: 'Zoe Vale', school: 'Ford School', employment: 'council-maintained' },
      { organisation: 'Kent County Council' },
    ]);
    expect(Object.values((await lastUsed()).copies).flat()).toEqual([]);
    const popup = await own.openPage('popup.html');
    await popup.waitForSelector('main[aria-busy=false]');
    expect(await popup.$eval('main', (main) => main.innerText)).toContain(
      'Ask for a risk assessment (my copy)',
    );
  } finally {
    await secretary.close();
  }
});

test('an exchange of six steps: sent, reply, next letter, sent, meeting with time and place, confirmed and in the calendar', async () => {
  const day = (days: number) => addDays(localDay(new Date()), days);
  await own.replaceStored(await makeBranch(1, 0));
  page = await own.openPage('options.html#letters-and-replies');
  const addLetter = async (title: string, sentOn: IsoDate) => {
    await press(page, 'Add a letter I have sent');
    expect(await readByRole(page, 'combobox', 'Letter')).toBe(title);
    await typeDate('Sent on', sentOn);
    await press(page, 'Add this letter');
  };
  await addLetter('request', day(-30));
  await press(page, 'Add their reply');
  await press(page, 'They are taking advice, or waiting for someone');
  await typeDate('Date of their reply', day(-20));
  await nextStepIs('Ask for support while they take advice');
  await press(page, 'Ask for support while they take advice');
  await waitForWords(page, /“Ask for support while they take advice” is chosen for your next email\./);
  // The letter that was chosen is the one that is noted.
  await waitUntil('the choice to be saved', async () => (await lastUsed()).letterId === 'reply-holding');
  await addLetter('reply-holding', day(-15));
  await press(page, 'Add a meeting');
  await typeDate('Date of the meeting', day(3));
  const time = await page.waitForSelector('::-p-aria([name="Time"])', { visible: true });
  await time?.focus();
  await page.keyboard.type('0330PM');
  await type('Place', 'County Hall');
  await nextStepIs('Confirm the meeting');
  await press(page, 'Confirm the meeting');
  await waitForWords(page, /Confirm the meeting: “Arrange a meeting” is chosen for your next email\./);
  expect(await page.$$eval('#exchanges li strong', (all) => all.map((one) => one.textContent))).toEqual([
    'Ask for a risk assessment',
    'They are taking advice, or waiting for someone',
    'Ask for support while they take advice',
    '15:30, County Hall',
    'Next step.',
  ]);
  await press(page, 'Put the meeting in my calendar');
  const calendar = await readFile(await own.waitForDownload(/\.ics$/), 'utf8');
  expect(calendar).toContain(`DTSTART;TZID=Europe/London:${day(3).replaceAll('-', '')}T153000`);
});
