import { browser } from 'wxt/browser';
import type { DraftChoice } from './drafts';
import type { TypedInputs } from './inputs';
import type { LetterIn, Outcome } from './outcome';

/** What the popup keeps for one tab, so that closing it loses nothing. Absent: not chosen in this tab. */
export interface TabChoices {
  letterId?: string;
  signerId?: string;
  employerId?: string;
  /** The signer's saved employer at that time: once another is saved, the choice made here no longer holds. */
  savedEmployerId?: string;
  own?: TypedInputs;
  draftChoice?: DraftChoice | null;
}

/**
 * What the popup must find again when it is opened a second time in the same tab. Kept in storage.session, which is
 * memory: it never reaches the disk and is gone when the browser closes. The choices have a key of their own, because
 * the popup writes them while the background writes the outcome; and so has the letter that went in, because it outlives
 * the outcome of whatever comes after it.
 */
const choicesKey = (tabId: number) => `tab:${tabId}:choices`;
const outcomeKey = (tabId: number) => `tab:${tabId}:outcome`;
const letterInKey = (tabId: number) => `tab:${tabId}:letterIn`;

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

/** An outcome and what it means for the letter that went in: both or neither. */
export function writeOutcomeAndLetter(
  tabId: number,
  outcome: Outcome,
  letterIn: LetterIn | null,
): Promise<void> {
  return browser.storage.session.set({ [outcomeKey(tabId)]: outcome, [letterInKey(tabId)]: letterIn });
}

/** Calls back whenever the tab’s outcome changes; returns what stops it. */
export function watchOutcome(tabId: number, onChange: (outcome: Outcome) => void): () => void {
  const key = outcomeKey(tabId);
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const outcome = changes[key]?.newValue as Outcome | undefined;
    if (outcome) onChange(outcome);
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

/** Forgets a closed tab. */
export function forgetTab(tabId: number): Promise<void> {
  return browser.storage.session.remove([choicesKey(tabId), outcomeKey(tabId), letterInKey(tabId)]);
}

export interface RunningJob {
  tabId: number;
  takingOut: boolean;
}

/** The jobs that are marked as running now. */
export async function listRunningJobs(): Promise<RunningJob[]> {
  const all = await browser.storage.session.get<Record<string, Outcome | undefined>>(null);
  return Object.entries(all).flatMap(([key, value]) =>
    key.endsWith(':outcome') && value?.kind === 'running'
      ? [{ tabId: Number(key.split(':')[1]), takingOut: value.takingOut === true }]
      : [],
  );
}

const KEY = 'lastDiagnosis';

/** The last report of “Something not working?”, in memory only, for the options page to show. */
export function keepDiagnosis(report: string): Promise<void> {
  return browser.storage.session.set({ [KEY]: report });
}

/** Empty when there was none since the browser started. */
export async function readDiagnosis(): Promise<string> {
  const stored = await browser.storage.session.get<Record<string, string | undefined>>(KEY);
  return stored[KEY] ?? '';
}
