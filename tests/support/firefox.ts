/**
 * A real Firefox with the extension, used as a person would: by its toolbar button, its context menu and its popup.
 * Tried with Firefox ESR 153, headless.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestListener } from 'node:http';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser, howToGetBrowser } from '../../scripts/browsers.mjs';
import { waitForDownload } from './downloads';
import { endBrowser } from './endBrowser';
import { firefoxOwnPage } from './firefoxOwnPage';
import { FirefoxWindow } from './firefoxWindow';
import { startMailServer } from './mailServer';
import type { Point, Session } from './session';
import { waitUntil } from './waitUntil';

export interface FirefoxOptions {
  /** The built extension, e.g. `.output/firefox-mv3`. */
  extensionDir: string;
  /** Answers the mail sites' requests; see tests/pages. */
  answer: RequestListener;
  headless?: boolean;
  /** Dates as on a British computer: the day before the month. */
  british?: boolean;
  /** A folder for the browser's profile, which stays when the browser is closed, with what the extension has saved. */
  profile?: string;
}

export type Firefox = Session;

export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error(howToGetBrowser('firefox'));
  const mail = await startMailServer(options.answer);
  const downloads = await mkdtemp(join(tmpdir(), 'dear-employer-downloads-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: ['--remote-allow-system-access', '--width=1400', '--height=1100'],
    ...(options.profile ? { userDataDir: options.profile } : {}),
    extraPrefsFirefox: {
      // As for an add-on that is installed for good: one from a folder is removed at the end, with its storage and id.
      'extensions.webextensions.keepStorageOnUninstall': Boolean(options.profile),
      'extensions.webextensions.keepUuidOnUninstall': Boolean(options.profile),
      ...throughProxy(mail.proxy),
      ...downloadsInto(downloads),
      'intl.regional_prefs.use_os_locales': options.british ?? false,
    },
    env: { ...process.env, ...(options.british ? { LC_ALL: 'en_GB.UTF-8' } : {}) },
  });
  const addonId = await browser.installExtension(options.extensionDir);
  const firstWindow = await FirefoxWindow.of(browser);
  const baseUrl = String(await firstWindow.run(BASE_URL, { addonId }));
  if (existsSync(join(options.extensionDir, 'options.html'))) await closeWelcomePage(firstWindow, baseUrl);

  const openOwnPage = async (path: string) => {
    const url = baseUrl + path;
    await firstWindow.run(OPEN_OWN_TAB, { addonId, url });
    await firstWindow.waitFor(`${path} to load`, IS_OWN_TAB_LOADED, { url });
    // Otherwise the address bar can keep the focus, and keys would not reach the page.
    await firstWindow.run('window.focus(); gBrowser.selectedBrowser.focus();');
    return firefoxOwnPage(firstWindow, tabOf(url), `gBrowser.removeTab(${findTab(url)})`);
  };

  const inBackground = async (body: string, args: Record<string, unknown>) => {
    await firstWindow.run(`await ${EXTENSION}.wakeupBackground();`);
    return firstWindow.runInside(BACKGROUND, body, args);
  };

  return {
    name: 'firefox',
    browser,
    mail,
    openPage: async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      await page.bringToFront();
      return page;
    },
    openPopup: (page) => openPopup(browser, addonId, page),
    chooseFromMenu: (page, point, titles) => chooseFromMenu(browser, addonId, page, point, titles),
    offersMenu: (page, point) => offersMenu(browser, addonId, page, point),
    readNotice: (page) => readNotice(browser, page),
    openOwnPage,
    readStorage: async (area) =>
      (await inBackground(`return await content.wrappedJSObject.browser.storage[area].get();`, {
        area,
      })) as Record<string, unknown>,
    writeStorage: async (items) => {
      await inBackground(
        `await content.wrappedJSObject.browser.storage.local.set(Cu.cloneInto(items, content));`,
        { items },
      );
    },
    waitForDownload: (name) => waitForDownload(downloads, name),
    close: async () => {
      await endBrowser(browser);
      await mail.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

export function throughProxy({ host, port }: { host: string; port: number }): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': port,
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': port,
    // Without this preference, requests to localhost would bypass the proxy and not be counted.
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.no_proxies_on': '',
    // Both features would refuse the self-signed certificate for the sites' host names.
    'security.cert_pinning.enforcement_level': 0,
    'network.stricttransportsecurity.preloadlist': false,
  };
}

export function downloadsInto(folder: string): Record<string, unknown> {
  return {
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
  };
}

/** The extension and its background, as expressions in Firefox’s own window. */
export const EXTENSION = `WebExtensionPolicy.getByID('dear-employer@dear-employer.invalid').extension`;
export const BACKGROUND = `[...${EXTENSION}.views].find((view) => view.viewType === 'background').xulBrowser`;

const BASE_URL = `return WebExtensionPolicy.getByID(addonId).getURL('');`;

const OPEN_OWN_TAB = `
  const { extension } = WebExtensionPolicy.getByID(addonId);
  gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal: extension.principal });`;

/** Checks the tab that was opened last. */
const IS_OWN_TAB_LOADED = `
  const { currentURI, webProgress } = gBrowser.selectedTab.linkedBrowser;
  return currentURI.spec === url && !webProgress?.isLoadingDocument;`;

function findTab(url: string): string {
  return `[...gBrowser.tabs].findLast((tab) => tab.linkedBrowser.currentURI.spec === ${JSON.stringify(url)})`;
}

function tabOf(url: string): string {
  return `${findTab(url)}.linkedBrowser`;
}

async function closeWelcomePage(window: FirefoxWindow, baseUrl: string): Promise<void> {
  await window.waitFor(
    'the page that opens after install',
    `const tab = [...gBrowser.tabs].find((tab) => tab.linkedBrowser.currentURI.spec.startsWith(url));
     if (!tab) return false;
     // The page may be the only tab, and a window without tabs closes.
     if (gBrowser.tabs.length === 1) gBrowser.addTrustedTab('about:blank');
     gBrowser.removeTab(tab);
     return true;`,
    { url: `${baseUrl}options.html` },
  );
}

const POPUP = `document.querySelector('.webextension-popup-browser')`;

async function openPopup(browser: Browser, addonId: string, page: Page) {
  await page.bringToFront();
  const window = await FirefoxWindow.of(browser, page);
  await window.run(
    `CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
     document.getElementById(widget).querySelector('.unified-extensions-item-action-button').click();`,
    { widget: `${widgetIdOf(addonId)}-browser-action` },
  );
  await window.waitFor(
    'the popup',
    `const popup = ${POPUP};
     return popup !== null && popup.currentURI.spec.startsWith('moz-extension:') && !popup.webProgress?.isLoadingDocument;`,
  );
  return firefoxOwnPage(window, POPUP, `${POPUP}?.closest('panel').hidePopup()`);
}

const MENU = `document.getElementById('contentAreaContextMenu')`;

async function openMenu(browser: Browser, page: Page, point: Point): Promise<FirefoxWindow> {
  await page.bringToFront();
  const window = await FirefoxWindow.of(browser, page);
  await page.mouse.click(point.x, point.y, { button: 'right' });
  await window.waitFor('the context menu', `return ${MENU}.state === 'open';`);
  return window;
}

async function offersMenu(browser: Browser, addonId: string, page: Page, point: Point): Promise<boolean> {
  const window = await openMenu(browser, page, point);
  const isOffered = await window.run(
    `const entry = ${MENU}.querySelector('menu[id^="' + prefix + '"]');
     ${MENU}.hidePopup();
     return entry !== null && !entry.hidden;`,
    { prefix: widgetIdOf(addonId) },
  );
  await window.waitFor('the context menu closed', `return ${MENU}.state === 'closed';`);
  return isOffered === true;
}

/** The notice is in a closed shadow root, which only the browser's own code can open. */
async function readNotice(browser: Browser, page: Page): Promise<string> {
  const window = await FirefoxWindow.of(browser, page);
  const words = await waitUntil('the notice on the page', () =>
    window.runInside(
      'gBrowser.selectedBrowser',
      `const shadow = content.document.documentElement.lastElementChild.openOrClosedShadowRoot;
       return shadow?.querySelector('[role=status]')?.textContent || null;`,
    ),
  );
  return String(words);
}

/**
 * Opens one menu level per call and is called again until done, so that a menu that does not open cannot block the
 * browser.
 */
const CHOOSE = `
  let item = ${MENU}.querySelector('menu[id^="' + prefix + '"]');
  if (!item) return null;
  for (const title of titles) {
    const popup = item.menupopup;
    if (popup.state === 'closed') item.openMenu(true);
    if (popup.state !== 'open') return null;
    const children = [...popup.children];
    item = children.find((child) => child.getAttribute('label') === title);
    if (!item) return { missing: title, among: children.map((child) => child.getAttribute('label')) };
  }
  item.parentElement.activateItem(item);
  return { missing: null };`;

async function chooseFromMenu(browser: Browser, addonId: string, page: Page, point: Point, titles: string[]) {
  const window = await openMenu(browser, page, point);
  const prefix = widgetIdOf(addonId);
  const answer = await window.waitFor(`“${titles.join('” › “')}” in the menu`, CHOOSE, { prefix, titles });
  const { missing, among } = answer as { missing: string | null; among?: string[] };
  if (missing !== null) throw new Error(`No "${missing}" among: ${among?.join(' · ')}`);
  await window.waitFor('the context menu closed', `return ${MENU}.state === 'closed';`);
}

/** The start of the ids of the extension's toolbar and menu elements in Firefox. */
function widgetIdOf(addonId: string): string {
  return addonId.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
}
