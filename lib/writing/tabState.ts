import { browser } from 'wxt/browser';
import type { FirstAnswers } from '../firstQuestions/answers';
import { presentVersion } from '../storage/migrations';
import type { DraftChoice } from './drafts';
import type { TypedInputs } from './inputs';
import type { LetterIn, Outcome } from './outcome';

/** The choices saved for one tab, so that closing the popup loses nothing. Absent fields were not chosen in this tab. */
export interface TabChoices {
  letterId?: string;
  signerId?: string;
  employerId?: string;
  /** The signer's saved employer when `employerId` was chosen. If the saved employer changes, the choice is dropped. */
  savedEmployerId?: string;
  own?: TypedInputs;
  draftChoice?: DraftChoice | null;
}

/**
 * State that the popup needs when it is opened again in the same tab. It is saved in storage.session, which is in memory
 * only: it never reaches the disk and is lost when the browser closes. The choices have their own key, because the popup
 * writes them while the background writes the outcome. The inserted letter has its own key, because it remains after a
 * later action replaces the outcome.
 *
 * The version is part of the keys: what another version wrote is not found, and the tab starts afresh. Browsers clear this
 * storage when the extension is updated, so nothing is lost by that.
 */
const VERSION = `tab${presentVersion('session')}`;
const choicesKey = (tabId: number) => `${VERSION}:${tabId}:choices`;
const outcomeKey = (tabId: number) => `${VERSION}:${tabId}:outcome`;
const letterInKey = (tabId: number) => `${VERSION}:${tabId}:letterIn`;

export async function readTabChoices(tabId: number): Promise<TabChoices> {
  const key = choicesKey(tabId);
  return ((await browser.storage.session.get(key))[key] as TabChoices | undefined) ?? {};
}

export function writeTabChoices(tabId: number, choices: TabChoices): Promise<void> {
  return browser.storage.session.set({ [choicesKey(tabId)]: choices });
}

export async function readOutcome(tabId: number): Promise<Outcome | null> {
  const key = outcomeKey(tabId);
  return ((await browser.storage.session.get(key))[key] as Outcome | undefined) ?? null;
}

export function writeOutcome(tabId: number, outcome: Outcome): Promise<void> {
  return browser.storage.session.set({ [outcomeKey(tabId)]: outcome });
}

export async function readLetterIn(tabId: number): Promise<LetterIn | null> {
  const key = letterInKey(tabId);
  return ((await browser.storage.session.get(key))[key] as LetterIn | null | undefined) ?? null;
}

/** Writes the outcome and the inserted letter in one call, so that they never contradict each other. */
export function writeOutcomeAndLetter(
  tabId: number,
  outcome: Outcome,
  letterIn: LetterIn | null,
): Promise<void> {
  return browser.storage.session.set({ [outcomeKey(tabId)]: outcome, [letterInKey(tabId)]: letterIn });
}

/** Calls back whenever the tab’s outcome changes. Returns a function that stops watching. */
export function watchOutcome(tabId: number, onChange: (outcome: Outcome) => void): () => void {
  const key = outcomeKey(tabId);
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const outcome = changes[key]?.newValue as Outcome | undefined;
    if (outcome) onChange(outcome);
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

/** Removes the state of a closed tab. */
export function forgetTab(tabId: number): Promise<void> {
  return browser.storage.session.remove([choicesKey(tabId), outcomeKey(tabId), letterInKey(tabId)]);
}

/** The jobs that are marked as running now. */
export async function listRunningJobs() {
  const all = await browser.storage.session.get<Record<string, Outcome | undefined>>(null);
  return Object.entries(all).flatMap(([key, value]) =>
    key.startsWith(VERSION) && key.endsWith(':outcome') && value?.kind === 'running'
      ? [{ tabId: Number(key.split(':')[1]), job: value }]
      : [],
  );
}

const FIRST_ANSWERS_KEY = `${VERSION}:firstAnswers`;

/** The answers to the first questions, until they are saved. The same in every tab; null if there are none. */
export async function readFirstAnswers(): Promise<FirstAnswers | null> {
  const stored =
    await browser.storage.session.get<Record<string, FirstAnswers | undefined>>(FIRST_ANSWERS_KEY);
  return stored[FIRST_ANSWERS_KEY] ?? null;
}

/** `null` removes them. */
export function writeFirstAnswers(answers: FirstAnswers | null): Promise<void> {
  return answers
    ? browser.storage.session.set({ [FIRST_ANSWERS_KEY]: answers })
    : browser.storage.session.remove(FIRST_ANSWERS_KEY);
}

const DIAGNOSIS_KEY = 'lastDiagnosis';

/** Saves the last report of “Something not working?” in memory only, so that the options page can show it. */
export function saveDiagnosis(report: string): Promise<void> {
  return browser.storage.session.set({ [DIAGNOSIS_KEY]: report });
}

/** Empty if no report was made since the browser started. */
export async function readDiagnosis(): Promise<string> {
  const stored = await browser.storage.session.get<Record<string, string | undefined>>(DIAGNOSIS_KEY);
  return stored[DIAGNOSIS_KEY] ?? '';
}
