import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLock } from '../storage/fakes';

/** Provides the storage and the locks that all pages of a test share. */
export function setUpBrowser(): void {
  fakeBrowser.reset();
  const lock = createLock();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => lock(work) },
  });
  vi.doMock('wxt/browser', () => ({ browser: fakeBrowser }));
}

/** Opens a page with its own modules, and so with its own store and unsaved edits. */
export async function openPage() {
  vi.resetModules();
  const [actions, load, saving, store] = await Promise.all([
    import('../../../lib/options/actions'),
    import('../../../lib/options/load'),
    import('../../../lib/options/saving'),
    import('../../../lib/options/store'),
  ]);
  await load.loadDetails();
  return { ...actions, ...load, ...saving, ...store };
}

export type Page = Awaited<ReturnType<typeof openPage>>;

/**
 * Waits until every page has stored its edits and shows those of the others. The fake storage uses only microtasks, so
 * a chain of its calls finishes within one turn of the event loop.
 */
export async function settle(...pages: Page[]): Promise<void> {
  for (const page of pages) await page.saveAll();
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
