import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageLook } from '../../../lib/mail/protocol';
import type { PopupState } from '../../../lib/popup/store';
import { createLock } from '../storage/fakes';

/** Runs the popup's code with storage in memory, in one tab that contains the given emails. */
export function setUpTab(look: () => PageLook = () => noEmail, page = () => '0'): void {
  fakeBrowser.reset();
  const lock = createLock();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => lock(work) },
  });
  vi.doMock('wxt/browser', () => ({ browser: fakeBrowser }));
  vi.doMock('../../../lib/browser/tabs', async (original) => ({
    ...(await original<object>()),
    findActiveTab: async () => ({ id: 1, url: '' }),
    clearBadge: async () => {},
  }));
  vi.doMock('../../../lib/browser/inject', async (original) => ({
    ...(await original<object>()),
    runInAllFrames: async () => ({ ok: true, report: [{ frameId: 0, page: page(), report: look() }] }),
    runInFrame: async () => ({ ok: true, frameId: 0, page: page(), report: look() }),
  }));
}

const noEmail: PageLook = { site: 'gmail', drafts: [], blockedFrame: false };

/**
 * Opens the popup again without the modules’ earlier state. With `newTab`, the choices saved for the tab are removed too.
 * `watch` gets each state that the popup shows while it opens.
 */
export async function openPopupOn(
  day: string,
  { newTab = false, watch = () => {} }: { newTab?: boolean; watch?: (state: PopupState) => void } = {},
) {
  vi.resetModules();
  if (newTab) await fakeBrowser.storage.session.clear();
  const [opening, choosing, first, store, letters, storing, composing, sending] = await Promise.all([
    import('../../../lib/popup/open'),
    import('../../../lib/popup/choices'),
    import('../../../lib/popup/firstAnswers'),
    import('../../../lib/popup/store'),
    import('../../../lib/popup/actions'),
    import('../../../lib/storage/repository'),
    import('../../../lib/popup/store'),
    import('../../../lib/popup/afterwards'),
  ]);
  store.usePopup.subscribe(watch);
  await opening.openPopup(new Date(`${day}T12:00:00`));
  return {
    ...choosing,
    ...first,
    ...letters,
    ...sending,
    repository: storing.repository,
    state: store.usePopup.getState,
    setState: store.usePopup.setState,
    document: composing.currentDocument,
  };
}

export type OpenedPopup = Awaited<ReturnType<typeof openPopupOn>>;
