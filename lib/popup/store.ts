import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type * as Clipboard from '../browser/clipboardAndDownloads';
import type * as Inject from '../browser/inject';
import type * as Tabs from '../browser/tabs';
import type { ActiveTab, MailSite } from '../browser/tabs';
import type { NextLetter } from '../correspondence/nextLetter';
import type { FirstAnswers } from '../firstQuestions/answers';
import type { LetterDocument } from '../letter/model';
import type { Diagnosis, SectionText } from '../mail/protocol';
import type { Employer } from '../storage/schema';
import { fitsEmployer } from '../employer/pairing';
import { textsToRecognise } from '../letter/render/text';
import type * as Composing from '../writing/insertion';
import type { Where } from '../writing/drafts';
import type { Gathered } from '../writing/gather';
import { type FirstLetter, type LetterIngredients, noEarlierLetters, resolveInputs } from '../writing/inputs';
import { followLetter, keepOutcome, runningJob, readOutcome } from '../writing/tabState';
import type * as Jobs from '../writing/outcome';
import { type LetterIn, type Outcome, lostContact, type PageJobMessage } from '../writing/outcome';

/** What the popup needs of the browser and the background; tests pass fakes. */
export type PopupDeps = Pick<typeof Inject, 'runInAllFrames' | 'runInFrame'> &
  Pick<typeof Tabs, 'clearBadge' | 'findActiveTab' | 'openNewEmail' | 'openOptionsPage'> &
  Pick<typeof Clipboard, 'copyLetter' | 'copyText' | 'saveFile'> &
  Pick<typeof Jobs, 'sendJob' | 'wakeBackground'> & { now: Date; version: string };

/** What the popup has read before it shows anything. `words` and the ticked requests are resolved again by `changeWords`. */
export interface PopupStart extends Gathered {
  tab: ActiveTab | null;
  /** Composes the letter. Not loaded at the click: the popup may close at once, and the job must be sent before. */
  composing: typeof Composing;
  letterIn: LetterIn | null;
  /** True until the user has inserted a letter once. */
  warnAboutMailbox: boolean;
  lastMailSite: MailSite | '';
}

export interface PopupState extends PopupStart {
  /** The next letter that the sent letters call for. */
  next: NextLetter;
  firstLetter: FirstLetter | null;
  where: Where;
  draftKey: string | null;
  outcome: Outcome | null;
  /** The user has gone back from the outcome to *Insert letter*. */
  isBack: boolean;
  /** The signer and employer that the user accepted although they do not match; empty until then. */
  acceptedPair: string;
  diagnosis: Diagnosis | null;
  /** The answers to the first questions while the popup asks them; null once a signer and an employer are saved. */
  first: FirstAnswers | null;
  /** True if the browser refused to save them. */
  firstNotSaved: boolean;
}

/** One opened popup: its state, and what its actions share without showing it. */
export interface PopupStore extends StoreApi<PopupState> {
  deps: PopupDeps;
  /** A second click while the choices are being taken must not put in a second copy. */
  isTaking: boolean;
  /** The user’s choices, run in the order in which they were made. */
  choosing: Promise<unknown>;
  /** The number of choices not yet made. */
  waiting: number;
  /** The employers that are saved already, e.g. from a branch file, while the first questions are asked. */
  savedEmployers: Employer[];
  /**
   * The letter composed last, kept outside the state for a popup that can no longer be shown. A letter that may not be taken
   * without a question first is not kept.
   */
  lastLetter: LetterDocument | null;
}

/** Mirrors storage and the tab while the popup is open. Closing the popup must lose nothing, so each change is saved too. */
export function createPopupStore(deps: PopupDeps, start: PopupStart): PopupStore {
  const store = createStore<PopupState>(() => ({
    ...start,
    ...noEarlierLetters,
    where: { state: 'looking' },
    draftKey: null,
    outcome: null,
    isBack: false,
    acceptedPair: '',
    diagnosis: null,
    first: null,
    firstNotSaved: false,
  }));
  return Object.assign(store, {
    deps,
    isTaking: false,
    choosing: Promise.resolve(),
    waiting: 0,
    savedEmployers: [],
    lastLetter: null,
  });
}

export const PopupContext = createContext<PopupStore | null>(null);

/** The store, for actions. */
export function usePopupStore(): PopupStore {
  const popup = useContext(PopupContext);
  if (!popup) throw new Error('The popup’s components need a store');
  return popup;
}

/** What a component shows of the state; it is drawn again only when a field of that changes. */
export function usePopup<Shown>(select: (state: PopupState) => Shown): Shown {
  return useStore(usePopupStore(), useShallow(select));
}

export function usePopupFields<Name extends keyof PopupState>(...names: Name[]): Pick<PopupState, Name> {
  return usePopup((state) => Object.fromEntries(names.map((name) => [name, state[name]]))) as Pick<
    PopupState,
    Name
  >;
}

/** Applies a change of typed words, signer, employer or earlier letters, and resolves the letter’s words again. */
export function changeWords(popup: PopupStore, change: (state: PopupState) => Partial<PopupState>): void {
  popup.setState((state) => {
    const changed = change(state);
    return { ...changed, ...resolveInputs({ ...state, ...changed }) };
  });
}

/** Shows the outcome and updates the inserted letter accordingly. */
export function showOutcome(popup: PopupStore, outcome: Outcome | null): void {
  popup.setState(({ letterIn, isBack }) => ({
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

/** The outcome to show; null while another open email than its own is chosen. */
export function outcomeOfChosen(state: PopupState): Outcome | null {
  const { outcome } = state;
  return outcome && 'draftKey' in outcome && isNotChosen(outcome.draftKey, state) ? null : outcome;
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
export function isChanged(state: PopupState): boolean {
  const { letterIn, composing } = state;
  return letterIn !== null && letterIn.facts.text !== composing.toBody(currentDocument(state)).text;
}

export function currentIngredients(state: PopupState): LetterIngredients {
  const { letter, signer, employer, choices, words, today, firstLetter } = state;
  return { letter, signer, employer, choices, words, today, firstLetter };
}

const composed = new WeakMap<PopupState, LetterDocument>();

/** The letter as it would go in now, composed once for each state. */
export function currentDocument(state: PopupState): LetterDocument {
  const document = composed.get(state) ?? state.composing.composeFrom(currentIngredients(state));
  composed.set(state, document);
  return document;
}

/** Composes the letter for the screen and keeps it for a popup that can no longer be shown. */
export function keepLetter(popup: PopupStore, state: PopupState): LetterDocument {
  const document = currentDocument(state);
  const mayBeTaken = !state.letterProblem && fitsEmployer(state.signer, state.employer);
  popup.lastLetter = mayBeTaken ? document : null;
  return document;
}

export function currentFirstLetter(state: PopupState): FirstLetter | null {
  return state.composing.findFirstLetter(currentIngredients(state));
}

export function currentSections(state: PopupState): SectionText[] {
  return textsToRecognise(currentDocument(state), state.letter);
}

/** Sends a job to the background and shows its outcome, also if the background stops before the job ends. */
export async function handOver(popup: PopupStore, job: PageJobMessage): Promise<void> {
  showOutcome(popup, runningJob(job));
  await showOutcomeAfter(popup, job.tabId, popup.deps.sendJob(job));
}

/** Shows the outcome of a job that was sent before the popup was opened again. */
export async function followJob(popup: PopupStore, tabId: number): Promise<void> {
  await showOutcomeAfter(popup, tabId, popup.deps.wakeBackground());
}

/** Shows the tab’s outcome as it is when the background has answered. */
export async function showOutcomeAfter(
  popup: PopupStore,
  tabId: number,
  answer: Promise<void>,
): Promise<void> {
  const hasAnswered = await answer.then(
    () => true,
    () => false,
  );
  const stored = await readOutcome(tabId);
  // A job that is still marked as running after the answer was interrupted.
  if (stored?.kind === 'running') {
    const lost = lostContact(stored);
    showOutcome(popup, lost);
    return keepOutcome(tabId, lost);
  }
  if (hasAnswered) return showOutcome(popup, stored);
  // The background stopped before it marked the job as running, so the stored outcome is of an earlier job.
  const { outcome } = popup.getState();
  if (outcome?.kind === 'running') showOutcome(popup, lostContact(outcome));
}
