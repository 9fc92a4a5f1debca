import { readLetterIn, writeOutcomeAndLetter } from '../browser/tabSession';
import { followLetter } from './letterIn';
import type { Outcome } from './outcome';

/** Keeps for the tab what happened, and the letter something can still be done about, for the popup's next opening. */
export async function keepOutcome(tabId: number, outcome: Outcome): Promise<void> {
  await writeOutcomeAndLetter(tabId, outcome, followLetter(await readLetterIn(tabId), outcome));
}
