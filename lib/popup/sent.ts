import { isRecordOf, isSameLetter, toSentRecord } from '../correspondence/sentLetters';
import { repository } from '../storage/repository';
import { toFacts } from '../writing/compose';
import type { FoundDraft } from '../writing/drafts';
import { keepOutcome } from '../writing/letterIn';
import { isLost, type LetterFacts, type LetterIn, type Outcome } from '../writing/outcome';
import { forgetWords } from './choices';
import { currentDocument, currentIngredients, currentSections, showOutcome, usePopup } from './store';

/** The letter that “I have sent it” is about: the one just copied or saved as Word, else the inserted one. */
export function findLetterToNote(outcome: Outcome | null, letterIn: LetterIn | null): LetterFacts | null {
  const taken = outcome?.kind === 'copied' || outcome?.kind === 'saved as Word' ? outcome.facts : undefined;
  return taken && !(letterIn && isSameLetter(letterIn.facts, taken)) ? taken : (letterIn?.facts ?? null);
}

/** Saves the letter under Letters and replies as sent today; the user can correct the date there. */
export async function noteSent(): Promise<void> {
  const { tab, letterIn, outcome, today } = usePopup.getState();
  const facts = findLetterToNote(outcome, letterIn);
  if (!facts) return;
  const letter = toSentRecord(facts, today);
  const noted = await repository.addRecord('sent', letter, isRecordOf(letter));
  if (!noted.ok) return showOutcome({ kind: 'not saved', why: noted.why });
  await forgetWords(facts);
  const isOther = letterIn !== null && letterIn.facts !== facts;
  const after: Outcome = { kind: 'sent noted', on: noted.value.sentOn, ...(isOther && { other: true }) };
  showOutcome(after);
  // When the popup is opened again, it must not offer to save the same letter twice.
  if (tab) await keepOutcome(tab.id, after);
}

/**
 * Offers “I have sent it” for the chosen letter, which an open email contains. Its facts are those of its insertion, if they
 * are still kept; else the text is kept only if the email contains the whole of it.
 */
export async function offerToNote({ frameId, key, holds }: FoundDraft): Promise<void> {
  const { tab, outcome, letterIn } = usePopup.getState();
  const composed = toFacts(currentDocument(), currentIngredients());
  if (!tab || (letterIn && !isSameLetter(letterIn.facts, composed))) return;
  const isWhole = currentSections().every(({ id }) => holds.includes(id));
  const facts = letterIn?.facts ?? { ...composed, text: isWhole ? composed.text : '' };
  // After a lost contact its warning stays: the user must look at the email.
  const lost = isLost(outcome) && { lost: true as const };
  const here: Outcome = { kind: 'letter here', frameId, draftKey: key, facts, ...lost };
  showOutcome(here);
  await keepOutcome(tab.id, here);
}
