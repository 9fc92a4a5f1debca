import { attach } from './attachment';
import { isPlainField } from './editable';
import { offerBeforeInput } from './editors/richText';
import { writePlainField } from './editors/plainField';
import { findClicked, findField, toFieldDraft, looksLikeEmail, shapes } from './target';
import type { Memory, RareCases } from './memory';
import { findPlainSpot, type Spot } from './place';
import type { MailClient } from './sites/site';
import type { InsertionReport } from './protocol';
import { takeOut } from './takeOut';

/** `memory` is the page side's memory, which outlives this script. */
export const createRareCases = (memory: Memory): RareCases => ({
  findClicked,
  findField,
  toFieldDraft,
  looksLikeEmail,
  shapes,
  writePlainField: ({ body }, by, isFocused, content) =>
    isPlainField(body) ? writePlainField(body, findPlainSpot(body, by, isFocused), content) : null,
  offers: [offerBeforeInput],
  wouldReplaceWidget,
  attach: (draft, files, isAlone) => attach(draft, files, isAlone, memory),
});

/**
 * In CKEditor a paste replaces a table or picture that is selected as a whole, or that is directly next to the caret.
 */
function wouldReplaceWidget(
  { site }: MailClient,
  body: HTMLElement,
  { point: { node, offset } }: Spot,
): boolean {
  const neighbours = [node.childNodes[offset - 1], node.childNodes[offset]];
  const isNextToWidget = neighbours.some(
    (one) => (one as HTMLElement | undefined)?.contentEditable === 'false',
  );
  return (
    site === 'other' &&
    ((node === body && isNextToWidget) || body.querySelector('.ck-widget_selected') !== null)
  );
}

/** Attaches the last insertion's file in the next way, and tells the insertion's result as it is now. */
async function attachNext(memory: Memory): Promise<InsertionReport | null> {
  await memory.attachNext?.();
  return memory.lookAgain?.() ?? null;
}

/** Jobs that only this script has. */
export const rareJobs = { attachNext, takeOut };
