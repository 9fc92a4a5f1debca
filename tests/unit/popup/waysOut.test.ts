import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Outcome, LetterFacts } from '../../../lib/writing/outcome';
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

test('a copied letter speaks of no enclosure', async () => {
  const popup = await openPopupOn(DAY);
  await popup.choose({ attachWord: true });
  await popup.copyWholeLetter();
  expect(copied).toHaveLength(1);
  expect(copied[0]).not.toContain('Enc.');
});

describe('“Open a new email”', () => {
  test('keeps the site before the new tab closes the popup', async () => {
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

  test('is told of with what to do next, also when the popup is opened here again', async () => {
    const popup = await openPopupOn(DAY);
    await popup.openEmail('gmail');
    expect(popup.state().outcome).toEqual({ kind: 'new email opened' });
    expect((await openPopupOn(DAY)).state().outcome).toEqual({ kind: 'new email opened' });
  });
});

describe('opened again', () => {
  const facts = { letterId: 'request', text: 'Dear Mrs Patel', part: null } as LetterFacts;
  const told = (body: InsertionReport['body'], of = facts): Outcome => {
    const step = { outcome: 'not asked' } as const;
    const steps = { to: step, cc: step, subject: step, attachment: step };
    const report: InsertionReport = { site: 'gmail', kind: 'new message', body, ...steps };
    return { kind: 'reported', frameId: 0, draftKey: '0:draft 1', report, facts: of };
  };
  const inserted = told({ outcome: 'inserted', place: 'at the caret' });

  async function openAfter(...outcomes: Outcome[]) {
    vi.resetModules();
    const { keepOutcome } = await import('../../../lib/writing/letterIn');
    for (const outcome of outcomes) await keepOutcome(1, outcome);
    return openPopupOn(DAY);
  }

  test('after a second copy was refused, the letter can still be noted as sent', async () => {
    const popup = await openAfter(inserted, told({ outcome: 'refused', why: 'already there' }));
    expect(popup.state().letterIn).toMatchObject({ facts });
  });

  test('after a name was put in by right-click, what is noted as sent is the letter’s own text', async () => {
    const name = { ...facts, text: 'Sam Carter', part: 'Name' };
    const { draftKey: _key, ...byMenu } = told(
      { outcome: 'inserted', place: 'at the caret' },
      name,
    ) as Extract<Outcome, { kind: 'reported' }>;
    const popup = await openAfter(inserted, byMenu);
    // The email of the letter is not open here any more; what the right-click did is told all the same.
    expect(popup.state().outcome).toMatchObject({ facts: { part: 'Name' } });
    expect(popup.state().letterIn).toMatchObject({ mayTakeOut: false });
    await popup.noteSent();
    expect(await popup.repository.readAll('sent')).toMatchObject({ value: [{ text: 'Dear Mrs Patel' }] });
    expect((await openPopupOn(DAY)).state().letterIn).toBeNull();
  });

  test('a name put in by right-click alone is nothing to note as sent', async () => {
    const name = { ...facts, text: 'Sam Carter', part: 'Name' };
    const popup = await openAfter(told({ outcome: 'inserted', place: 'at the caret' }, name));
    expect(popup.state().letterIn).toBeNull();
  });
});
