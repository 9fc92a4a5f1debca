import { fakeTab } from './fakeTab';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { JobMessage } from '../../../lib/writing/outcome';
import { describeOutcome } from '../../../lib/writing/outcomeSentences';
import { onJob, runJob, markInterruptedJobs } from '../../../lib/background/jobs';
import { readOutcome } from '../../../lib/writing/tabState';
import { changed, RUNS, RUNS_TIMEOUT, someChanges } from '../storage/damage';

const TAB = 5;
const facts = {
  letterId: 'request',
  title: 'Ask for a risk assessment',
  text: 'Dear Mrs Patel',
  wordingVersion: '2026-11-23',
  signerId: 's',
  signerName: 'Sam Carter',
  employerId: 'e',
  employerName: 'Northshire County Council',
  requests: ['suitable'],
  replyBy: '2026-12-11',
  missingCount: 1,
  to: ['jo.patel@northshire.example'],
  cc: [],
  unreachable: { to: null, copies: ['Chair'], notAddresses: [{ typed: 'a@', field: 'Cc' }] },
  missingOnPaper: 0,
  part: null,
} as const;
const jobs = [
  {
    type: 'insert',
    tabId: TAB,
    draft: { frameId: 0, id: 'draft 1' },
    content: { html: '<p>Dear</p>', text: 'Dear', subject: 'S', to: [], cc: [], files: null },
    sections: [{ id: 'opening', text: 'Dear' }],
    allowSecondCopy: false,
    facts,
  },
  { type: 'takeOut', tabId: TAB, frameId: 0, facts },
  { type: 'wake' },
];
const senders = [
  { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' },
  { id: 'test-extension-id', url: 'https://mail.google.com/mail/' },
  { id: 'another', url: 'chrome-extension://another/popup.html' },
  {},
];

test(
  'any message is refused, or ends in an answer and an outcome with a sentence; a stranger’s is always refused',
  async () => {
    const tab = fakeTab();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const add = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
    onJob((message: JobMessage) => runJob(message));
    type Listener = (message: unknown, sender: object, respond: (answer: boolean) => void) => unknown;
    const listener = add.mock.lastCall?.[0] as unknown as Listener;
    const message = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc
        .tuple(fc.constantFrom(...jobs), fc.option(someChanges))
        .map(([job, changes]) => (changes ? changed(job, changes) : job)),
    );
    let handled = 0;
    await fc.assert(
      fc.asyncProperty(message, fc.constantFrom(...senders, senders[0]!), async (given, sender) => {
        await fakeBrowser.storage.session.clear();
        tab.jobs.length = 0;
        const answered = new Promise<boolean | undefined>((resolve) => {
          if (listener(given, sender, resolve) !== true) resolve(undefined);
        });
        const answer = await answered;
        const isOurs = sender === senders[0];
        if (!isOurs) expect([answer, tab.jobs]).toEqual([undefined, []]);
        if (answer === undefined) return;
        handled += 1;
        expect(answer).toBe(true);
        await markInterruptedJobs();
        const { type, tabId } = given as { type: string; tabId: number };
        if (type === 'wake') return;
        const outcome = await readOutcome(tabId);
        expect(outcome?.kind).not.toBe('running');
        expect(outcome && describeOutcome(outcome)).toMatch(/^[^\n]{10,}[.”]/s);
      }),
      { numRuns: RUNS },
    );
    expect(handled).toBeGreaterThan(RUNS / 20);
  },
  RUNS_TIMEOUT,
);
