import { browser } from 'wxt/browser';
import type { Result } from '../failure/failure';
import type { Memory } from '../mail/memory';
import type { Diagnosis } from '../mail/protocol';
import type { FoundMails } from '../mail/theirReply';
import { type PageFailure, retry } from './inject';

/** What is run in a page besides the jobs: a notice, the diagnosis, a look for the employer’s reply. */

interface Port {
  onMessage: { addListener: (listener: () => void) => void };
  onDisconnect: { addListener: (listener: () => void) => void };
  disconnect: () => void;
}

/** Every browser has this name in the page, and the library of our other scripts is not there. */
declare const chrome: {
  runtime: {
    onConnect: Record<'addListener' | 'removeListener', (listener: (background: Port) => void) => void>;
  };
};

/**
 * Shows one sentence on the page for ten seconds, outside every draft; screen readers announce it. Returns false when
 * the whole page is a draft. A closed shadow root protects the notice from the page's styles and scripts. The browser
 * copies this function's source into the page, so it may use nothing from outside its own body.
 *
 * With `onlyIfCutOff` it waits for the background to connect, and shows the sentence if that connection breaks off before
 * a message has come through it.
 */
export function showNotice(sentence: string, onlyIfCutOff = false): boolean {
  const STYLE =
    'all:initial;display:block;max-width:360px;padding:12px 16px;border:1px solid #5b6b7b;border-radius:8px;' +
    'background:#fff;color:#1b2733;font:15px/1.45 system-ui,sans-serif;box-shadow:0 2px 12px rgb(0 0 0/25%)';
  /** Milliseconds: long enough to read two sentences. */
  const SHOWN_FOR = 10_000;
  /** Milliseconds. Screen readers announce a live region when its text changes, not when the region appears. */
  const ANNOUNCE_DELAY = 100;

  /** A frame may be too small, or be the draft itself, so use the outermost page of the same origin. */
  const findOuterDocument = (): Document => {
    let outer: Window = window;
    try {
      while (outer !== outer.parent && outer.parent.document) outer = outer.parent;
    } catch {
      // The parent page has another origin, so `outer` is the outermost page that can be used.
    }
    return outer.document;
  };

  const doc = findOuterDocument();
  // The whole page is an editor, which would save the notice as part of the draft.
  if (doc.designMode === 'on' || doc.documentElement.isContentEditable) return false;
  const show = () => {
    const host = doc.createElement('div');
    host.style.cssText = 'all:initial;position:fixed;z-index:2147483647;right:16px;bottom:16px';
    const status = doc.createElement('div');
    status.role = 'status';
    status.style.cssText = STYLE;
    host.attachShadow({ mode: 'closed' }).append(status);
    doc.documentElement.append(host);
    setTimeout(() => (status.textContent = sentence), ANNOUNCE_DELAY);
    setTimeout(() => host.remove(), SHOWN_FOR);
  };

  if (!onlyIfCutOff) show();
  else {
    const { onConnect } = chrome.runtime;
    const watch = (background: Port): void => {
      onConnect.removeListener(watch);
      background.onMessage.addListener(() => background.disconnect());
      background.onDisconnect.addListener(show);
    };
    onConnect.addListener(watch);
  }
  return true;
}

/**
 * Whether the draft begins with a greeting of the user's own, above the letter that was inserted last. 25 characters tell it
 * from the letter's. The browser copies this function's source into the page, so it may use nothing from outside its own body.
 */
function hasOwnGreeting(): boolean {
  const last = (globalThis as { dearEmployer?: Memory }).dearEmployer?.last;
  const own = last?.before.text.trimStart() ?? '';
  const isGreeting = /^(dear|hi|hello|good (morning|afternoon|evening))\b/i.test(own);
  return isGreeting && last?.after.text.trimStart().startsWith(own.slice(0, 25)) === true;
}

// ── For the popup ──────────────────────────────────────────────────────────────────────────────

type FrameReports<Report> = Result<{ report: { frameId: number; report: Report }[] }, { why: PageFailure }>;

/** Finds what we can use in each frame, for “Something not working?”. */
export const diagnoseAllFrames = (tabId: number): Promise<FrameReports<Diagnosis>> =>
  runScript(tabId, '/diagnose.js');

/** Finds the mails of each frame for “Help me answer this”, without their texts. */
export const findMailsInAllFrames = (tabId: number): Promise<FrameReports<FoundMails>> =>
  runScript(tabId, '/reply.js');

/** Runs a script of its own, whose last value is the report. A frame that navigated meanwhile has none. */
async function runScript<Report>(
  tabId: number,
  file: '/diagnose.js' | '/reply.js',
): Promise<FrameReports<Report>> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: [file],
    });
    const report = results.flatMap(({ frameId, result }) =>
      result ? [{ frameId, report: result as Report }] : [],
    );
    return { ok: true, report };
  } catch {
    return { ok: false, why: 'forbidden' };
  }
}

/** The text of one of the mails found; null if the page was reloaded meanwhile. */
export async function readMailInFrame(tabId: number, frameId: number, at: number): Promise<string | null> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const results = await browser.scripting.executeScript({ target, func: readFoundMail, args: [at] });
    const [text] = results.map(({ result }) => result);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

/** The browser copies this function's source into the page, so it may use nothing from outside its own body. */
function readFoundMail(at: number): string | null {
  const read = Object.hasOwn(window, 'dearEmployerReply') ? window.dearEmployerReply : undefined;
  window.dearEmployerReply = undefined;
  return read?.(at) ?? null;
}

// ── For the background ─────────────────────────────────────────────────────────────────────────

/** Shows a notice on the page. False if scripts cannot run in the page, or the whole page is a draft. */
export async function showNoticeInFrame(tabId: number, frameId: number, sentence: string): Promise<boolean> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const results = await browser.scripting.executeScript({ target, func: showNotice, args: [sentence] });
    return results[0]?.result === true;
  } catch {
    return false;
  }
}

/** The frame shows the sentence if the background is stopped before it calls the returned function. */
export async function sayIfCutOff(tabId: number, frameId: number, sentence: string): Promise<() => void> {
  const target = { tabId, frameIds: [frameId] };
  const args: [string, boolean] = [sentence, true];
  const results = await retry(() => browser.scripting.executeScript({ target, func: showNotice, args }));
  if (results?.[0]?.result !== true) return () => {};
  const page = browser.tabs.connect(tabId, { frameId });
  let isOpen = true;
  // The page has been left.
  page.onDisconnect.addListener(() => (isOpen = false));
  return () => isOpen && page.postMessage('said');
}

/** Whether the user's own greeting stands above the letter. False if the page cannot be asked any more: then the popup only leaves out its remark about two greetings. */
export async function hasGreetingInFrame(tabId: number, frameId: number): Promise<boolean> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const results = await browser.scripting.executeScript({ target, func: hasOwnGreeting });
    return results[0]?.result === true;
  } catch {
    return false;
  }
}
