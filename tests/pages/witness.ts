/**
 * What a stand-in page saw happen to it that must never happen: the page's own window keeps the list, and tests
 * read it. A key event of ours is untrusted; so is a click on Send.
 */
export interface Witness {
  /** Key events that no person pressed, e.g. "keydown Control+z in the body". */
  madeUpKeys: string[];
  /** Controls of the mail page that were pressed, by their kind. */
  pressed: ('send' | 'discard')[];
}

declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of the window
  var standInWitness: Witness;
}

/** `places` are selectors by the name they are reported under. */
export function keepWitness(doc: Document, sendSelector: string, discardSelector: string): void {
  const witness = (globalThis.standInWitness ??= { madeUpKeys: [], pressed: [] });
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    doc.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted)
          witness.madeUpKeys.push(`${type} ${event.ctrlKey ? 'Control+' : ''}${event.key}`);
      },
      true,
    );
  }
  doc.addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof Element)) return;
      if (target.closest(sendSelector)) witness.pressed.push('send');
      if (target.closest(discardSelector)) witness.pressed.push('discard');
    },
    true,
  );
}
