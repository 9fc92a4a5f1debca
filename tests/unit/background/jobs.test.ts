import { fakeTab, insertionReport, type FakeTab } from './fakeTab';
import type { InferInput } from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { JobMessage, LetterFacts, Outcome } from '../../../lib/writing/outcome';
import type { Insertion } from '../../../lib/mail/protocol';
import {
  correctLater,
  type jobSchema,
  markInterruptedJobs,
  onJob,
  runJob,
} from '../../../lib/background/jobs';
import { describeOutcome } from '../../../lib/writing/outcomeSentences';
import { forgetTab, keepOutcome, readLetterIn, readOutcome } from '../../../lib/writing/tabState';

const TAB = 5;
const NOT_SEEN = { outcome: 'not seen' as const };
const content: Insertion = { html: '', text: '', subject: '', to: [], cc: [], files: null };
const facts: LetterFacts = {
  letterId: 'request',
  title: 'Ask for a risk assessment',
  text: 'Dear Mrs Patel',
  wordingVersion: '2026-11-23',
  signerId: 's',
  signerName: 'Sam Carter',
  employerId: 'e',
  employerName: 'Northshire County Council',
  requests: [],
  replyBy: '',
  missingCount: 0,
  to: [],
  cc: [],
  part: null,
};
const insertion: JobMessage = {
  type: 'insert',
  tabId: TAB,
  draft: { frameId: 0, id: 'draft 1' },
  content,
  sections: [],
  allowSecondCopy: false,
  facts,
};
const removal: JobMessage = { type: 'takeOut', tabId: TAB, frameId: 0, facts };
const reported = (of: LetterFacts, body: Parameters<typeof insertionReport>[0]): Outcome => ({
  kind: 'reported',
  frameId: 0,
  report: insertionReport(body),
  facts: of,
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

let tab: FakeTab;
beforeEach(() => void (tab = fakeTab()));

describe('the inserted letter is saved for the tab', () => {
  test.each<[string, Outcome]>([
    [
      'a name put in by right-click',
      reported(
        { ...facts, text: 'Sam Carter', part: 'Name' },
        { outcome: 'inserted', place: 'at the caret' },
      ),
    ],
    ['a second copy refused', reported(facts, { outcome: 'refused', why: 'already there' })],
  ])('also after %s', async (_what, outcome) => {
    await runJob(insertion);
    await keepOutcome(TAB, outcome);
    expect(await readLetterIn(TAB)).toMatchObject({
      facts,
      draftKey: '0:1:draft 1',
      page: '0:1',
      mayTakeOut: true,
    });
  });

  test('until the letter is taken out', async () => {
    await runJob(insertion);
    await runJob(removal);
    expect(await readLetterIn(TAB)).toBeNull();
  });

  test('until the tab is closed', async () => {
    await runJob(insertion);
    await forgetTab(TAB);
    expect(await readLetterIn(TAB)).toBeNull();
  });
});

describe('taking the letter out', () => {
  test('is refused for a letter while a part inserted later is still there, because undo would remove the part', async () => {
    await runJob(insertion);
    const part = { ...facts, part: 'Name' };
    await keepOutcome(TAB, reported(part, { outcome: 'inserted', place: 'at the caret' }));
    await runJob(removal);
    expect(tab.jobs.map((job) => job.do)).toEqual(['insert']);
    expect(await readOutcome(TAB)).toMatchObject({ report: { outcome: 'refused', why: 'typed since' } });
    await runJob({ ...removal, facts: part });
    expect(tab.jobs.map((job) => job.do)).toEqual(['insert', 'takeOut']);
    expect(await readLetterIn(TAB)).toMatchObject({ facts });
  });

  test('keeps the letter available for “I have sent it” when the page allows no extension', async () => {
    await runJob(insertion);
    tab.forbid();
    await runJob(removal);
    expect(await readOutcome(TAB)).toEqual({ kind: 'page failed', why: 'forbidden', takingOut: true });
    expect(await readLetterIn(TAB)).toMatchObject({ facts });
  });
});

describe('after a report that something was not seen to arrive', () => {
  const unseen = { ...insertionReport({ outcome: 'inserted', place: 'at the caret' }), to: NOT_SEEN };
  const seen = { ...unseen, to: { outcome: 'done' as const } };
  const looks = () => tab.jobs.filter((job) => job.do === 'lookAgain').length;

  async function startUnseen() {
    const outcome = { kind: 'reported', frameId: 0, report: unseen, facts } as const;
    await keepOutcome(TAB, outcome);
    vi.useFakeTimers();
    return { correcting: correctLater(TAB, outcome) };
  }
  afterEach(() => void vi.useRealTimers());

  test('the page is looked at after 1, 3 and 10 seconds, and the report is corrected', async () => {
    tab.answerLooksWith(unseen, unseen, seen);
    const { correcting } = await startUnseen();
    await vi.advanceTimersByTimeAsync(999);
    expect(looks()).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks()).toBe(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(looks()).toBe(2);
    expect(await readOutcome(TAB)).toMatchObject({ report: { to: NOT_SEEN } });
    await vi.advanceTimersByTimeAsync(7000);
    await correcting;
    expect(await readOutcome(TAB)).toMatchObject({ report: { to: { outcome: 'done' } } });
  });

  test('the report is corrected also where the storage returns objects with sorted keys, as Chromium’s does', async () => {
    const { session } = fakeBrowser.storage;
    const read = session.get.bind(session) as (keys: unknown) => Promise<object>;
    vi.spyOn(session, 'get').mockImplementation(async (keys: unknown) => sorted(await read(keys)) as object);
    tab.answerLooksWith(seen);
    const { correcting } = await startUnseen();
    await vi.advanceTimersByTimeAsync(20_000);
    await correcting;
    expect(await readOutcome(TAB)).toMatchObject({ report: { to: { outcome: 'done' } } });
    vi.restoreAllMocks();
  });

  test('the page is no longer looked at once everything has arrived', async () => {
    tab.answerLooksWith(seen);
    const { correcting } = await startUnseen();
    await vi.advanceTimersByTimeAsync(20_000);
    await correcting;
    expect(looks()).toBe(1);
  });

  test('an outcome of a later action is not replaced', async () => {
    tab.answerLooksWith(seen);
    const { correcting } = await startUnseen();
    await keepOutcome(TAB, { kind: 'sent noted', on: '2026-11-26' });
    await vi.advanceTimersByTimeAsync(20_000);
    await correcting;
    expect([looks(), await readOutcome(TAB)]).toMatchObject([0, { kind: 'sent noted' }]);
  });
});

describe('a job interrupted when the background stops', () => {
  test('keeps a letter that was being taken out available for “I have sent it”', async () => {
    await runJob(insertion);
    await keepOutcome(TAB, { kind: 'running', takingOut: true });
    await markInterruptedJobs();
    expect(await readOutcome(TAB)).toEqual({ kind: 'page failed', why: 'lost contact', takingOut: true });
    expect(await readLetterIn(TAB)).toMatchObject({ facts, mayTakeOut: false });
  });

  test('keeps a letter that may have gone in available for “I have sent it”', async () => {
    tab.hang();
    const never = runJob(insertion);
    await vi.waitFor(async () => expect(await readOutcome(TAB)).toMatchObject({ kind: 'running' }));
    await markInterruptedJobs();
    expect(await readOutcome(TAB)).toMatchObject({ kind: 'page failed', why: 'lost contact' });
    expect(await readLetterIn(TAB)).toMatchObject({ facts, mayTakeOut: false });
    tab.goOn();
    await never;
  });

  test('is reported as failed, and the outcomes of other tabs do not change', async () => {
    await keepOutcome(TAB, { kind: 'running' });
    await keepOutcome(TAB + 1, { kind: 'no draft' });
    await markInterruptedJobs();
    expect(await readOutcome(TAB)).toEqual({ kind: 'page failed', why: 'lost contact' });
    expect(await readOutcome(TAB + 1)).toEqual({ kind: 'no draft' });
  });
});

describe('a job message', () => {
  // Does not compile when our pages can send what the check refuses.
  const everyJob = (job: JobMessage): InferInput<typeof jobSchema> => job;

  const ours = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' };

  async function send(message: unknown, sender: object): Promise<unknown> {
    const add = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
    const handled: unknown[] = [];
    onJob(async (job) => void handled.push(job));
    const answer: unknown = add.mock.lastCall?.[0](message, sender, () => undefined);
    return { answer, handled: handled.length };
  }

  test.each([
    ['from the popup', { type: 'wake' }, ours, true],
    ['from our page in a tab', { type: 'wake' }, { ...ours, tab: { id: 3 } }, true],
    [
      'from our script in a mail page',
      { type: 'wake' },
      { ...ours, url: 'https://mail.google.com/mail/' },
      false,
    ],
    ['without an address', { type: 'wake' }, { id: ours.id }, false],
    [
      'from an address that only begins like ours',
      { type: 'wake' },
      { ...ours, url: 'chrome-extension://test-extension-id.evil/' },
      false,
    ],
    ['from another extension', { type: 'wake' }, { ...ours, id: 'another' }, false],
    ['of no known kind', { type: 'send', tabId: 5 }, ours, false],
    ['without a tab', { type: 'takeOut' }, ours, false],
    ['that is no object', null, ours, false],
    ['to insert, without the letter', { type: 'insert', tabId: 5 }, ours, false],
    [
      'to insert into a frame that is no number',
      { ...insertion, draft: { frameId: '0', id: '' } },
      ours,
      false,
    ],
    ['to insert for a tab below zero', { ...insertion, tabId: -1 }, ours, false],
    ['to insert', everyJob(insertion), ours, true],
    ['to take the letter out', { type: 'takeOut', tabId: 5, frameId: 0, facts: null }, ours, true],
  ])('%s is handled: %s', async (_what, message, sender, isHandled) => {
    expect(await send(message, sender)).toEqual({
      answer: isHandled ? true : undefined,
      handled: isHandled ? 1 : 0,
    });
  });
});

describe('another way to attach the Word copy', () => {
  test('changes the report that is shown, and asks the page for nothing else', async () => {
    const body = { outcome: 'inserted', place: 'at the caret' } as const;
    const report = { ...insertionReport(body), attachment: NOT_SEEN };
    await keepOutcome(TAB, { kind: 'reported', frameId: 0, report, facts });
    tab.answerLooksWith({ ...report, attachment: { outcome: 'done' } });
    await runJob({ type: 'attachNext', tabId: TAB });
    expect(tab.jobs).toEqual([{ do: 'attachNext' }]);
    expect(await readOutcome(TAB)).toMatchObject({
      kind: 'reported',
      report: { attachment: { outcome: 'done' } },
    });
  });

  test('says how to attach the file when the page cannot be reached, and still offers “I have sent it”', async () => {
    const report = {
      ...insertionReport({ outcome: 'inserted', place: 'at the caret' }),
      attachment: NOT_SEEN,
    };
    await keepOutcome(TAB, { kind: 'reported', frameId: 0, report, facts });
    tab.forbid();
    await runJob({ type: 'attachNext', tabId: TAB });
    const after = await readOutcome(TAB);
    expect(after && describeOutcome(after)).toContain(
      'The page did not take the Word copy: press Download Word letter',
    );
    expect(await readLetterIn(TAB)).toMatchObject({ facts });
  });
});
