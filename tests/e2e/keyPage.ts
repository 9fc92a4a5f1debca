import type { Page } from 'puppeteer-core';
import type { FirefoxOwnPage } from '../support/firefoxOwnPage';
import { waitUntil } from '../support/waitUntil';

/** A page of the extension that a test operates with real keys. The keys go to the focused element. */
export interface KeyPage {
  focus(selector: string, at?: number): Promise<void>;
  keys(keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  count(selector: string): Promise<number>;
  read(selector: string, property: string, at?: number): Promise<string>;
  waitFor(selector: string, property: string, text: RegExp): Promise<string>;
  /** Runs a function body in the page. `args` become its variables. */
  run(body: string, args?: Record<string, unknown>): Promise<unknown>;
  /** The stored data of an area, as JSON. */
  readSaved(area: 'local' | 'session'): Promise<string>;
  /** Empties both areas. */
  forgetSaved(): Promise<void>;
  close(): Promise<void>;
}

type Run = KeyPage['run'];

/** Visible elements only; `main` counts as visible even without a box. */
const FIND = `const found = [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0 || one.localName === 'main');`;

function fromRun(run: Run): Omit<KeyPage, 'keys' | 'type' | 'close' | 'readSaved' | 'forgetSaved'> {
  const read = async (selector: string, property: string, at = 0) =>
    String(await run(`${FIND} return found[at]?.[property] ?? null;`, { selector, property, at }));
  return {
    run,
    read,
    focus: async (selector, at = 0) => {
      await run(`${FIND} found[at].blur(); found[at].focus(); return true;`, { selector, at });
    },
    count: async (selector) => Number(await run(`${FIND} return found.length;`, { selector })),
    waitFor: (selector, property, text) =>
      waitUntil(`${selector} to match ${text}`, async () => {
        const words = await read(selector, property);
        return text.test(words) && words;
      }),
  };
}

export function chromiumKeys(page: Page): KeyPage {
  const run: Run = (body, args = {}) =>
    page.evaluate(
      `(async (${Object.keys(args).join(', ')}) => { ${body} })(...${JSON.stringify(Object.values(args))})`,
    );
  return {
    ...fromRun(run),
    keys: async (keys) => {
      for (const key of keys) await page.keyboard.press(key as 'Tab');
    },
    type: (text) => page.keyboard.type(text),
    readSaved: async (area) =>
      String(await run('return JSON.stringify(await chrome.storage[area].get());', { area })),
    forgetSaved: async () => {
      await run('await chrome.storage.local.clear(); await chrome.storage.session.clear(); return true;');
    },
    close: () => page.close(),
  };
}

/** Presses keys as Firefox’s own tests do, so that the page cannot tell them from a real keyboard’s. */
const PRESS = `
  const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  tip.beginInputTransactionForTests(content);
  const codes = { Backspace: 8, Tab: 9, Enter: 13, Escape: 27, ArrowRight: 39, ArrowUp: 38 };
  for (const pressed of keys) {
    const key = pressed === 'Space' ? ' ' : pressed;
    const upper = key.toUpperCase();
    const printed = key === ' ' ? 'Space' : /^\\d$/.test(key) ? 'Digit' + key : /^[A-Z]$/.test(upper) ? 'Key' + upper : '';
    // The code of a punctuation mark depends on the keyboard, and as a number it would be that of another key.
    const keyCode = codes[key] ?? (printed ? upper.charCodeAt(0) : 0);
    const event = new content.KeyboardEvent('', { key, code: codes[key] ? key : printed, keyCode });
    const flags = codes[key] ? tip.KEY_NON_PRINTABLE_KEY : 0;
    tip.keydown(event, flags);
    tip.keyup(event, flags);
  }
  return true;`;

export function firefoxKeys(page: FirefoxOwnPage): KeyPage {
  const run: Run = (body, args = {}) => page.evaluate(`const document = content.document; ${body}`, args);
  const press = async (keys: string[]) => {
    // A popup gets the focus shortly after it opens, and keys pressed before then would be lost.
    await waitUntil(
      'the page to have the focus',
      async () => (await run('return document.hasFocus();')) === true,
    );
    await page.evaluate(PRESS, { keys });
  };
  return {
    ...fromRun(run),
    keys: press,
    type: (text) => press(text.split('')),
    forgetSaved: async () => {
      await page.evaluate(
        'const { local, session } = content.wrappedJSObject.browser.storage; await local.clear(); await session.clear(); return true;',
      );
    },
    readSaved: async (area) =>
      String(
        await page.evaluate(
          'return JSON.stringify(await content.wrappedJSObject.browser.storage[area].get());',
          { area },
        ),
      ),
    close: () => page.close(),
  };
}
