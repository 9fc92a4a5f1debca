import { browser } from 'wxt/browser';
import type { Result } from '../failure/failure';
import { needsRareCases, type PageJob, type PageReports } from '../mail/protocol';

export type PageFailure =
  /** The browser allows no extension in this page: its store, its settings, a PDF, a separate Outlook window. */
  | 'forbidden'
  /** The tab, frame or extension went away during the job, so it is unknown whether the text went in. */
  | 'gone';

export type PageResult<Report> = Result<{ report: Report }, { why: PageFailure }>;

export interface FrameReport<Report> {
  frameId: number;
  /** Names this load of the frame’s page. After a reload it is another, while the page’s own ids begin again. */
  page: string;
  report: Report;
}

type FrameResult<Report> = Result<FrameReport<Report>, { why: PageFailure }>;

const SCRIPT = '/insert.js';
const RARE_CASES_SCRIPT = '/rareCases.js';

/** Runs one job in one frame. The file is injected each time, because the tab may have navigated since the last job. */
export async function runInFrame<Job extends PageJob>(
  tabId: number,
  frameId: number,
  job: Job,
): Promise<FrameResult<PageReports[Job['do']]>> {
  const result = await runInTarget({ tabId, frameIds: [frameId] }, job);
  if (!result.ok) return result;
  const [first] = result.report;
  return first ? { ok: true, ...first } : { ok: false, why: 'gone' };
}

/** Runs one job in every frame that the click gives access to. The browser silently skips frames of other origins. */
export async function runInAllFrames<Job extends PageJob>(
  tabId: number,
  job: Job,
): Promise<PageResult<FrameReport<PageReports[Job['do']]>[]>> {
  return runInTarget({ tabId, allFrames: true }, job);
}

type Target = { tabId: number; frameIds: number[] } | { tabId: number; allFrames: true };

async function runInTarget<Job extends PageJob>(
  target: Target,
  job: Job,
): Promise<PageResult<FrameReport<PageReports[Job['do']]>[]>> {
  const isCovered = await injectWithRetry(target);
  if (isCovered === null) return { ok: false, why: 'forbidden' };
  try {
    if (needsRareCases(job, isCovered))
      await browser.scripting.executeScript({ target, files: [RARE_CASES_SCRIPT] });
    const results = await browser.scripting.executeScript({ target, func: callPageSide, args: [job] });
    return {
      ok: true,
      report: results.flatMap(({ frameId, result }) => toFrameReport<Job>(frameId, result)),
    };
  } catch {
    return { ok: false, why: 'gone' };
  }
}

/**
 * Delays in milliseconds. After a click on the menu, the permission reaches the page a little late: without a retry,
 * one call in six was refused (Chromium 156, 2026-11). A page that allows no extension refuses every retry.
 */
const RETRY_DELAYS = [0, 50, 150, 400];

/** Whether the emails of a frame are found by the site's tables; null if the page refuses the script. */
async function injectWithRetry(target: Target): Promise<boolean | null> {
  const results = await retry(() => browser.scripting.executeScript({ target, files: [SCRIPT] }));
  return results?.some(({ result }) => result === true) ?? null;
}

export async function retry<Answer>(call: () => Promise<Answer>): Promise<Answer | null> {
  for (const delay of RETRY_DELAYS) {
    try {
      return await call();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
  return null;
}

function toFrameReport<Job extends PageJob>(
  frameId: number,
  result: unknown,
): FrameReport<PageReports[Job['do']]>[] {
  // A frame that navigated before or during the job returns no report: null in Chromium, undefined in Firefox.
  if (result === undefined || result === null) return [];
  const { loadedAt, report } = result as { loadedAt: number; report: PageReports[Job['do']] };
  return [{ frameId, page: `${frameId}:${loadedAt}`, report }];
}

/**
 * The browser copies this function's source into the page, so it may use nothing from this file. The page may have been
 * replaced since the script was injected: an element of the new page with that id is not ours.
 */
async function callPageSide(job: PageJob) {
  const ours = Object.hasOwn(window, 'dearEmployer') ? window.dearEmployer : undefined;
  const report = await ours?.run(job);
  return report && { loadedAt: performance.timeOrigin, report };
}

/**
 * Outlook’s separate windows stay at about:blank, where a click grants no access. With the permission for Outlook’s
 * hosts, scripts can be injected into these windows (measured in Chromium 156, 2026-11).
 */
function outlookOrigins(): string[] {
  return browser.runtime.getManifest().optional_host_permissions ?? [];
}

/** Must be called directly from a click handler, or browsers refuse. Resolves to whether the user agreed. */
export function requestOutlookWindows(): Promise<boolean> {
  return browser.permissions.request({ origins: outlookOrigins() });
}

export function hasOutlookWindows(): Promise<boolean> {
  return browser.permissions.contains({ origins: outlookOrigins() });
}

export function removeOutlookWindows(): Promise<boolean> {
  return browser.permissions.remove({ origins: outlookOrigins() });
}
