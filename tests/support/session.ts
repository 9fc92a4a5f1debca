import type { Browser, Page } from 'puppeteer-core';
import type { MailServer } from './mailServer';
import type { OwnPage } from './ownPage';

/** A browser with the extension: the part of the interface that is the same for Chromium and Firefox. */
export interface Session {
  name: 'chromium' | 'firefox';
  browser: Browser;
  mail: MailServer;
  openPage(url: string): Promise<Page>;
  /** Clicks the real toolbar icon while `page` is in front. */
  openPopup(page: Page): Promise<OwnPage>;
  /** Right-clicks at a point of the page and chooses from the extension's menu by titles. */
  chooseFromMenu(page: Page, point: Point, titles: string[]): Promise<void>;
  /** Whether a right-click at a point offers the extension's menu. The menu is closed again. */
  offersMenu(page: Page, point: Point): Promise<boolean>;
  /** Waits for the notice that the right-click menu shows on the page. */
  readNotice(page: Page): Promise<string>;
  /** Opens a page of the extension in a tab (no `activeTab` there): `options.html#privacy`. */
  openOwnPage(path: string): Promise<OwnPage>;
  readStorage(area: 'local' | 'session'): Promise<Record<string, unknown>>;
  writeStorage(items: Record<string, unknown>): Promise<void>;
  /** Waits for a finished download whose name matches, and returns its path. */
  waitForDownload(name: RegExp): Promise<string>;
  close(): Promise<void>;
}

export interface Point {
  x: number;
  y: number;
}
