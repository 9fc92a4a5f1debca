import { browser } from 'wxt/browser';

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
