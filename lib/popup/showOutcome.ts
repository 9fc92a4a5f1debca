import { followLetter } from '../writing/letterIn';
import type { Outcome } from '../writing/outcome';
import { usePopup } from './popupStore';

/** Tells what happened, and keeps in mind the letter that is in the draft. */
export function showOutcome(outcome: Outcome | null): void {
  usePopup.setState(({ letterIn }) => ({ outcome, letterIn: followLetter(letterIn, outcome) }));
}
