/**
 * A real Chromium with the extension, used as a person would: by its toolbar icon, its context menu and its popup. Only
 * the real icon and the real menu grant `activeTab`; opening popup.html in a tab does not.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { TargetType, type Browser, type Page, type WebWorker } from 'puppeteer-core';
import { findBrowser, howToGetBrowser } from '../../scripts/browsers.mjs';
import type { MenuItem } from '../../lib/background/menu/items';
import { waitForDownload } from './downloads';
import { endBrowser } from './endBrowser';
import { startMailServer } from './mailServer';
import {
  clickNativeMenu,
  findFreePort,
  menuFlags,
  type MenuOpener,
  menuPath,
  offersNativeMenu,
} from './nativeMenu';
import { chromiumOwnPage } from './ownPage';
import type { Session } from './session';
import { waitUntil } from './waitUntil';

/** The extension API in the extension's pages, where the functions given to `evaluate` run. */
declare const chrome: {
  storage: Record<
    'local' | 'session',
    { get(): Promise<Record<string, unknown>>; set(items: object): Promise<void>; clear(): Promise<void> }
  >;
};

export interface ChromiumOptions {
  /** The built extension, e.g. `.output/chrome-mv3`. */
  extensionDir: string;
  /** Answers the mail sites' requests; see tests/pages. */
  answer: RequestListener;
  /** The extension's menu, top to bottom. Tests need it because they cannot read the titles of Chromium's menu. */
  menu?: MenuItem[];
  /** Whether to keep the options page, which opens by itself after install. */
  keepWelcomePage?: boolean;
  headless?: boolean;
  args?: string[];
  /** A folder for the browser's profile, which stays when the browser is closed. */
  profile?: string;
}

export interface Chromium extends Session {
  extensionId: string;
  /** Clicks the real toolbar icon while `page` is in front, and returns the real popup. */
  clickToolbar(page: Page): Promise<Page>;
  /** Opens the menu by a right-click or a key and chooses from the extension's menu by titles. */
  chooseFromMenu(page: Page, opener: MenuOpener, titles: string[]): Promise<void>;
  /** Opens a page of the extension in a tab (no `activeTab` there): `options.html#privacy`. */
  openOwnTab(path: string): Promise<Page>;
  worker(): Promise<WebWorker>;
  /** Empties the storage, as after a new install. */
  clearStorage(): Promise<void>;
}

/** Stops most of Chromium's own requests. The proxy records the rest, and `extensionRequests` leaves them out. */
export const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  // Otherwise Chromium would send a request about every form of a page.
  '--disable-features=AutofillServerCommunication',
  // The stand-in server's certificate is self-signed.
  '--ignore-certificate-errors',
];

/** The default headless screen of 800 by 600 is too low for the extension's menu. */
export const WITHOUT_SCREEN = ['--disable-gpu', '--screen-info={1600x1200}', '--window-size=1400,1100'];

/** Chromium refuses to run as root with its sandbox. */
export const isRoot = process.getuid?.() === 0;

export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(howToGetBrowser('chromium'));
  const mail = await startMailServer(options.answer);
  const downloads = await mkdtemp(join(tmpdir(), 'dear-employer-downloads-'));
  const menuPort = await findFreePort();
  const menu = menuFlags(menuPort);
  const headless = options.headless ?? true;
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    args: [
      ...QUIET,
      ...(headless ? WITHOUT_SCREEN : []),
      ...(isRoot ? ['--no-sandbox'] : []),
      ...menu.flags,
      `--enable-features=${menu.feature}`,
      `--proxy-server=${mail.proxy.host}:${mail.proxy.port}`,
      // Without this flag, requests to localhost would bypass the proxy and not be counted.
      '--proxy-bypass-list=<-loopback>',
      ...(options.args ?? []),
    ],
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  });
  const extensionId = await browser.installExtension(options.extensionDir);
  const openPage = async (url: string) => {
    const page = await browser.newPage();
    await page.goto(url);
    await page.bringToFront();
    return page;
  };

  const openOwnTab = (path: string) => openPage(`chrome-extension://${extensionId}/${path}`);
  const hasWelcomePage = !options.keepWelcomePage && existsSync(join(options.extensionDir, 'options.html'));
  // One tab reads and writes the storage all the time: opening one for each time would take longer than most tests.
  let storagePage = hasWelcomePage ? await findWelcomePage(browser, extensionId) : null;
  await storagePage?.goto(`chrome-extension://${extensionId}/manifest.json`);
  const inStorage = async <Given, T>(work: (given: Given) => Promise<T>, given: Given): Promise<T> => {
    // An update of the extension closes the extension’s tabs, and this is one of them.
    if (!storagePage || storagePage.isClosed()) storagePage = await openOwnTab('manifest.json');
    return (await storagePage.evaluate(work as (given: unknown) => Promise<unknown>, given)) as T;
  };
  const openPopup = (page: Page) => clickToolbar(browser, extensionId, page);

  return {
    name: 'chromium',
    browser,
    extensionId,
    mail,
    openPage,
    openOwnTab,
    openOwnPage: async (path) => chromiumOwnPage(await openOwnTab(path)),
    clickToolbar: openPopup,
    openPopup: async (page) => chromiumOwnPage(await openPopup(page)),
    chooseFromMenu: (page, opener, titles) =>
      clickNativeMenu(page, menuPort, opener, menuPath(options.menu ?? [], titles)),
    offersMenu: (page, point) => offersNativeMenu(page, menuPort, point),
    readNotice,
    worker: () => findWorker(browser, extensionId),
    readStorage: (area) => inStorage((name) => chrome.storage[name].get(), area),
    writeStorage: (items) => inStorage((all) => chrome.storage.local.set(all), items),
    clearStorage: () =>
      inStorage(async () => {
        await chrome.storage.local.clear();
        await chrome.storage.session.clear();
      }, null),
    waitForDownload: (name) => waitForDownload(downloads, name),
    close: async () => {
      await endBrowser(browser);
      await mail.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

async function clickToolbar(browser: Browser, extensionId: string, page: Page): Promise<Page> {
  await page.bringToFront();
  const isPopup = (url: string) => url.startsWith(`chrome-extension://${extensionId}/popup.html`);
  const before = new Set(browser.targets().filter((target) => isPopup(target.url())));
  const opened = browser.waitForTarget((target) => isPopup(target.url()) && !before.has(target));
  const extension = (await browser.extensions()).get(extensionId);
  if (!extension) throw new Error('The extension is not installed');
  await extension.triggerAction(page);
  return (await opened).asPage();
}

/** The notice is in a closed shadow root, but the accessibility tree contains it, as for a screen reader. */
async function readNotice(page: Page): Promise<string> {
  return waitUntil('the notice on the page', async () => {
    for (const status of await page.$$('::-p-aria([role="status"])')) {
      const words = await status.evaluate((element) =>
        element.getRootNode() instanceof ShadowRoot ? element.textContent : '',
      );
      if (words) return words;
    }
    return null;
  });
}

async function findWelcomePage(browser: Browser, extensionId: string): Promise<Page | null> {
  const url = `chrome-extension://${extensionId}/options.html`;
  return (await browser.waitForTarget((candidate) => candidate.url().startsWith(url))).page();
}

/** Waits for the extension's service worker, which the browser stops after 30 idle seconds. */
async function findWorker(browser: Browser, extensionId: string): Promise<WebWorker> {
  const target = await browser.waitForTarget(
    (candidate) => candidate.type() === TargetType.SERVICE_WORKER && candidate.url().includes(extensionId),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('The background of the extension did not answer');
  return worker;
}
