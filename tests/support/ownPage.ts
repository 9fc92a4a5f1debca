import type { Page } from 'puppeteer-core';
import { byRole, choose, readByRole, waitForText } from './byRole';

/**
 * A page of the extension (popup or options), used by role and accessible name. The interface is the same for Chromium
 * and Firefox, so that one test covers both.
 */
export interface OwnPage {
  press(role: PressRole, name: string): Promise<void>;
  /** Types text into a named field. */
  type(name: string, text: string): Promise<void>;
  choose(name: string, option: string): Promise<void>;
  /** The text of a named status or region, or the value of a field. */
  read(role: string, name: string): Promise<string>;
  /** Waits until the named text or value matches, and returns it. */
  waitFor(role: string, name: string, text: RegExp): Promise<string>;
  /** The visible text of the page. */
  text(): Promise<string>;
  close(): Promise<void>;
}

export type PressRole = 'button' | 'link' | 'checkbox' | 'radio' | 'DisclosureTriangle';

export function chromiumOwnPage(page: Page): OwnPage {
  return {
    press: async (role, name) => (await byRole(page, role, name)).click(),
    type: async (name, text) => (await byRole(page, 'textbox', name)).type(text),
    choose: (name, option) => choose(page, name, option),
    read: (role, name) => readByRole(page, role, name),
    waitFor: (role, name, text) => waitForText(page, role, name, text),
    text: () => page.evaluate(() => document.body.innerText),
    close: () => page.close(),
  };
}
