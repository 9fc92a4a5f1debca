import type { Page } from 'puppeteer-core';
import type { PracticeEmail } from '../../lib/practice/practice';
import type { Chromium } from '../support/chromium';
import type { Firefox } from '../support/firefox';
import type { FirefoxOwnPage } from '../support/firefoxOwnPage';
import { chromiumOwnPage, type OwnPage } from '../support/ownPage';

interface PracticeParts {
  email: PracticeEmail;
  radio: string;
  body: string;
  subject: string;
  people: string;
  cc: string;
}

/** Both practice emails, with the selectors of their parts. */
export const emails: PracticeParts[] = [
  {
    email: 'gmail',
    radio: 'Like Gmail',
    body: '[g_editable]',
    subject: '[name=subjectbox]',
    people: '[name=to] [data-hovercard-id]',
    cc: '[name=cc] [data-hovercard-id]',
  },
  {
    email: 'outlook',
    radio: 'Like Outlook',
    body: '[id^=editorParent_] > *',
    subject: '[id$=_SUBJECT]',
    people: '[id$=_TO] ._EType_RECIPIENT_ENTITY',
    cc: '[id$=_CC] ._EType_RECIPIENT_ENTITY',
  },
];

/** The practice page in either browser: user actions, and the contents of its elements. */
export interface PracticeTab extends OwnPage {
  /** The given property of every element that matches the selector. */
  list(selector: string, property: 'innerHTML' | 'innerText' | 'value'): Promise<string[]>;
  /** Presses Ctrl+Z in Chromium; in Firefox runs the command of its Undo menu item. */
  undo(): Promise<void>;
}

function inChromium(page: Page): PracticeTab {
  return {
    ...chromiumOwnPage(page),
    list: (selector, property) =>
      page.$$eval(selector, (found, name) => found.map((one) => String(Reflect.get(one, name))), property),
    undo: async () => {
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
    },
  };
}

function inFirefox(page: FirefoxOwnPage): PracticeTab {
  return {
    ...page,
    list: async (selector, property) =>
      (await page.evaluate(
        'return [...content.document.querySelectorAll(selector)].map((one) => String(one[property]));',
        { selector, property },
      )) as string[],
    undo: async () => {
      await page.evaluate(`docShell.doCommand('cmd_undo');`);
    },
  };
}

export async function openInChromium(session: Chromium): Promise<PracticeTab> {
  return inChromium(await session.openOwnTab('practice.html'));
}

export async function openInFirefox(session: Firefox): Promise<PracticeTab> {
  return inFirefox((await session.openOwnPage('practice.html')) as FirefoxOwnPage);
}
