import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openNewEmail, openOptionsPage } from '../../../lib/browser/tabs';
import type { PageLook } from '../../../lib/mail/protocol';
import * as actions from '../../../lib/popup/actions';
import * as afterwards from '../../../lib/popup/afterwards';
import * as choices from '../../../lib/popup/choices';
import * as firstAnswers from '../../../lib/popup/firstAnswers';
import { lookAround, openPopup } from '../../../lib/popup/open';
import { currentDocument, type PopupDeps, type PopupState, type PopupStore } from '../../../lib/popup/store';
import * as theirReply from '../../../lib/popup/theirReply';
import { repository } from '../../../lib/storage/repository';
import { sendJob, wakeBackground } from '../../../lib/writing/outcome';
import { createLock } from '../storage/fakes';

/** Import this file first: what is loaded before it has no browser. */
vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));

let deps: Omit<PopupDeps, 'now'>;

/** Storage in memory, and one tab that contains the given emails. */
export function setUpTab(
  look: () => PageLook = () => noEmail,
  { page = () => '0', ...fakes }: Partial<PopupDeps> & { page?: () => string } = {},
): void {
  fakeBrowser.reset();
  const lock = createLock();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => lock(work) },
  });
  // What a page answers depends on the job; the popup only looks.
  const runInAllFrames = async () => ({ ok: true, report: [{ frameId: 0, page: page(), report: look() }] });
  const runInFrame = async () => ({ ok: true, frameId: 0, page: page(), report: look() });
  deps = {
    findActiveTab: async () => ({ id: 1, url: '', isOurs: false }),
    clearBadge: async () => {},
    openNewEmail,
    openOptionsPage,
    runInAllFrames: runInAllFrames as PopupDeps['runInAllFrames'],
    runInFrame: runInFrame as PopupDeps['runInFrame'],
    sendJob,
    wakeBackground,
    copyLetter: async () => true,
    copyText: async () => true,
    saveFile: () => {},
    version: '',
    ...fakes,
  };
}

const noEmail: PageLook = { site: 'gmail', drafts: [], blockedFrame: false };

type Action = (popup: PopupStore, ...given: never[]) => unknown;
type Bound<Actions> = {
  [Name in keyof Actions]: Actions[Name] extends (popup: PopupStore, ...given: infer Given) => infer Answer
    ? (...given: Given) => Answer
    : never;
};

/** Actions of one popup, called without naming it. */
function bind<Actions extends object>(popup: PopupStore, named: Actions): Bound<Actions> {
  const bound = Object.entries(named).map(([name, action]) => [name, (action as Action).bind(null, popup)]);
  return Object.fromEntries(bound) as Bound<Actions>;
}

/**
 * Opens the popup again, with a store of its own. With `newTab`, the choices saved for the tab are removed too.
 * `watch` gets each state that the popup shows while it opens.
 */
export async function openPopupOn(
  day: string,
  { newTab = false, watch = () => {} }: { newTab?: boolean; watch?: (state: PopupState) => void } = {},
) {
  if (newTab) await fakeBrowser.storage.session.clear();
  const opened = await openPopup({ ...deps, now: new Date(`${day}T12:00:00`) });
  const { popup } = opened;
  watch(popup.getState());
  popup.subscribe(watch);
  await lookAround(opened);
  return {
    ...bind(popup, { ...choices, ...firstAnswers, ...actions, ...afterwards, ...theirReply }),
    repository,
    state: popup.getState,
    setState: popup.setState,
    document: () => currentDocument(popup.getState()),
  };
}

export type OpenedPopup = Awaited<ReturnType<typeof openPopupOn>>;
