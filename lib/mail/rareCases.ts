import { attach } from './attachment';
import { isPlainField } from './editable';
import { offerBeforeInput } from './editors/paste';
import { writePlainField } from './editors/plainField';
import { findField, looksLikeEmail } from './target';
import type { Memory, RareCases } from './memory';
import { findPlainSpot } from './place';
import type { InsertionReport } from './protocol';
import { takeOut } from './takeOut';

/** `memory` is the page side's memory, which outlives this script. */
export const createRareCases = (memory: Memory): RareCases => ({
  findField,
  looksLikeEmail,
  writePlainField: ({ body }, by, isFocused, content) =>
    isPlainField(body) ? writePlainField(body, findPlainSpot(body, by, isFocused), content) : null,
  offers: [offerBeforeInput],
  attach: (draft, files) => attach(draft, files, memory),
  takeOut,
});

/** Attaches the last insertion's file in the next way, and tells the insertion's result as it is now. */
export async function attachNext(memory: Memory): Promise<InsertionReport | null> {
  await memory.attachNext?.();
  return memory.lookAgain?.() ?? null;
}
