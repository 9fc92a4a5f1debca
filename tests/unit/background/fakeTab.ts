import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { BodyReport, InsertionReport, PageJob, StepReport } from '../../../lib/mail/protocol';
import { createLock } from '../storage/fakes';

/** Import this file first: what is loaded before it has no browser. */
vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));

/** A fake browser for the background: one tab that carries out every job, and the right-click menu. */
export interface FakeTab {
  /** The jobs that reached the page. */
  jobs: PageJob[];
  /** The sentences shown on the page. */
  notices: string[];
  /** From now on the page allows no extension. */
  forbid(): void;
  /** From now on the page shows no notice, as when the user leaves the page right after the insertion. Jobs still reach it. */
  refuseNotices(): void;
  /** From now on no job in the page ends until `goOn`, as when the browser stops the background. */
  hang(): void;
  goOn(): void;
  /** The number of jobs that wait for `goOn`. */
  hanging(): number;
  badge(): string;
  /** The extension's right-click menu: each item's id by its title. */
  menu: Map<string, string>;
  /** The page's answers to later looks, in this order. */
  answerLooksWith(...reports: InsertionReport[]): void;
  /** The browser's next change of the menu fails. */
  failMenuOnce(): void;
}

const NOT_ASKED: StepReport = { outcome: 'not asked' };

export function insertionReport(body: BodyReport): InsertionReport {
  const steps = { subject: NOT_ASKED, to: NOT_ASKED, cc: NOT_ASKED, attachment: NOT_ASKED };
  return { site: 'gmail', kind: 'new message', body, ...steps };
}

export function fakeTab(): FakeTab {
  fakeBrowser.reset();
  const lock = createLock();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => lock(work) },
  });
  const jobs: PageJob[] = [];
  const notices: string[] = [];
  let badge = '';
  let isForbidden = false;
  let showsNotices = true;
  let isHanging = false;
  const waiting: (() => void)[] = [];
  const menu = new Map<string, string>();
  let isMenuFailing = false;
  const looks: InsertionReport[] = [];
  const executeScript = async ({
    args,
    files,
  }: {
    args?: [(PageJob | string)?, boolean?];
    files?: string[];
  }) => {
    if (isForbidden) throw new Error('Cannot access contents of the page');
    if (files) return [];
    if (args?.[1] === true) return [{ frameId: 0, result: true }];
    if (isHanging) await new Promise<void>((goOn) => waiting.push(goOn));
    const [given] = args ?? [];
    if (typeof given === 'string' && !showsNotices) throw new Error('The page is gone');
    if (typeof given === 'string') return [{ frameId: 0, result: notices.push(given) > 0 }];
    if (given) jobs.push(given);
    const report = given?.do === 'lookAgain' || given?.do === 'attachNext' ? looks.shift() : answer(given);
    return [{ frameId: 0, result: { loadedAt: 1, report } }];
  };
  Object.assign(fakeBrowser, {
    scripting: { executeScript },
    action: {
      setBadgeBackgroundColor: async () => {},
      setBadgeText: async ({ text }: { text: string }) => void (badge = text),
    },
    contextMenus: {
      removeAll: async () => {
        if (isMenuFailing) {
          isMenuFailing = false;
          throw new Error('The menu cannot be changed');
        }
        menu.clear();
      },
      create: ({ id, title }: { id: string; title?: string }) => void menu.set(title ?? id, id),
    },
  });
  Object.assign(fakeBrowser.tabs, {
    connect: () => ({ onDisconnect: { addListener: () => {} }, postMessage: () => {} }),
  });
  Object.assign(fakeBrowser.windows, { get: async () => ({ type: 'normal' }) });
  return {
    jobs,
    notices,
    forbid: () => void (isForbidden = true),
    refuseNotices: () => void (showsNotices = false),
    hang: () => void (isHanging = true),
    goOn: () => {
      isHanging = false;
      for (const goOn of waiting) goOn();
    },
    hanging: () => waiting.length,
    badge: () => badge,
    menu,
    answerLooksWith: (...reports) => void looks.push(...reports),
    failMenuOnce: () => void (isMenuFailing = true),
  };
}

function answer(job: PageJob | undefined) {
  if (job?.do === 'insert') return insertionReport({ outcome: 'inserted', place: 'at the caret' });
  if (job?.do === 'look') return { site: 'gmail', drafts: [], blockedFrame: false };
  if (job?.do === 'takeOut') return { outcome: 'taken out', stays: [] };
  return null;
}
