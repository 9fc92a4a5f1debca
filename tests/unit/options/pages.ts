import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadDetails } from '../../../lib/options/load';
import { saveAll } from '../../../lib/options/saving';
import { createDetailsStore, type DetailsStore } from '../../../lib/options/store';
import { createLock } from '../storage/fakes';

/** Import this file first: what is loaded before it has no browser. */
vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));

/** Provides the storage and the locks that all pages of a test share. */
export function setUpBrowser(): void {
  fakeBrowser.reset();
  const lock = createLock();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => lock(work) },
  });
}

/** Opens a page: a store of its own, and so its own unsaved edits. */
export async function openPage(): Promise<DetailsStore> {
  const details = createDetailsStore();
  await loadDetails(details);
  return details;
}

/**
 * Waits until every page has stored its edits and shows those of the others. The fake storage uses only microtasks, so
 * a chain of its calls finishes within one turn of the event loop.
 */
export async function settle(...pages: DetailsStore[]): Promise<void> {
  for (const page of pages) await saveAll(page);
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
