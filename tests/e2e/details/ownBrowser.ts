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

/** A profile on the disk that outlives the browser, as a user’s does. */
export interface Profile {
  open(): Promise<OwnBrowser>;
  remove(): Promise<void>;
}

/** A browser with the extension and nothing else; no mail site is needed for what is saved. */
export interface OwnBrowser {
  browser: Browser;
  /** Opens a page of the extension: `options.html#about-you`. */
  openPage(path: string): Promise<Page>;
  readStored(): Promise<Record<string, unknown>>;
  writeStored(items: Record<string, unknown>): Promise<void>;
  /** As `writeStored`, in the place of all there is, and at a moment when no page of ours writes. */
  replaceStored(items: Record<string, unknown>): Promise<void>;
  /** Waits for a finished download whose name matches, and returns its path. */
  waitForDownload(name: RegExp): Promise<string>;
  close(): Promise<void>;
  /** As when the power fails: nothing is asked of the browser, and nothing of it runs on. */
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
  // Two pages work at once, though only one of them is in front.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  ...(isRoot ? ['--no-sandbox'] : []),
];

export async function makeProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'dear-employer-profile-'));
  return {
    open: () => openBrowser(folder),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** For `shareBrowser`: a browser whose profile goes with it. */
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
  // A page of ours without a script of ours.
  const witness = await openPage('manifest.json');
  return {
    browser,
    openPage,
    readStored: () => witness.evaluate(() => chrome.storage.local.get()),
    replaceStored: (items) =>
      witness.evaluate(
        (all) =>
          navigator.locks.request('dear-employer:details', async () => {
            await chrome.storage.local.clear();
            await chrome.storage.local.set(all);
          }),
        items,
      ),
    waitForDownload: (name) => waitForDownload(downloads, name),
    writeStored: (items) => witness.evaluate((all) => chrome.storage.local.set(all), items),
    close: () => endBrowser(browser),
    kill: () => kill(browser),
  };
}

async function kill(browser: Browser): Promise<void> {
  const child = browser.process();
  if (!child) throw new Error('There is no browser to kill');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
