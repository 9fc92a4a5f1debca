import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { findBrowser, howToGetBrowser } from '../../../scripts/browsers.mjs';
import { answerAsSites } from '../../pages/answer';
import { freshGmailDraft, type GmailDraft } from '../../pages/gmail/gmailPage';
import { freshOutlookDraft, type OutlookDraft } from '../../pages/outlook/outlookPage';
import { endBrowser } from '../../support/endBrowser';
import { startMailServer } from '../../support/mailServer';
import type { Around } from './drafts';

export type BrowserName = 'chromium' | 'firefox';

/** A browser without the extension, on the stand-in pages under the sites' names. */
export interface MailBrowser {
  name: BrowserName;
  page: Page;
  /** Opens one editor's page with a draft in it, and returns the frame the draft is in. */
  openEditor(editor: EditorName, draft: string, around?: Around): Promise<Frame>;
  close(): Promise<void>;
}

export const editorNames = [
  'gmail',
  'outlook',
  'plain',
  'roosterjs',
  'closure SeamlessField',
  'closure Field',
  'closure ContentEditableField',
  'lexical',
  'squire',
  'quill',
  'tiptap',
  'ckeditor',
  'tinymce',
] as const;

export type EditorName = (typeof editorNames)[number];

export async function openMailBrowser(name: BrowserName): Promise<MailBrowser> {
  const mail = await startMailServer(answerAsSites);
  const browser = await launch(name, mail.proxy);
  const page = await browser.newPage();
  // An extension's world is not bound by the page's policy; this one would be.
  if (name === 'chromium') await page.setBypassCSP(true);
  return {
    name,
    page,
    openEditor: (editor, draft, around) => openEditor(page, editor, draft, around),
    close: async () => {
      await endBrowser(browser);
      await mail.close();
    },
  };
}

async function launch(name: BrowserName, { host, port }: { host: string; port: number }): Promise<Browser> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(howToGetBrowser(name));
  if (name === 'firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      acceptInsecureCerts: true,
      extraPrefsFirefox: {
        'network.proxy.type': 1,
        'network.proxy.ssl': host,
        'network.proxy.ssl_port': port,
        'network.proxy.no_proxies_on': '',
        // As above: an extension's world is not bound by Trusted Types.
        'dom.security.trusted_types.enabled': false,
        'security.cert_pinning.enforcement_level': 0,
        'network.stricttransportsecurity.preloadlist': false,
      },
    });
  }
  return puppeteer.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--ignore-certificate-errors',
      `--proxy-server=${host}:${port}`,
    ],
  });
}

async function openEditor(page: Page, editor: EditorName, draft: string, around?: Around): Promise<Frame> {
  if (editor === 'gmail') return openSite(page, GMAIL, toGmailDraft(draft, around));
  if (editor === 'outlook') return openSite(page, OUTLOOK, toOutlookDraft(draft, around));
  const [name, field] = editor.split(' ');
  const address = `https://forum.example/editor/${name}${field ? `?field=${field}` : ''}`;
  // Closure comes in some hundred files: its page starts anew by itself.
  if (name !== 'closure' || page.url() !== address) await page.goto(address);
  await page.evaluate((html) => globalThis.editorPage?.start(html), draft);
  for (const frame of page.frames()) {
    const isEditable = await frame.evaluate(
      () => document.designMode === 'on' || document.querySelector('[contenteditable]') !== null,
    );
    if (!isEditable) continue;
    // A frame has the focus only once somebody has clicked into it.
    if (frame !== page.mainFrame()) await frame.click('body');
    return frame;
  }
  throw new Error(`${editor} has no field`);
}

const GMAIL = 'https://mail.google.com/mail/u/0/';
const OUTLOOK = 'https://outlook.office.com/mail/';

function toGmailDraft(words: string, around?: Around): GmailDraft {
  const signature = around?.unusualSignature ? 'with dashes' : 'plain';
  return {
    ...freshGmailDraft,
    words,
    signature: around?.signature ? signature : 'none',
    quote: around?.quote ? 'expanded' : 'none',
  };
}

function toOutlookDraft(words: string, around?: Around): OutlookDraft {
  const signature = around?.unusualSignature ? 'in one wrapper with the words' : 'plain';
  return {
    ...freshOutlookDraft,
    words,
    signature: around?.signature ? signature : 'none',
    quote: around?.quote ? 'with marker' : 'none',
  };
}

/** The stand-in of a mail site with one new message, as it is served to the extension. */
async function openSite(page: Page, address: string, draft: object): Promise<Frame> {
  const url = new URL(address);
  url.searchParams.set('page', JSON.stringify({ drafts: [draft] }));
  await page.goto(url.href);
  await page.waitForSelector('.Am.editable,.EditorClass');
  return page.mainFrame();
}
