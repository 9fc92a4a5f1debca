import { browser } from 'wxt/browser';
import type { Outcome, TabChoices } from '../popup/outcome';

/**
 * What the popup must find again when it is opened a second time in the same tab. Kept in storage.session, which is
 * memory: it never reaches the disk and is gone when the browser closes. Two keys, because the popup writes the
 * choices while the background writes the outcome.
 */
const choicesKey = (tabId: number) => `tab:${tabId}:choices`;
const outcomeKey = (tabId: number) => `tab:${tabId}:outcome`;

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
  return browser.storage.session.remove([choicesKey(tabId), outcomeKey(tabId)]);
}

/**
 * A job still marked as running when the background starts was cut off with it: nobody knows what arrived, so it is
 * never called a success.
 */
export async function markInterruptedJobs(): Promise<void> {
  const all = await browser.storage.session.get<Record<string, Outcome | undefined>>(null);
  const cutOff = Object.entries(all).filter(
    ([key, value]) => key.endsWith(':outcome') && value?.kind === 'running',
  );
  if (cutOff.length === 0) return;
  const interrupted: Outcome = { kind: 'page failed', why: 'gone' };
  await browser.storage.session.set(Object.fromEntries(cutOff.map(([key]) => [key, interrupted])));
}
