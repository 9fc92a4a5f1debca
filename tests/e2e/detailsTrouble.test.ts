import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createBackup } from '../../lib/transfer/backup';
import type { Signer } from '../../lib/storage/schema';
import { byRole, choose } from '../support/byRole';
import { shareBrowser } from '../support/shareBrowser';
import { waitUntil } from '../support/waitUntil';
import { bold, heading, makeWordFile, numbered, para } from '../unit/import/wordFiles';
import { chooseFile, press, readWords, waitForWords } from './details/onPage';
import { openFresh, type OwnBrowser } from './details/ownBrowser';
import { makeBranch, repositoryOver, type Stored } from './details/seeding';
import { edit, showRecord } from './details/typing';

/** What an extension’s page sees; the functions given to `evaluate` run there. */
declare const chrome: {
  storage: Record<
    'local' | 'session' | 'sync',
    {
      get(keys?: null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(key: string): Promise<void>;
      clear(): Promise<void>;
      getBytesInUse(): Promise<number>;
    }
  >;
};

let own: OwnBrowser;
let folder: string;
let branch: Stored;
let pages: Page[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dear-employer-files-'));
  branch = await makeBranch(3, 2);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
shareBrowser(async () => {
  own = await openFresh();
  return own;
});
beforeEach(() => own.replaceStored(branch));
afterEach(async () => {
  for (const page of pages) await page.close();
  pages = [];
});

async function open(path: string): Promise<Page> {
  const page = await own.openPage(path);
  pages.push(page);
  return page;
}

/** Writes a file and chooses it in the page’s file field. */
async function chooseContent(
  page: Page,
  input: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content);
  await chooseFile(page, input, path);
}

function firstSigner(): Signer {
  return Object.entries(branch).find(([key]) => key.startsWith('signer:'))?.[1] as Signer;
}

describe('deleting everything', () => {
  test('leaves no key in any storage, although another options page and the popup are open', async () => {
    const other = await open('options.html#about-you');
    const popup = await open('popup.html');
    const page = await open('options.html#privacy-and-backup');
    await page.evaluate(async () => {
      await chrome.storage.session.set({ 'tab1:1:choices': { ownParagraph: 'Own words.' } });
      await new Promise((resolve) => {
        const opening = indexedDB.open('dear-employer-register', 1);
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('pages'));
        opening.addEventListener('success', () => resolve(opening.result.close()));
      });
    });
    await (await byRole(page, 'DisclosureTriangle', 'Leaving this school or computer?')).click();
    await press(page, 'Save the record as Word');
    await waitForWords(page, /The record is in your Downloads folder/);
    expect(
      (await stat(await own.waitForDownload(/Record of letters and replies\.docx$/))).size,
    ).toBeGreaterThan(5_000);
    await press(page, 'Delete everything');
    await press(page, 'Yes, delete everything');
    await waitForWords(page, /Everything has been deleted\. Still in this browser, for you to remove: /);
    // Every page reacts to the deletion and may write under the common lock. Two rounds let each of those writes finish.
    for (const one of [other, popup, page, other, popup, page]) await afterOtherWrites(one);
    expect(await page.evaluate(readAllStorage)).toEqual({
      local: {},
      session: {},
      sync: {},
      databases: [],
      localStorage: 0,
      sessionStorage: 0,
      caches: [],
    });
    expect(await readWords(other)).not.toMatch(/Head 1|School 1/);
  });

  function afterOtherWrites(page: Page): Promise<void> {
    return page.evaluate(async () => {
      await chrome.storage.local.get();
      await navigator.locks.request('dear-employer:details', () => chrome.storage.local.get());
    });
  }

  async function readAllStorage() {
    const [local, session, sync] = await Promise.all(
      (['local', 'session', 'sync'] as const).map((area) => chrome.storage[area].get(null)),
    );
    return {
      local,
      session,
      sync,
      databases: await indexedDB.databases(),
      localStorage: localStorage.length,
      sessionStorage: sessionStorage.length,
      caches: await caches.keys(),
    };
  }
});

describe('when the browser refuses to store', () => {
  const full =
    /This was not saved: the space your browser allows is used up\. What you typed is still on this page\./;

  test('because the space is used up, the page says so, keeps the typed text and stores it once there is room', async () => {
    const signer = firstSigner();
    const page = await open('options.html#about-you');
    await showRecord(page, { section: 'about-you', id: signer.id, name: signer.fullName });
    await page.evaluate(async () => {
      const quota = 10 * 1024 * 1024;
      await chrome.storage.local.set({
        filler: 'x'.repeat(quota - (await chrome.storage.local.getBytesInUse()) - 100),
      });
    });
    const address = `${'A very long address. '.repeat(40)}The end`;
    await edit(page, [{ controlId: 'address', value: address }]);
    await waitForWords(page, full);
    expect(await page.$eval('#address', (field) => (field as HTMLTextAreaElement).value)).toBe(address);
    const { filler: _filler, ...others } = await own.readStored();
    expect(others).toEqual(branch);
    await page.evaluate(() => chrome.storage.local.remove('filler'));
    await press(page, 'Try again');
    await waitUntil('the address to be stored', async () => {
      const stored = (await own.readStored())[`signer:${signer.id}`] as Signer;
      return stored.address === address;
    });
    expect(await readWords(page)).not.toMatch(full);
  });

  test('typing, adding a signer and restoring a backup each show the sentence and change nothing saved', async () => {
    const signer = firstSigner();
    const page = await open('options.html#about-you');
    await showRecord(page, { section: 'about-you', id: signer.id, name: signer.fullName });
    await page.evaluate(() => {
      chrome.storage.local.set = () => Promise.reject(new Error('The browser refused'));
    });
    const refused = /This was not saved: your browser refused to store it\./;
    await edit(page, [{ controlId: 'jobTitle', value: 'Executive head' }]);
    await waitForWords(page, refused);
    expect(await page.$eval('#jobTitle', (field) => (field as HTMLInputElement).value)).toBe(
      'Executive head',
    );
    await press(page, 'Add signer');
    await page.evaluate(() => (window.location.hash = '#privacy-and-backup'));
    const items = structuredClone(branch);
    const repository = repositoryOver(items, 'more');
    await repository.addSigner({ fullName: 'Newcomer' });
    const backup = await createBackup(repository, '2026-11-23');
    await chooseContent(page, '#restore', 'backup.json', backup.ok ? backup.value : '');
    await press(page, 'Replace everything saved here');
    await waitForWords(page, refused);
    expect(await own.readStored()).toEqual(branch);
  });
});

describe('a damaged record', () => {
  test('is quarantined, can be saved as a file and deleted, and Undo restores it', async () => {
    await own.writeStored({
      'signer:broken': { v: 1, id: 'broken', fullName: 42 },
      'employer:later': { v: 7 },
    });
    const page = await open('options.html#privacy-and-backup');
    await waitForWords(page, /2 records could not be read/);
    const kept = await own.readStored();
    await press(page, 'Save what was set aside');
    const path = await own.waitForDownload(/set aside\.json$/);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(
      expect.arrayContaining([
        { key: 'signer:broken', why: 'damaged', found: { v: 1, id: 'broken', fullName: 42 } },
        { key: 'employer:later', why: 'later version', found: { v: 7 } },
      ]),
    );
    await press(page, 'Delete what was set aside');
    await waitForWords(page, /Deleted: what was set aside/);
    expect(await own.readStored()).toEqual(branch);
    await press(page, 'Undo');
    await waitForWords(page, /2 records could not be read/);
    expect(await own.readStored()).toEqual(kept);
  });
});

describe('Word files on the options page', () => {
  test('official wording is imported as text, without HTML, when the user keeps it', async () => {
    const page = await open('options.html#letters');
    const file = await makeWordFile([
      para('Dear Director'),
      bold('Request for a risk assessment'),
      para('<img src=x onerror="document.title=1"> {{school}}'),
      heading('What I ask'),
      numbered('Please undertake a full risk assessment.'),
    ]);
    await chooseContent(page, '#word-wording', 'Official.docx', file);
    await waitForWords(page, /2 sections and 1 request were found/);
    await waitForWords(page, /Please undertake a full risk assessment\./);
    expect(await page.$$eval('main [lang] img', (pictures) => pictures.length)).toBe(0);
    await press(page, 'Keep this letter');
    await waitForWords(page, /“Request for a risk assessment” is now among your own letters\./);
    const letters = Object.entries(await own.readStored()).filter(([key]) => key.startsWith('letter:'));
    expect(letters).toHaveLength(1);
    expect(letters[0]?.[1]).toMatchObject({
      locked: true,
      markdown: expect.stringContaining('<img src=x onerror="document.title=1"> {{school}}'),
    });
  });

  test('the letter log is a Word file that contains every sent letter', async () => {
    const page = await open('options.html#letters-and-replies');
    await press(page, 'Download record as Word');
    const path = await own.waitForDownload(/Record of letters and replies\.docx$/);
    const xml = strFromU8(unzipSync(new Uint8Array(await readFile(path)))['word/document.xml']!);
    const text = xml.replaceAll(/<[^>]+>/g, ' ');
    expect(text).toContain('as recorded by the sender');
    expect(text).toContain('Letter 1: Letter 1');
    expect(text).toContain('Letter 2: Letter 2');
    expect(text).toContain('2 November 2026');
  });
});

test('a missing detail in the popup links to that field of the chosen signer', async () => {
  const popup = await open('popup.html');
  await popup.waitForSelector('main[aria-busy=false]');
  await choose(popup, 'Who is signing', 'Head 3, School 3');
  await (await byRole(popup, 'link', 'your job title')).click();
  const options = await waitUntil('the options page', async () => {
    const all = await own.browser.pages();
    return all.find((page) => page.url().includes('options.html#about-you/jobTitle/')) ?? null;
  });
  pages.push(options);
  const read = () =>
    options.$eval('#fullName', (field) => (field as HTMLInputElement).value).catch(() => null);
  expect(await waitUntil('the form', read)).toBe('Head 3');
  await waitUntil('the focus', () => options.evaluate(() => document.activeElement?.id === 'jobTitle'));
});
