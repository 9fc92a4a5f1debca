import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Outcome, LetterFacts, LetterIn } from '../../../lib/writing/outcome';
import type { InsertionReport } from '../../../lib/mail/protocol';
import { openPopupOn, setUpTab } from './openedPopup';

const DAY = '2026-11-23';
const copied: string[] = [];

beforeEach(() => {
  setUpTab();
  copied.length = 0;
  vi.doMock('../../../lib/browser/clipboardAndDownloads', async (original) => ({
    ...(await original<object>()),
    copyLetter: async (_html: string, text: string) => copied.push(text) > 0,
  }));
});

test('a copied letter does not mention an enclosure', async () => {
  const popup = await openPopupOn(DAY);
  await popup.choose({ attachWord: true });
  await popup.copyWholeLetter();
  expect(copied).toHaveLength(1);
  expect(copied[0]).not.toContain('Enc.');
});

describe('“Open a new email”', () => {
  test('saves the mail site before the new tab closes the popup', async () => {
    const popup = await openPopupOn(DAY);
    const sites: unknown[] = [];
    vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(async () => {
      const settings = await popup.repository.readSettings();
      sites.push(settings.ok && settings.value.lastMailSite);
      return {} as never;
    });
    await popup.openEmail('outlook');
    expect(sites).toEqual(['outlook']);
  });

  test('shows its outcome, also when the popup is opened again in the same tab', async () => {
    const popup = await openPopupOn(DAY);
    await popup.openEmail('gmail');
    expect(popup.state().outcome).toEqual({ kind: 'new email opened' });
    expect((await openPopupOn(DAY)).state().outcome).toEqual({ kind: 'new email opened' });
  });
});

describe('the popup opened again', () => {
  const facts = { letterId: 'request', text: 'Dear Mrs Patel', part: null } as LetterFacts;
  const reported = (body: InsertionReport['body'], of = facts): Outcome => {
    const step = { outcome: 'not asked' } as const;
    const steps = { to: step, cc: step, subject: step, attachment: step };
    const report: InsertionReport = { site: 'gmail', kind: 'new message', body, ...steps };
    return { kind: 'reported', frameId: 0, draftKey: '0:draft 1', report, facts: of };
  };
  const inserted = reported({ outcome: 'inserted', place: 'at the caret' });

  async function openAfter(...outcomes: Outcome[]) {
    vi.resetModules();
    const { keepOutcome } = await import('../../../lib/writing/letterIn');
    for (const outcome of outcomes) await keepOutcome(1, outcome);
    return openPopupOn(DAY);
  }

  test('offers to save the letter as sent after a second copy was refused', async () => {
    const popup = await openAfter(inserted, reported({ outcome: 'refused', why: 'already there' }));
    expect(popup.state().letterIn).toMatchObject({ facts });
  });

  test('saves the letter’s own text as sent after a name was inserted by right-click', async () => {
    const name = { ...facts, text: 'Sam Carter', part: 'Name' };
    const { draftKey: _key, ...byMenu } = reported(
      { outcome: 'inserted', place: 'at the caret' },
      name,
    ) as Extract<Outcome, { kind: 'reported' }>;
    const popup = await openAfter(inserted, byMenu);
    // The email with the letter is no longer open here, but the outcome of the right-click is still shown.
    expect(popup.state().outcome).toMatchObject({ facts: { part: 'Name' } });
    expect(popup.state().letterIn).toMatchObject({ mayTakeOut: false });
    await popup.answerKeepText('keep');
    expect(await popup.repository.readAll('sent')).toMatchObject({ value: [{ text: 'Dear Mrs Patel' }] });
    expect((await openPopupOn(DAY)).state().letterIn).toBeNull();
  });

  test('inserting only the name does not offer “I have sent it”', async () => {
    const name = { ...facts, text: 'Sam Carter', part: 'Name' };
    const popup = await openAfter(reported({ outcome: 'inserted', place: 'at the caret' }, name));
    expect(popup.state().letterIn).toBeNull();
  });
});

describe('“I have sent it” for the first time', () => {
  const letterIn = { frameId: 0, facts: { text: 'Dear Mrs Patel', title: 'Ask', part: null } } as LetterIn;

  test.each([
    ['keep', 'Dear Mrs Patel'],
    ['leave out', ''],
  ] as const)('asks before anything is stored, obeys “%s”, and does not ask again', async (answer, text) => {
    const popup = await openPopupOn(DAY);
    popup.setState({ letterIn });
    await popup.noteSent();
    expect(popup.state().outcome).toEqual({ kind: 'keep the text?' });
    expect(await popup.repository.readAll('sent')).toMatchObject({ value: [] });
    await popup.answerKeepText(answer);
    expect(popup.state().outcome).toMatchObject({ kind: 'sent noted' });
    popup.setState({ letterIn });
    await popup.noteSent();
    expect(await popup.repository.readAll('sent')).toMatchObject({
      value: [{ text, title: 'Ask' }, { text }],
    });
  });

  test('closing the popup without an answer stores nothing, and the letter can still be noted', async () => {
    const popup = await openPopupOn(DAY);
    popup.setState({ letterIn });
    await popup.noteSent();
    expect(popup.state().letterIn).toEqual(letterIn);
    expect(await popup.repository.readAll('sent')).toMatchObject({ value: [] });
  });
});
