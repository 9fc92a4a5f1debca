import { browser } from 'wxt/browser';
import type { FirstAnswers } from '../firstQuestions/answers';
import { isObject, presentVersion } from '../storage/migrations';
import type { DraftChoice } from './drafts';
import type { TypedInputs } from './inputs';
import type {
  LetterIn,
  Outcome,
  LetterFacts,
  ReportedOutcome,
  RunningOutcome,
  TakenOutOutcome,
  PageJobMessage,
} from './outcome';
import { type InsertionReport, type TakeOutRefusal, isOpen } from '../mail/protocol';

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
function writeOutcomeAndLetter(tabId: number, outcome: Outcome, letterIn: LetterIn | null): Promise<void> {
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

/**
 * Returns the inserted letter as it is after this outcome; null if nothing more can be done about it. Copying the letter or
 * the addresses, refusing a second copy, and inserting a part by right-click all leave the letter in the draft.
 */
export function followLetter(before: LetterIn | null, outcome: Outcome | null): LetterIn | null {
  switch (outcome?.kind) {
    case 'reported':
      return outcome.facts.part === null ? followWhole(before, outcome) : followPart(before, outcome);
    case 'taken out':
      return followTakingOut(before, outcome);
    case 'letter elsewhere':
      return startWith(outcome.frameId, outcome.facts);
    case 'letter here':
      return { ...startWith(outcome.frameId, outcome.facts), draftKey: outcome.draftKey };
    case 'page failed':
      if (outcome.takingOut) return before && { ...before, mayTakeOut: outcome.why === 'forbidden' };
      // The letter may have gone in, and may be sent.
      if (outcome.letter?.facts.part === null) return startWith(outcome.letter.frameId, outcome.letter.facts);
      return outcome.byMenu ? before : null;
    case 'sent noted':
      return outcome.other ? before : null;
    case undefined:
    case 'not started':
      return null;
    default:
      return before;
  }
}

function followWhole(
  before: LetterIn | null,
  { frameId, draftKey, page, report, facts }: ReportedOutcome,
): LetterIn | null {
  if (report.body.outcome === 'refused') return report.body.why === 'already there' ? before : null;
  return {
    ...startWith(frameId, facts),
    ...(page !== undefined && { page }),
    // A text field is found only while it has the focus, so it has no key by which to check later whether it still exists.
    draftKey: report.kind === 'text field' ? null : (draftKey ?? null),
    mayTakeOut: true,
    addressesLeft: recipientsFailed(report),
  };
}

function followPart(before: LetterIn | null, { frameId, report }: ReportedOutcome): LetterIn | null {
  if (before?.frameId !== frameId || !changedDraft(report.body)) return before;
  return { ...before, hasLaterPartialInsert: true };
}

function changedDraft(body: ReportedOutcome['report']['body']): boolean {
  return body.outcome === 'inserted' || body.why === 'arrived changed';
}

function followTakingOut(
  before: LetterIn | null,
  { frameId, report, facts }: TakenOutOutcome,
): LetterIn | null {
  if (facts && facts.part !== null) return before;
  if (report.outcome === 'taken out' || !facts) return null;
  return { ...(before ?? startWith(frameId, facts)), mayTakeOut: mayTryAgain(report.why) };
}

/** False for a closed email: it may have been sent. */
function mayTryAgain(why: TakeOutRefusal): boolean {
  return why === 'typed since' || why === 'did not work';
}

function startWith(frameId: number, facts: LetterFacts): LetterIn {
  return {
    frameId,
    draftKey: null,
    facts,
    mayTakeOut: false,
    hasLaterPartialInsert: false,
    addressesLeft: false,
  };
}

/** The part of a letter that the outcome is about, if a right-click inserted it and it may still be taken out. */
export function findPartIn(outcome: Outcome | null): Pick<LetterIn, 'frameId' | 'facts'> | null {
  if (outcome?.kind !== 'reported' && outcome?.kind !== 'taken out') return null;
  const { frameId, facts } = outcome;
  if (!facts || facts.part === null) return null;
  const isIn =
    outcome.kind === 'reported'
      ? outcome.report.body.outcome === 'inserted'
      : outcome.report.outcome === 'refused' && mayTryAgain(outcome.report.why);
  return isIn ? { frameId, facts } : null;
}

/** What is kept as the outcome while a job is running. */
export function runningJob(job: PageJobMessage): RunningOutcome {
  if (job.type === 'takeOut') return { kind: 'running', takingOut: true };
  return { kind: 'running', letter: { frameId: job.draft?.frameId ?? 0, facts: job.facts } };
}

/** Saves the outcome and the inserted letter for the tab, so that the popup shows them when it is opened again. */
export async function keepOutcome(tabId: number, outcome: Outcome): Promise<void> {
  await writeOutcomeAndLetter(tabId, outcome, followLetter(await readLetterIn(tabId), outcome));
}

/** Whether a later look at the draft may correct the report. */
export function mayStillArrive({ report }: ReportedOutcome): boolean {
  return isOpen(report);
}

/** Whether the user must paste the addresses because the page did not accept them, or its fields were not found. */
function recipientsFailed({ to, cc }: InsertionReport): boolean {
  return [to, cc].some(
    (step) =>
      step.outcome === 'failed' ||
      step.outcome === 'not seen' ||
      (step.outcome === 'left alone' && step.why === 'none here'),
  );
}

/** Whether two values are the same, whatever the order of their keys: Chromium’s storage returns objects with sorted keys. */
export function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sortKeys) === JSON.stringify(other, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
