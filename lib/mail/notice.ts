import type { Memory } from './memory';

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
export function hasOwnGreeting(): boolean {
  const last = (globalThis as { dearEmployer?: Memory }).dearEmployer?.last;
  const own = last?.before.text.trimStart() ?? '';
  const isGreeting = /^(dear|hi|hello|good (morning|afternoon|evening))\b/i.test(own);
  return isGreeting && last?.after.text.trimStart().startsWith(own.slice(0, 25)) === true;
}
