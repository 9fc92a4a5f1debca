/**
 * The extension API in memory. Import this before anything that imports 'wxt/browser', which looks for the API once, when
 * it is loaded.
 */
import { setImmediate } from 'node:timers/promises';
import './fakeIndexedDb';
import { fakeBrowser } from 'wxt/testing/fake-browser';

Object.assign(globalThis, { browser: fakeBrowser });

/** jsdom has no locks; one page at a time needs none but the order. */
let last: Promise<unknown> = Promise.resolve();
Object.defineProperty(navigator, 'locks', {
  value: {
    request: (_name: string, work: () => Promise<unknown>) => {
      const next = last.then(work, work);
      last = next.catch(() => undefined);
      return next;
    },
  },
});

export const localStorageArea = fakeBrowser.storage.local;

/** Resolves when no write of the page before is under way or follows from one. */
export async function untilIdle(): Promise<void> {
  for (let seen: unknown = null; seen !== last;) {
    seen = last;
    await last;
    await setImmediate();
  }
}

export async function forgetEverything(): Promise<void> {
  await untilIdle();
  fakeBrowser.reset();
}
