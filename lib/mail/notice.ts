/**
 * Shows one sentence on the page, outside every draft, read out by screen readers, and gone after ten seconds. False
 * where the page has no place outside the draft. In a closed shadow root, so that the page's own styles and scripts do
 * not meet it. The browser copies this function into the page as text: it may use nothing from outside itself.
 */
export function showNotice(sentence: string): boolean {
  const STYLE =
    'all:initial;display:block;max-width:360px;padding:12px 16px;border:1px solid #5b6b7b;border-radius:8px;' +
    'background:#fff;color:#1b2733;font:15px/1.45 system-ui,sans-serif;box-shadow:0 2px 12px rgb(0 0 0/25%)';
  /** Long enough to read two sentences. */
  const SHOWN = 10_000;
  /** A live region is read out when it changes, not when it appears. */
  const HEARD = 100;

  /** A frame may be too small to read in, or be the draft itself: the outermost page we may reach. */
  const findOuterDocument = (): Document => {
    let outer: Window = window;
    try {
      while (outer !== outer.parent && outer.parent.document) outer = outer.parent;
    } catch {
      // The page around is of another origin: this is as far as it goes.
    }
    return outer.document;
  };

  const doc = findOuterDocument();
  // An editor may keep whatever stands in its page, and save it.
  if (doc.designMode === 'on' || doc.documentElement.isContentEditable) return false;
  const host = doc.createElement('div');
  host.style.cssText = 'all:initial;position:fixed;z-index:2147483647;right:16px;bottom:16px';
  const status = doc.createElement('div');
  status.role = 'status';
  status.style.cssText = STYLE;
  host.attachShadow({ mode: 'closed' }).append(status);
  doc.documentElement.append(host);
  setTimeout(() => (status.textContent = sentence), HEARD);
  setTimeout(() => host.remove(), SHOWN);
  return true;
}
