import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLock } from './fakes';

/** One storage and one set of locks, seen by as many pages as a test opens. */
export function setUpBrowser(): void {
  fakeBrowser.reset();
  const lock = createLock();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => lock(work) },
  });
  vi.doMock('wxt/browser', () => ({ browser: fakeBrowser }));
}

/** A page of its own: its own store, its own typing. */
export async function openPage() {
  vi.resetModules();
  const [actions, mirror, saving, store, lists] = await Promise.all([
    import('../../../lib/options/actions'),
    import('../../../lib/options/load'),
    import('../../../lib/options/saving'),
    import('../../../lib/options/store'),
    import('../../../lib/options/actions'),
  ]);
  await mirror.loadDetails();
  return { ...actions, ...mirror, ...saving, ...store, lists };
}

export type Page = Awaited<ReturnType<typeof openPage>>;

/**
 * Until every page has stored what was typed and shows what the others stored. The stand-in storage answers within one
 * turn of the event loop, however many answers follow from one another.
 */
export async function settle(...pages: Page[]): Promise<void> {
  for (const page of pages) await page.saveAll();
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
