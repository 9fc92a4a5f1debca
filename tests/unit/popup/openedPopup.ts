import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageLook } from '../../../lib/mail/protocol';
import { createLock } from '../details/fakes';

/** Runs the popup's code with storage in memory, in one tab that contains the given emails. */
export function setUpTab(look: () => PageLook = () => noEmail): void {
  fakeBrowser.reset();
  const lock = createLock();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => lock(work) },
  });
  vi.doMock('wxt/browser', () => ({ browser: fakeBrowser }));
  vi.doMock('../../../lib/browser/tabs', async (original) => ({
    ...(await original<object>()),
    findActiveTab: async () => ({ id: 1, url: '' }),
  }));
  vi.doMock('../../../lib/browser/badge', async (original) => ({
    ...(await original<object>()),
    clearBadge: async () => {},
  }));
  vi.doMock('../../../lib/browser/inject', async (original) => ({
    ...(await original<object>()),
    runInAllFrames: async () => ({ ok: true, report: [{ frameId: 0, report: look() }] }),
  }));
}

const noEmail: PageLook = { site: 'gmail', drafts: [], blockedFrame: false };

/** Opens the popup again without the modules’ earlier state. With `newTab`, the choices saved for the tab are removed too. */
export async function openPopupOn(day: string, { newTab = false } = {}) {
  vi.resetModules();
  if (newTab) await fakeBrowser.storage.session.clear();
  const [opening, choosing, first, store, letters, noting, storing, composing] = await Promise.all([
    import('../../../lib/popup/open'),
    import('../../../lib/popup/choices'),
    import('../../../lib/firstQuestions/answers'),
    import('../../../lib/popup/store'),
    import('../../../lib/popup/actions'),
    import('../../../lib/popup/afterInserting'),
    import('../../../lib/storage/repository'),
    import('../../../lib/popup/store'),
  ]);
  await opening.openPopup(new Date(`${day}T12:00:00`));
  return {
    ...choosing,
    ...first,
    ...letters,
    ...noting,
    repository: storing.repository,
    state: store.usePopup.getState,
    setState: store.usePopup.setState,
    document: composing.currentDocument,
  };
}

export type OpenedPopup = Awaited<ReturnType<typeof openPopupOn>>;
