/**
 * The extension API in memory. Import this before anything that imports 'wxt/browser', because that module looks up the API
 * only once, when it is loaded.
 */
import { setImmediate } from 'node:timers/promises';
import 'fake-indexeddb/auto';
import type { WorkerMessage, Request } from '../../../lib/reading/readers';
import { fakeBrowser } from 'wxt/testing/fake-browser';

Object.assign(globalThis, { browser: fakeBrowser });

/** A replacement for navigator.locks, which jsdom lacks: the tests run one page, so it is enough to run the work in order. */
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

/** jsdom has no workers, so files are read in the page. */
class WorkerInPage extends EventTarget {
  #isEnded = false;

  postMessage(request: Request): void {
    const post = (data: WorkerMessage) => {
      if (!this.#isEnded) this.dispatchEvent(new MessageEvent('message', { data }));
    };
    // Loaded late, because it imports 'wxt/browser'.
    void import('../../../lib/reading/readers').then(({ answer }) => answer(request, post));
  }

  terminate(): void {
    this.#isEnded = true;
  }
}
Object.assign(globalThis, { Worker: WorkerInPage });

/** jsdom shows no modal dialogs. Escape is sent as the event that a browser sends for it. */
if (typeof HTMLDialogElement !== 'undefined') {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
    this.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.dispatchEvent(new Event('cancel', { cancelable: true }));
    });
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
}

export const localStorageArea = fakeBrowser.storage.local;

/** Resolves when the previous page has no pending writes, including writes that start when another one ends. */
export async function waitUntilIdle(): Promise<void> {
  for (let seen: unknown = null; seen !== last;) {
    seen = last;
    await last;
    await setImmediate();
  }
}

export async function resetStorage(): Promise<void> {
  await waitUntilIdle();
  fakeBrowser.reset();
}
