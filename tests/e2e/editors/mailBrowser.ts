import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { findBrowser, howToGetBrowser } from '../../../scripts/browsers.mjs';
import { answerAsSites } from '../../pages/answer';
import { freshGmailDraft, type GmailDraft } from '../../pages/gmail/gmailPage';
import { freshOutlookDraft, type OutlookDraft } from '../../pages/outlook/outlookPage';
import { endBrowser } from '../../support/endBrowser';
import { startMailServer } from '../../support/mailServer';
import type { BrowserName } from '../../support/takeTurns';
import type { Around } from './drafts';

/** A browser without the extension, which gets the stand-in pages under the sites' host names. */
export interface MailBrowser {
  name: BrowserName;
  page: Page;
  /** Opens an editor's page with a draft, and returns the draft's frame. */
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

/** Editors with a document of their own take a draft of lines only. */
export type EditorName = (typeof editorNames)[number] | 'slate' | 'trix';

export async function openMailBrowser(name: BrowserName): Promise<MailBrowser> {
  const mail = await startMailServer(answerAsSites);
  const browser = await launch(name, mail.proxy);
  const page = await browser.newPage();
  // The page's policy does not apply to an extension's isolated world, but it would apply to the test's.
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
        // As above: Trusted Types do not apply to an extension's isolated world.
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
  if (editor === 'gmail') return openStandIn(page, GMAIL_URL, { drafts: [toGmailDraft(draft, around)] });
  if (editor === 'outlook')
    return openStandIn(page, OUTLOOK_URL, { drafts: [toOutlookDraft(draft, around)] });
  const [name, field] = editor.split(' ');
  const address = `https://forum.example/editor/${name}${field ? `?field=${field}` : ''}`;
  // Closure loads several hundred files, so its page is not reloaded: `start` replaces the editor.
  if (name !== 'closure' || page.url() !== address) await page.goto(address);
  await page.evaluate((html) => globalThis.editorPage?.start(html), draft);
  for (const frame of page.frames()) {
    const isEditable = await frame.evaluate(
      () => document.designMode === 'on' || document.querySelector('[contenteditable]') !== null,
    );
    if (!isEditable) continue;
    // A frame gets the focus only by a click into it.
    if (frame !== page.mainFrame()) await frame.click('body');
    return frame;
  }
  throw new Error(`${editor} has no field`);
}

export const GMAIL_URL = 'https://mail.google.com/mail/u/0/';
export const OUTLOOK_URL = 'https://outlook.office.com/mail/';

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

/** Opens the stand-in of a mail site. `state` is a GmailPage or an OutlookPage, or a part of one. */
export async function openStandIn(page: Page, address: string, state: object): Promise<Frame> {
  const url = new URL(address);
  url.searchParams.set('page', JSON.stringify(state));
  await page.goto(url.href);
  await page.waitForSelector('.Am.editable,.EditorClass');
  return page.mainFrame();
}

/** Presses Ctrl+Z, Ctrl+Shift+Z (`Z`) or Ctrl+Y. */
export async function pressWithControl(
  { page: { keyboard } }: MailBrowser,
  key: 'z' | 'Z' | 'y',
): Promise<void> {
  await keyboard.down('Control');
  if (key === 'Z') await keyboard.down('Shift');
  await keyboard.press(key === 'y' ? 'KeyY' : 'KeyZ');
  if (key === 'Z') await keyboard.up('Shift');
  await keyboard.up('Control');
}
