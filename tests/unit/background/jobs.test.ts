import { beforeEach, describe, expect, test } from 'vitest';
import type { JobMessage } from '../../../lib/writing/messages';
import type { Insertion } from '../../../lib/mail/protocol';
import type { LetterFacts, Outcome } from '../../../lib/writing/outcome';
import { fakeTab, insertionReport, type FakeTab } from './fakeTab';

const TAB = 5;
const content: Insertion = { html: '', text: '', subject: '', to: [], cc: [], file: null };
const facts = {
  letterId: 'request',
  text: 'Dear Mrs Patel',
  addresses: [] as string[],
  part: null,
} as LetterFacts;
const insertion: JobMessage = {
  type: 'insert',
  tabId: TAB,
  draft: { frameId: 0, id: 'draft 1' },
  content,
  sections: [],
  allowSecondCopy: false,
  facts,
};
const takingOut: JobMessage = { type: 'takeOut', tabId: TAB, frameId: 0, facts };
const told = (of: LetterFacts, body: Parameters<typeof insertionReport>[0]): Outcome => ({
  kind: 'reported',
  frameId: 0,
  report: insertionReport(body),
  facts: of,
});

let tab: FakeTab;
beforeEach(() => void (tab = fakeTab()));

async function load() {
  const [{ runJob }, { markInterruptedJobs }, { keepOutcome }, session] = await Promise.all([
    import('../../../lib/background/jobs'),
    import('../../../lib/background/jobs'),
    import('../../../lib/writing/letterIn'),
    import('../../../lib/writing/tabState'),
  ]);
  return { runJob, markInterruptedJobs, keepOutcome, ...session };
}

describe('the letter that went in is kept for the tab', () => {
  test.each<[string, Outcome]>([
    [
      'a name put in by right-click',
      told({ ...facts, text: 'Sam Carter', part: 'Name' }, { outcome: 'inserted', place: 'at the caret' }),
    ],
    ['a second copy refused', told(facts, { outcome: 'refused', why: 'already there' })],
  ])('beside %s', async (_what, outcome) => {
    const { runJob, keepOutcome, readLetterIn } = await load();
    await runJob(insertion);
    await keepOutcome(TAB, outcome);
    expect(await readLetterIn(TAB)).toMatchObject({ facts, draftKey: '0:draft 1', mayTakeOut: true });
  });

  test('until it is out again', async () => {
    const { runJob, readLetterIn } = await load();
    await runJob(insertion);
    await runJob(takingOut);
    expect(await readLetterIn(TAB)).toBeNull();
  });

  test('until the tab is closed', async () => {
    const { runJob, forgetTab, readLetterIn } = await load();
    await runJob(insertion);
    await forgetTab(TAB);
    expect(await readLetterIn(TAB)).toBeNull();
  });
});

describe('taking out', () => {
  test('the page is not asked for the letter while a part stands on it: it would take back the part', async () => {
    const { runJob, keepOutcome, readOutcome, readLetterIn } = await load();
    await runJob(insertion);
    const part = { ...facts, part: 'Name' };
    await keepOutcome(TAB, told(part, { outcome: 'inserted', place: 'at the caret' }));
    await runJob(takingOut);
    expect(tab.jobs.map((job) => job.do)).toEqual(['insert']);
    expect(await readOutcome(TAB)).toMatchObject({ report: { outcome: 'refused', why: 'typed since' } });
    await runJob({ ...takingOut, facts: part });
    expect(tab.jobs.map((job) => job.do)).toEqual(['insert', 'takeOut']);
    expect(await readLetterIn(TAB)).toMatchObject({ facts });
  });

  test('where the page is closed to us, the letter stays to be noted as sent', async () => {
    const { runJob, readOutcome, readLetterIn } = await load();
    await runJob(insertion);
    tab.forbid();
    await runJob(takingOut);
    expect(await readOutcome(TAB)).toEqual({ kind: 'page failed', why: 'forbidden', takingOut: true });
    expect(await readLetterIn(TAB)).toMatchObject({ facts });
  });
});

describe('a job cut off with the background', () => {
  test('leaves the letter that was being taken out to be noted as sent', async () => {
    const { runJob, keepOutcome, markInterruptedJobs, readOutcome, readLetterIn } = await load();
    await runJob(insertion);
    await keepOutcome(TAB, { kind: 'running', takingOut: true });
    await markInterruptedJobs();
    expect(await readOutcome(TAB)).toEqual({ kind: 'page failed', why: 'lost contact', takingOut: true });
    expect(await readLetterIn(TAB)).toMatchObject({ facts, mayTakeOut: false });
  });

  test('is never called a success, and no other tab’s outcome changes', async () => {
    const { keepOutcome, markInterruptedJobs, readOutcome } = await load();
    await keepOutcome(TAB, { kind: 'running' });
    await keepOutcome(TAB + 1, { kind: 'no draft' });
    await markInterruptedJobs();
    expect(await readOutcome(TAB)).toEqual({ kind: 'page failed', why: 'lost contact' });
    expect(await readOutcome(TAB + 1)).toEqual({ kind: 'no draft' });
  });
});
