import type { Frame } from 'puppeteer-core';
import { freshGmailDraft, type GmailDraft, type GmailPage } from '../../pages/gmail/gmailPage';
import { freshOutlookDraft, type OutlookDraft, type OutlookPage } from '../../pages/outlook/outlookPage';
import type { MailBrowser } from './mailBrowser';

async function openPage({ page }: MailBrowser, address: string, state: object): Promise<Frame> {
  const url = new URL(address);
  url.searchParams.set('page', JSON.stringify(state));
  await page.goto(url.href);
  await page.waitForSelector('.Am.editable,.EditorClass');
  return page.mainFrame();
}

/** The stand-in of a mail site with one draft, where the page or the draft is to be unlike the usual one. */
export const openGmail = (
  browser: MailBrowser,
  draft: Partial<GmailDraft>,
  state: Partial<GmailPage> = {},
): Promise<Frame> =>
  openPage(browser, 'https://mail.google.com/mail/u/0/', {
    drafts: [{ ...freshGmailDraft, ...draft }],
    ...state,
  });

export const openOutlook = (
  browser: MailBrowser,
  draft: Partial<OutlookDraft>,
  state: Partial<OutlookPage> = {},
): Promise<Frame> =>
  openPage(browser, 'https://outlook.office.com/mail/', {
    drafts: [{ ...freshOutlookDraft, ...draft }],
    ...state,
  });
