import { create } from 'zustand';
import type { ActiveTab, MailSite } from '../browser/tabs';
import type { NextLetter } from '../correspondence/nextLetter';
import type { IsoDate, LetterDocument, LetterTemplate } from '../letter/model';
import type { Diagnosis, SectionText } from '../mail/protocol';
import { type DetailsIndex, emptyIndex } from '../storage/lists';
import { type Choices, type Employer, firstChoices, type Signer } from '../storage/schema';
import { composeFrom, type LetterIngredients, toSections } from '../writing/compose';
import type { DraftChoice, Where } from '../writing/drafts';
import {
  resolveInputs,
  emptyAnswers,
  noInputs,
  type TypedInputs,
  type Answers,
  type TabWords,
} from '../writing/inputs';
import { followLetter } from '../writing/letterIn';
import { type LetterProblem, noLetter } from '../writing/letters';
import type { LetterIn, Outcome } from '../writing/outcome';

export interface PopupState {
  ready: boolean;
  tab: ActiveTab | null;
  where: Where;
  today: IsoDate;
  index: DetailsIndex;
  letter: LetterTemplate;
  /** Why the chosen letter cannot be used; `letter` then holds no section. */
  letterProblem: LetterProblem | null;
  signer: Signer | null;
  employer: Employer | null;
  choices: Choices;
  /** Mixed from `own` and `recalled`, as the ticked requests in `choices` are; see `changeWords`. */
  words: TabWords;
  own: TypedInputs;
  recalled: Answers;
  draftKey: string | null;
  draftChoice: DraftChoice | null;
  outcome: Outcome | null;
  letterIn: LetterIn | null;
  /** The signer and employer of whom the user said that they belong together although they seem not to. */
  acceptedPair: string;
  /** True until a letter has gone in once: the mailbox warning is still due. */
  warnAboutMailbox: boolean;
  diagnosis: Diagnosis | null;
  /** What the letters already sent call for. */
  next: NextLetter;
  lastMailSite: MailSite | '';
  /** The four things asked for here while they are not saved. */
  askFirst: boolean;
  first: FirstDetails;
}

export interface FirstDetails {
  fullName: string;
  school: string;
  employment: string;
  organisation: string;
  /** Why the chosen kind of school leads to this employer; empty before the choice. */
  reason: string;
  /** What the employer of such a school is called; empty before the choice. */
  hint: string;
}

const initialPopup: PopupState = {
  ready: false,
  tab: null,
  where: { state: 'looking' },
  today: '2026-01-01',
  index: emptyIndex,
  letter: noLetter,
  letterProblem: null,
  signer: null,
  employer: null,
  choices: firstChoices,
  words: { ownParagraph: '', replyBy: '2026-01-01', answers: {} },
  own: noInputs,
  recalled: emptyAnswers,
  draftKey: null,
  draftChoice: null,
  outcome: null,
  letterIn: null,
  acceptedPair: '',
  warnAboutMailbox: false,
  diagnosis: null,
  next: { do: 'nothing' },
  lastMailSite: '',
  askFirst: false,
  first: { fullName: '', school: '', employment: '', organisation: '', reason: '', hint: '' },
};

/** Mirrors storage and the tab while the popup is open; nothing is kept here that is not kept there too. */
export const usePopup = create<PopupState>(() => initialPopup);

/** For every change of words, or of whose they are: what the letter says is mixed anew. */
export function changeWords(change: (state: PopupState) => Partial<PopupState>): void {
  usePopup.setState((state) => {
    const changed = change(state);
    return { ...changed, ...resolveInputs({ ...state, ...changed }) };
  });
}

/** Tells what happened, and keeps in mind the letter that is in the draft. */
export function showOutcome(outcome: Outcome | null): void {
  usePopup.setState(({ letterIn }) => ({ outcome, letterIn: followLetter(letterIn, outcome) }));
}

export function currentIngredients(): LetterIngredients {
  const { letter, signer, employer, choices, words, today } = usePopup.getState();
  return { letter, signer, employer, choices, words, today };
}

export function currentDocument(): LetterDocument {
  return composeFrom(currentIngredients());
}

export function currentSections(): SectionText[] {
  return toSections(currentDocument());
}
