import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser, howToGetBrowser } from '../../../scripts/browsers.mjs';
import { chromiumBuild, requireBuild } from '../../support/builds';
import { waitForDownload } from '../../support/downloads';
import { endBrowser } from '../../support/endBrowser';

/** What an extension's page sees; the functions given to `evaluate` run there. */
declare const chrome: {
  storage: {
    local: {
      get(): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      clear(): Promise<void>;
    };
  };
};

/** A browser profile on the disk. It stays when the browser is closed, like a user’s profile. */
export interface Profile {
  folder: string;
  open(): Promise<OwnBrowser>;
  remove(): Promise<void>;
}

/** A browser with the extension but without stand-in mail sites: tests of saved data do not need them. */
export interface OwnBrowser {
  browser: Browser;
  /** Opens a page of the extension: `options.html#about-you`. */
  openPage(path: string): Promise<Page>;
  readStored(): Promise<Record<string, unknown>>;
  writeStored(items: Record<string, unknown>): Promise<void>;
  /** Replaces everything in storage, under the lock that the extension’s pages write with. */
  replaceStored(items: Record<string, unknown>): Promise<void>;
  /** Waits for a finished download whose name matches, and returns its path. */
  waitForDownload(name: RegExp): Promise<string>;
  close(): Promise<void>;
  /** Ends the browser’s processes at once, as in a power failure. */
  kill(): Promise<void>;
}

const isRoot = process.getuid?.() === 0;
const ARGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--window-size=1200,1000',
  // Tests work in two pages at once, but only one of them is in front, and Chromium slows the other down.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  ...(isRoot ? ['--no-sandbox'] : []),
];

export async function makeProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'dear-employer-profile-'));
  return {
    folder,
    open: () => openBrowser(folder),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** For `shareBrowser`: a browser whose profile is removed when it is closed. */
export async function openFresh(): Promise<OwnBrowser> {
  const profile = await makeProfile();
  const own = await profile.open();
  const close = async () => {
    await own.close();
    await profile.remove();
  };
  return { ...own, close };
}

async function openBrowser(folder: string): Promise<OwnBrowser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(howToGetBrowser('chromium'));
  const downloads = join(folder, 'Downloads');
  await mkdir(downloads, { recursive: true });
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    userDataDir: folder,
    args: ARGS,
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  });
  const id = await browser.installExtension(requireBuild(chromiumBuild));
  const openPage = async (path: string) => {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${id}/${path}`);
    return page;
  };
  // The manifest is a page of the extension that runs none of its scripts, so reading storage there changes nothing.
  const storagePage = await openPage('manifest.json');
  return {
    browser,
    openPage,
    readStored: () => storagePage.evaluate(() => chrome.storage.local.get()),
    replaceStored: (items) =>
      storagePage.evaluate(
        (all) =>
          navigator.locks.request('dear-employer:details', async () => {
            await chrome.storage.local.clear();
            await chrome.storage.local.set(all);
          }),
        items,
      ),
    waitForDownload: (name) => waitForDownload(downloads, name),
    writeStored: (items) => storagePage.evaluate((all) => chrome.storage.local.set(all), items),
    close: () => endBrowser(browser),
    kill: () => kill(browser),
  };
}

async function kill(browser: Browser): Promise<void> {
  const child = browser.process();
  if (!child) throw new Error('Puppeteer did not start this browser, so it cannot kill it');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
