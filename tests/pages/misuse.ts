/**
 * Events that the extension must never cause. Each stand-in page records them in its window, and tests read them there.
 * A key event that a script sends is untrusted.
 */
export interface Misuse {
  /** Untrusted key events, such as "keydown Control+z". */
  scriptedKeys: string[];
  /** Clicks on the mail page's Send and Discard. */
  pressed: ('send' | 'discard')[];
}

declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of the window
  var standInMisuse: Misuse;
}

export function recordMisuse(doc: Document, sendSelector: string, discardSelector: string): void {
  const misuse = (globalThis.standInMisuse ??= { scriptedKeys: [], pressed: [] });
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    doc.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted)
          misuse.scriptedKeys.push(`${type} ${event.ctrlKey ? 'Control+' : ''}${event.key}`);
      },
      true,
    );
  }
  doc.addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof Element)) return;
      if (target.closest(sendSelector)) misuse.pressed.push('send');
      if (target.closest(discardSelector)) misuse.pressed.push('discard');
    },
    true,
  );
}
