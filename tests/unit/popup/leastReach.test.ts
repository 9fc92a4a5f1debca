import { openPopupOn, setUpTab } from './openedPopup';
import { expect, test, vi } from 'vitest';
import type { DraftLook, PageJob, PageLook } from '../../../lib/mail/protocol';
import type { PopupDeps } from '../../../lib/popup/store';

const draft: DraftLook = {
  id: 'draft 1',
  kind: 'new message',
  subject: 'empty',
  subjectText: '',
  focused: true,
  minimised: false,
  plainText: false,
  holds: [],
};
const pageOf = (drafts: DraftLook[]): PageLook => ({ site: 'gmail', drafts, blockedFrame: false });

/** The jobs that each frame got; frame 7 has an email, frames 0 and 3 have none. */
async function openInThreeFrames() {
  const got: { frameId: number; job: PageJob }[] = [];
  const runInFrame = async (_tabId: number, frameId: number, job: PageJob) => {
    got.push({ frameId, job });
    const holds = job.do === 'look' ? job.sections.map(({ id }) => id) : [];
    const drafts = frameId === 7 ? [{ ...draft, holds }] : [];
    return { ok: true, frameId, page: `${frameId}`, report: pageOf(drafts) };
  };
  const runInAllFrames = async (tabId: number, job: PageJob) => ({
    ok: true,
    report: await Promise.all([0, 3, 7].map((frameId) => runInFrame(tabId, frameId, job))),
  });
  setUpTab(undefined, { runInFrame, runInAllFrames } as unknown as Partial<PopupDeps>);
  return { popup: await openPopupOn('2026-11-27'), got };
}

const hasWords = (job: PageJob) => /Ofsted|employer/i.test(JSON.stringify(job));

test('the letter’s words go only into the frame in which an email was found', async () => {
  const { popup, got } = await openInThreeFrames();
  await popup.chooseLetter('reminder');
  expect(got.filter(({ job }) => hasWords(job)).map(({ frameId }) => frameId)).toEqual([7, 7]);
  expect(got.map(({ frameId }) => frameId)).toEqual([0, 3, 7, 7, 0, 3, 7, 7]);
});

test('what the second look recognises is known of that email', async () => {
  const { popup } = await openInThreeFrames();
  const seen = () => {
    const { where } = popup.state();
    return where.state === 'looked' ? (where.drafts[0]?.holds ?? []) : [];
  };
  await vi.waitFor(() => expect(seen()).toContain('opening'));
});
