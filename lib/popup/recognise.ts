/** Whether the letter is in an email of this page, and what is shown of it. It loads after the popup’s first paint. */

import { isSameLetter } from '../correspondence/sentLetters';
import { holdsMost, type SectionText } from '../mail/protocol';
import type { FoundDraft, Where } from '../writing/drafts';
import { toFacts } from '../writing/insertion';
import { isLost, type LetterFacts, type LetterIn, type Outcome } from '../writing/outcome';
import { followLetter, keepOutcome } from '../writing/tabState';
import {
  currentDocument,
  currentIngredients,
  currentSections,
  type PopupState,
  type PopupStore,
  showOutcome,
} from './store';

/** An email with other words than the letter has now may also ask for other things, by another date. */
const NOT_AS_NOW = { text: '', wordingVersion: '', requests: [], replyBy: '' } satisfies Partial<LetterFacts>;

/**
 * Offers “I have sent it” for the chosen letter, which an open email contains. Its facts are those of its insertion, if they
 * are still kept; else text, requests and reply date are kept only if the email contains the whole of it.
 */
async function offerToNote(popup: PopupStore, { frameId, key, holds }: FoundDraft): Promise<void> {
  const { tab, outcome, letterIn } = popup.getState();
  const composed = toFacts(currentDocument(popup.getState()), currentIngredients(popup.getState()));
  if (!tab || (letterIn && !isSameLetter(letterIn.facts, composed))) return;
  const isWhole = currentSections(popup.getState()).every(({ id, release }) => release || holds.includes(id));
  const facts = letterIn?.facts ?? (isWhole ? composed : { ...composed, ...NOT_AS_NOW });
  // After a lost contact its warning stays: the user must look at the email.
  const lost = isLost(outcome) && { lost: true as const };
  const here: Outcome = { kind: 'letter here', frameId, draftKey: key, facts, ...lost };
  showOutcome(popup, here);
  await keepOutcome(tab.id, here);
}

/**
 * Shows the outcome, unless it would seem to describe an open email and does not: the email with the letter is no longer
 * open, or the page was loaded again since.
 */
export function showOfThisPage(popup: PopupStore, outcome: Outcome | null): void {
  const { letterIn, where } = popup.getState();
  if (letterIn && isElsewhere(letterIn, where)) {
    const { frameId, facts } = letterIn;
    const elsewhere = { kind: 'letter elsewhere', frameId, facts } as const;
    const isOfLetter =
      outcome?.kind === 'letter here' || (outcome?.kind === 'reported' && outcome.facts.part === null);
    if (isOfLetter) return showOutcome(popup, elsewhere);
    popup.setState({ letterIn: followLetter(letterIn, elsewhere) });
  }
  const isEarlier = outcome && 'page' in outcome && isOfEarlierPage(outcome.page, where);
  popup.setState({ outcome: isEarlier ? null : outcome });
  if (!isEarlier && outcome?.kind === 'reported' && letterIn?.draftKey === null) {
    const draftKey = findOnlyHolder(where);
    if (outcome.facts.part === null && draftKey) showOutcome(popup, { ...outcome, draftKey });
  }
}

/** A right-click does not say in which email it was: the only one that has something of the letter. */
function findOnlyHolder(where: Where): string | undefined {
  const [holder, ...more] = where.state === 'looked' ? where.drafts.filter(({ holds }) => holds.length) : [];
  return more.length ? undefined : holder?.key;
}

/** Recognises the letter in an open email by its text: after a restart or a lost contact, nothing else is known of it. */
export async function recogniseLetter(popup: PopupStore): Promise<void> {
  const { outcome } = popup.getState();
  const isUnclear = outcome === null || outcome.kind === 'letter elsewhere' || isLost(outcome);
  const draft = isUnclear && findLetterHere(popup.getState(), currentSections(popup.getState()));
  if (draft) await offerToNote(popup, draft);
}

/** Whether a letter or outcome belongs to a page that has since been reloaded or left, and must not be shown for this page. */
function isOfEarlierPage(page: string | undefined, where: Where): boolean {
  return page !== undefined && where.state === 'looked' && !where.pages.includes(page);
}

/** The open email that contains most of the letter: the chosen one, if several do. */
function findLetterHere(
  { where, draftKey }: Pick<PopupState, 'where' | 'draftKey'>,
  sections: readonly SectionText[],
): FoundDraft | undefined {
  if (where.state !== 'looked') return undefined;
  const found = where.drafts.filter(({ holds }) => holdsMost(holds, sections));
  return found.find(({ key }) => key === draftKey) ?? found[0];
}

/** Whether the email with the letter is no longer open here: its draft is gone and no open draft contains the letter. */
export function isElsewhere(letterIn: LetterIn | null, where: Where): boolean {
  if (isOfEarlierPage(letterIn?.page, where)) return true;
  if (!letterIn?.draftKey || where.state !== 'looked') return false;
  const { draftKey: key } = letterIn;
  return !where.drafts.some((draft) => draft.key === key || draft.holds.length > 0);
}
