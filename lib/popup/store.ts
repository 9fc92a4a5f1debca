import { create } from 'zustand';
import type { ActiveTab, MailSite } from '../browser/tabs';
import type { NextLetter } from '../correspondence/nextLetter';
import type { FirstAnswers } from '../firstQuestions/answers';
import type { IsoDate, LetterDocument, LetterTemplate } from '../letter/model';
import type { Diagnosis, SectionText } from '../mail/protocol';
import { type DetailsIndex, emptyIndex } from '../storage/lists';
import { type Choices, firstChoices } from '../storage/choices';
import type { Employer, Signer } from '../storage/schema';
import { fitsEmployer } from '../employer/pairing';
import { textsToRecognise } from '../letter/render/text';
import type * as Composing from '../writing/insertion';
import type { DraftChoice, Where } from '../writing/drafts';
import {
  type FirstLetter,
  type LetterIngredients,
  resolveInputs,
  noAnswersAndTicks,
  noInputs,
  type TypedInputs,
  type AnswersAndTicks,
  type TabWords,
} from '../writing/inputs';
import { followLetter, keepOutcome, runningJob, readOutcome } from '../writing/tabState';
import { type LetterProblem, noLetter } from '../writing/letters';
import {
  type LetterIn,
  type Outcome,
  lostContact,
  sendJob,
  wakeBackground,
  type PageJobMessage,
} from '../writing/outcome';

export interface PopupState {
  ready: boolean;
  tab: ActiveTab | null;
  where: Where;
  today: IsoDate;
  index: DetailsIndex;
  letter: LetterTemplate;
  /** Loaded with the first letter, because its code is large; null until then. */
  composing: typeof Composing | null;
  /** Why the chosen letter cannot be used; `letter` then has no sections. */
  letterProblem: LetterProblem | null;
  signer: Signer | null;
  employer: Employer | null;
  choices: Choices;
  /** Resolved from `own` and `recalled`, like the ticked requests in `choices`; see `changeWords`. */
  words: TabWords;
  own: TypedInputs;
  recalled: AnswersAndTicks;
  draftKey: string | null;
  draftChoice: DraftChoice | null;
  outcome: Outcome | null;
  letterIn: LetterIn | null;
  /** The user has gone back from the outcome to *Insert letter*. */
  isBack: boolean;
  /** The signer and employer that the user accepted although they do not match; empty until then. */
  acceptedPair: string;
  /** True until the user has inserted a letter once. */
  warnAboutMailbox: boolean;
  diagnosis: Diagnosis | null;
  /** The next letter that the sent letters call for. */
  next: NextLetter;
  /** As in LetterIngredients. */
  firstLetter: FirstLetter | null;
  lastMailSite: MailSite | '';
  /** The answers to the first questions while the popup asks them; null once a signer and an employer are saved. */
  first: FirstAnswers | null;
  /** True if the browser refused to save them. */
  firstNotSaved: boolean;
}

const noDocument: LetterDocument = {
  letterId: '',
  title: '',
  date: '2026-01-01',
  subject: [],
  sender: [],
  recipient: [],
  sections: [],
  missing: [],
};

const initialPopup: PopupState = {
  ready: false,
  tab: null,
  where: { state: 'looking' },
  today: '2026-01-01',
  index: emptyIndex,
  letter: noLetter,
  composing: null,
  letterProblem: null,
  signer: null,
  employer: null,
  choices: firstChoices,
  words: { ownParagraph: '', replyBy: '2026-01-01', answers: {} },
  own: noInputs,
  recalled: noAnswersAndTicks,
  draftKey: null,
  draftChoice: null,
  outcome: null,
  letterIn: null,
  isBack: false,
  acceptedPair: '',
  warnAboutMailbox: false,
  diagnosis: null,
  next: { do: 'nothing' },
  firstLetter: null,
  lastMailSite: '',
  first: null,
  firstNotSaved: false,
};

/** Mirrors storage and the tab while the popup is open. Closing the popup must lose nothing, so each change is saved too. */
export const usePopup = create<PopupState>(() => initialPopup);

/** Applies a change of typed words, signer, employer or earlier letters, and resolves the letter’s words again. */
export function changeWords(change: (state: PopupState) => Partial<PopupState>): void {
  usePopup.setState((state) => {
    const changed = change(state);
    return { ...changed, ...resolveInputs({ ...state, ...changed }) };
  });
}

/** Shows the outcome and updates the inserted letter accordingly. */
export function showOutcome(outcome: Outcome | null): void {
  usePopup.setState(({ letterIn, isBack }) => ({
    outcome,
    letterIn: followLetter(letterIn, outcome),
    isBack: isBack && outcome?.kind === 'running',
  }));
}

/** Whether this email is open and another one is chosen: nothing is said of it or done in it then. */
export function isNotChosen(key: string | null | undefined, { where, draftKey }: PopupState): boolean {
  if (!key || !draftKey || key === draftKey || where.state !== 'looked') return false;
  return where.drafts.some((draft) => draft.key === key);
}

/** The inserted letter; null while another open email is chosen. */
export function letterInChosen(state: PopupState): LetterIn | null {
  return isNotChosen(state.letterIn?.draftKey, state) ? null : state.letterIn;
}

/** Whether the letter is in the email, and the popup shows what can be done with it. */
export function isDone({ outcome, letterIn, isBack, draftKey }: PopupState): boolean {
  if (!letterIn || isBack || !outcome) return false;
  // Another email is open here for writing.
  if (letterIn.draftKey && draftKey && letterIn.draftKey !== draftKey) return false;
  return !['letter elsewhere', 'page failed', 'letter blocked', 'does not fit', 'no draft'].includes(
    outcome.kind,
  );
}

/** Whether the letter would now be another than the one in the email. */
export function isChanged({ letterIn }: PopupState): boolean {
  const { composing } = usePopup.getState();
  return letterIn !== null && letterIn.facts.text !== composing?.toBody(currentDocument()).text;
}

export function currentIngredients(): LetterIngredients {
  const { letter, signer, employer, choices, words, today, firstLetter } = usePopup.getState();
  return { letter, signer, employer, choices, words, today, firstLetter };
}

/**
 * The letter composed last, kept outside this store for a popup that can no longer be shown. A letter that may not be taken
 * without a question first is not kept.
 */
export const lastLetter: { document: LetterDocument | null } = { document: null };

export function currentDocument(): LetterDocument {
  const { signer, employer, letterProblem, composing } = usePopup.getState();
  if (!composing) return noDocument;
  const document = composing.composeFrom(currentIngredients());
  lastLetter.document = letterProblem || !fitsEmployer(signer, employer) ? null : document;
  return document;
}

export function currentSections(): SectionText[] {
  return textsToRecognise(currentDocument(), usePopup.getState().letter);
}

/** Sends a job to the background and shows its outcome, also if the background stops before the job ends. */
export async function handOver(job: PageJobMessage): Promise<void> {
  showOutcome(runningJob(job));
  await showOutcomeAfter(job.tabId, sendJob(job));
}

/** Shows the outcome of a job that was sent before the popup was opened again. */
export async function followJob(tabId: number): Promise<void> {
  await showOutcomeAfter(tabId, wakeBackground());
}

/** Shows the tab’s outcome as it is when the background has answered. */
export async function showOutcomeAfter(tabId: number, answer: Promise<void>): Promise<void> {
  const hasAnswered = await answer.then(
    () => true,
    () => false,
  );
  const stored = await readOutcome(tabId);
  // A job that is still marked as running after the answer was interrupted.
  if (stored?.kind === 'running') {
    const lost = lostContact(stored);
    showOutcome(lost);
    return keepOutcome(tabId, lost);
  }
  if (hasAnswered) return showOutcome(stored);
  // The background stopped before it marked the job as running, so the stored outcome is of an earlier job.
  const { outcome } = usePopup.getState();
  if (outcome?.kind === 'running') showOutcome(lostContact(outcome));
}
