/** Seconds after which it goes by itself: long enough to read two sentences. */
const SHOWN = 10_000;

/**
 * Shows one sentence on the page, outside every draft, read out by screen readers, and gone after ten seconds. In a
 * closed shadow root, so that the page's own styles and scripts do not meet it.
 */
export function showNotice(sentence: string, win: Window): boolean {
  const doc = findOuterDocument(win);
  if (isWrittenIn(doc)) return false;
  const host = doc.createElement('div');
  host.style.cssText = 'all:initial;position:fixed;z-index:2147483647;right:16px;bottom:16px';
  const status = doc.createElement('div');
  status.role = 'status';
  status.style.cssText = STYLE;
  host.attachShadow({ mode: 'closed' }).append(status);
  doc.documentElement.append(host);
  // A live region is read out when it changes, not when it appears.
  setTimeout(() => (status.textContent = sentence), 100);
  setTimeout(() => host.remove(), SHOWN);
  return true;
}

const STYLE =
  'display:block;max-width:360px;padding:12px 16px;border-radius:8px;background:#1b2733;color:#fff;font:15px/1.45 system-ui;outline:1px solid #fff';

/** A frame may be too small to read in, or be the draft itself: the outermost page we may reach. */
function findOuterDocument(win: Window): Document {
  let outer = win;
  try {
    while (outer !== outer.parent && outer.parent.document) outer = outer.parent;
  } catch {
    // The page around is of another origin: this is as far as it goes.
  }
  return outer.document;
}

/** An editor may keep whatever stands in its page, and save it. */
function isWrittenIn({ documentElement, designMode }: Document): boolean {
  return designMode === 'on' || documentElement.isContentEditable;
}
