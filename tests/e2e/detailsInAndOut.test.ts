import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { formatDate } from '../../lib/letter/dates';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sections } from '../../components/options/location';
import { createBackup } from '../../lib/transfer/backup';
import type { Employer, SentLetter } from '../../lib/storage/schema';
import { byRole } from '../support/byRole';
import { shareBrowser } from '../support/shareBrowser';
import { waitUntil } from '../support/waitUntil';
import { chooseFile, press, readWords, waitForWords } from './details/onPage';
import { openFresh, type OwnBrowser } from './details/ownBrowser';
import { makeBranch, repositoryOver, type Stored } from './details/seeding';

/** The options page used in unusual ways: by keyboard alone, with a hundred signers, with a damaged backup, with wrong dates. */
let own: OwnBrowser;
let folder: string;
let branch: Stored;
let page: Page;
let pageErrors: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dear-employer-outside-'));
  branch = await makeBranch(101, 2);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
shareBrowser(async () => {
  own = await openFresh();
  return own;
});
beforeEach(() => own.replaceStored(branch));
afterEach(() => page.close());

async function open(path: string): Promise<void> {
  page = await own.openPage(path);
  await page.bringToFront();
  pageErrors = [];
  page.on('pageerror', (error) => pageErrors.push(String(error)));
}

const focusedText = () =>
  page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id || '');

test('the first questions can be answered by keyboard alone, with a typing error in the council’s name', async () => {
  await own.replaceStored({});
  await open('options.html');
  await byRole(page, 'button', 'Agree and start');
  for (let tabs = 0; tabs < 20 && (await focusedText()) !== 'Agree and start'; tabs++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await waitUntil('the first question', async () => (await focusedText()) === 'fullName');
  await page.keyboard.type('Sam Carter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Larkrise Primary School');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Council-m');
  await page.keyboard.press('Tab');
  await byRole(page, 'combobox', 'Employer’s name');
  await page.keyboard.type('Sommerset cou');
  await byRole(page, 'option', 'Somerset Council');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  for (let tabs = 0; tabs < 5 && (await focusedText()) !== 'Continue'; tabs++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await waitUntil('the focus on the next section', async () => (await focusedText()) === 'You are ready');
  await waitUntil('the employer to be stored', async () => {
    const stored = Object.entries(await own.readStored());
    const [, employer] = stored.find(([key]) => key.startsWith('employer:')) ?? [];
    return (employer as Employer | undefined)?.organisation === 'Somerset Council';
  });
  expect(await page.title()).not.toMatch(/Sam|Larkrise|Somerset/);
  expect(page.url()).not.toMatch(/Sam|Larkrise|Somerset/);
});

describe('a branch’s tables', () => {
  test.each([
    ['Save signers as a table', /Signers\.csv$/, '#signers-table', '101 signers'],
    ['Save employers as a table', /Employers\.csv$/, '#employers-table', '101 employers'],
  ])('a table saved with “%s” and opened again shows no differences', async (button, file, input, count) => {
    await open('options.html#privacy-and-backup');
    await press(page, button);
    await chooseFile(page, input, await own.waitForDownload(file));
    expect(await waitForWords(page, /The same as here: \d+\s+.*/)).toMatch(new RegExp(`: 101\\s+${count}`));
    expect(await readWords(page)).not.toMatch(/New: |Changed: /);
  });
});

test('after a backup with dangling references and HTML is restored, every section and the popup still open', async () => {
  const repository = repositoryOver(structuredClone(branch), 'more');
  const made = await createBackup(repository, '2026-11-23');
  const backup = JSON.parse(made.ok ? made.value : '');
  Object.assign(backup.choices, {
    letterId: 'no such letter',
    signerId: 'nobody',
    requests: { request: ['nothing'], 'no such letter': ['x'] },
  });
  backup.signers[0].fullName = '<img src=x onerror="document.title=1">';
  backup.signers[1].employerId = 'gone';
  backup.employers[0].councilCode = '999999';
  backup.employers[0].address = { of: 'a later version' };
  const [sent]: SentLetter[] = backup.sentLetters;
  Object.assign(sent!, { sentOn: '', replyBy: '', letterId: 'no such letter', requests: ['x'] });
  sent!.meetings.push({ id: 'm', date: '', time: '', place: '', note: '{{school}}' });
  backup.ownLetters.push({
    v: 1,
    id: 'own',
    title: '<b>Ours</b>',
    markdown: 'no letter at all',
    supplier: '',
    version: '',
    reviewDate: '',
    locked: false,
    replaces: 'no such letter',
  });
  const path = join(folder, 'hostile.json');
  await writeFile(path, JSON.stringify(backup));
  await open('options.html#privacy-and-backup');
  await chooseFile(page, '#restore', path);
  await waitForWords(page, /A backup of 23 November 2026\./);
  expect(await readWords(page)).toMatch(/“employers”, entry 1, “address” is Object; text is expected\./);
  await press(page, 'Replace everything saved here');
  await waitForWords(page, /Everything saved here is now as it was in the backup\./);
  for (const { id, title } of sections) {
    await page.evaluate((hash) => (window.location.hash = hash), `#${id}`);
    await waitUntil(title, () => page.$eval('h2', (heading, name) => heading.textContent === name, title));
    await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
  }
  await page.evaluate(() => (window.location.hash = '#letters-and-replies'));
  await page.waitForSelector('#exchanges > details');
  await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
  await page.waitForSelector('li > details > summary');
  await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
  await page.waitForSelector('::-p-aria([name="Date of the meeting"])');
  expect(await page.title()).not.toBe('1');
  expect(pageErrors).toEqual([]);
  const popup = await own.openPage('popup.html');
  await popup.waitForSelector('main[aria-busy=false]');
  expect(await popup.$eval('main', (main) => main.innerText)).toContain('Ask for a risk assessment');
  await popup.close();
});

test('a date typed with a digit too many leaves the date as it was before, and the page says so', async () => {
  await open('options.html#letters-and-replies');
  await page.waitForSelector('#exchanges > details');
  await page.$$eval('#exchanges > details', (all) => all.forEach((one) => one.setAttribute('open', '')));
  await (await page.waitForSelector('li > details > summary'))?.click();
  const date = await page.waitForSelector('input[type=date]');
  const before = (await date?.evaluate((field) => field.value)) ?? '';
  await date?.focus();
  const isDayFirst = await page.evaluate(() =>
    new Intl.DateTimeFormat().format(Date.UTC(2026, 10, 23)).startsWith('23'),
  );
  await page.keyboard.type(isDayFirst ? '161120269' : '111620269');
  // The first Tab goes to the field's own calendar button.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.waitForFunction(
    (sentence) => document.body.innerText.includes(sentence),
    {},
    `The date is still ${formatDate(before)}.`,
  );
  await waitUntil('the date to be stored', async () => {
    const stored = Object.entries(await own.readStored()).filter(([key]) => key.startsWith('sent:'));
    return stored.some(([, letter]) => (letter as SentLetter).sentOn === before);
  });
  expect(pageErrors).toEqual([]);
});

test('a saved backup is indented JSON and contains every record', async () => {
  await open('options.html#privacy-and-backup');
  await press(page, 'Save a backup');
  const text = await readFile(await own.waitForDownload(/backup .*\.json$/), 'utf8');
  expect(text).toContain('\n  "signers": [\n');
  const read = JSON.parse(text);
  expect([read.signers.length, read.employers.length, read.sentLetters.length]).toEqual([101, 101, 2]);
});

test('a branch’s own table of thirty heads ends in thirty Word letters', async () => {
  await own.replaceStored({});
  await open('options.html#privacy-and-backup');
  const heads = Array.from({ length: 30 }, (_, at) => {
    const employer = ['Kent,Community', 'Kent CC,VC', 'Oak Trust,MAT', 'Kent,VA', `Trust ${at},SAT`][at % 5];
    return `"Head${String.fromCharCode(97 + (at % 26))}, Jane (Ms)",School ${at},${employer},1632960${100 + at}`;
  });
  const table = [
    'Northmere branch',
    '',
    'Surname and first name,Academy,LA/Trust,Type,Tel',
    ...heads,
    'Total,30',
  ];
  const path = join(folder, 'Branch heads.csv');
  await writeFile(path, table.join('\r\n'), 'latin1');
  await chooseFile(page, '#employers-table', path);
  await waitForWords(page, /this looks like a table of signers/);
  await chooseFile(page, '#signers-table', path);
  await waitForWords(page, /“Branch heads\.csv”, a table of signers\./);
  const words = await readWords(page);
  expect(words).not.toContain('was not used');
  expect(words).toMatch(/Which employer is “Kent CC” in rows 5, 10/);
  expect(words).toContain('In row 34 there is a total. It is left out.');
  await press(page, 'Agree and add it');
  await waitForWords(page, /Added 30 signers, 14 employers\./);
  await checkAddInReach();
  await page.close();
  await open('options.html#letters');
  await press(page, 'Make 30 Word letters');
  await waitForWords(page, /30 letters in one zip file, in your Downloads folder\./);
  const zip = unzipSync(await readFile(await own.waitForDownload(/30 letters\.zip$/)));
  expect(Object.keys(zip)).toHaveLength(30);
  expect(pageErrors).toEqual([]);
});

/** Thirty addresses fill more than the screen; the button that adds them must be in view all the same. */
async function checkAddInReach(): Promise<void> {
  const employers = Array.from({ length: 30 }, (_, at) => `Council ${at},jo@council${at}.example`);
  const path = join(folder, 'Employers.csv');
  await writeFile(path, ['Employer,Email', ...employers].join('\n'));
  await chooseFile(page, '#employers-table', path);
  await waitForWords(page, /“Employers\.csv”, a table of employers\./);
  const button = await byRole(page, 'button', 'Add it to what is saved here');
  expect(await button.isIntersectingViewport({ threshold: 1 })).toBe(true);
}
