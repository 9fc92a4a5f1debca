import type { Frame } from 'puppeteer-core';
import { freshGmailDraft, type GmailDraft, type GmailPage } from '../../pages/gmail/gmailPage';
import { freshOutlookDraft, type OutlookDraft, type OutlookPage } from '../../pages/outlook/outlookPage';
import { GMAIL_URL, type MailBrowser, openStandIn, OUTLOOK_URL } from './mailBrowser';

/** Opens the Gmail stand-in with one draft; `draft` and `state` say how draft and page differ from the defaults. */
export const openGmail = (
  browser: MailBrowser,
  draft: Partial<GmailDraft>,
  state: Partial<GmailPage> = {},
): Promise<Frame> =>
  openStandIn(browser.page, GMAIL_URL, {
    drafts: [{ ...freshGmailDraft, ...draft }],
    ...state,
  });

export const openOutlook = (
  browser: MailBrowser,
  draft: Partial<OutlookDraft>,
  state: Partial<OutlookPage> = {},
): Promise<Frame> =>
  openStandIn(browser.page, OUTLOOK_URL, {
    drafts: [{ ...freshOutlookDraft, ...draft }],
    ...state,
  });
