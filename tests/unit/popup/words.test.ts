import { openPopupOn, setUpTab, type OpenedPopup } from './openedPopup';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FieldsOf } from '../../../lib/storage/schema';
import { toFacts } from '../../../lib/writing/insertion';
import type { LetterIn } from '../../../lib/writing/outcome';

beforeEach(() => setUpTab());

/** Saves two signers, each with an employer, and the given sent letters. */
async function saveBranch(sent: { from: 'A' | 'B'; letter?: Partial<FieldsOf<'sent'>> }[] = []) {
  const { repository } = await openPopupOn('2026-11-23');
  const ids: Record<string, string> = {};
  for (const name of ['A', 'B']) {
    const employer = await repository.addEmployer({ organisation: `Trust of ${name}` });
    const employerId = employer.ok ? employer.value.id : '';
    const signer = await repository.addSigner({ fullName: `Head ${name}`, employerId });
    Object.assign(ids, { [name]: signer.ok ? signer.value.id : '', [`${name}’s employer`]: employerId });
  }
  for (const { from, letter } of sent)
    await repository.addRecord('sent', {
      signerId: ids[from]!,
      employerId: ids[`${from}’s employer`]!,
      letterId: 'request',
      ...letter,
    });
  return ids as Record<'A' | 'B' | 'A’s employer' | 'B’s employer', string>;
}

const firstDate = (popup: OpenedPopup) => popup.state().words.answers['first letter date'];

describe('words of one signer to one employer', () => {
  test('dates of earlier letters are filled in only for the same signer and employer', async () => {
    const ids = await saveBranch([
      { from: 'A', letter: { sentOn: '2026-11-01' } },
      { from: 'B', letter: { sentOn: '2026-11-10' } },
    ]);
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseSigner(ids.A);
    await popup.chooseLetter('reminder');
    expect(firstDate(popup)).toBe('2026-11-01');
    await popup.chooseSigner(ids.B);
    expect(firstDate(popup)).toBe('2026-11-10');
    await popup.chooseEmployer(ids['A’s employer']);
    expect(firstDate(popup)).toBeUndefined();
  });

  test('a signer without sent letters gets no date of another signer, and the date is listed as missing', async () => {
    const ids = await saveBranch([{ from: 'A', letter: { sentOn: '2026-11-01' } }]);
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseSigner(ids.A);
    await popup.chooseLetter('reminder');
    await popup.chooseSigner(ids.B);
    expect(firstDate(popup)).toBeUndefined();
    expect(popup.document().missing.map(({ field }) => field)).toContain('first letter date');
  });

  test('a typed paragraph and date return when their signer is chosen again, also at a later opening', async () => {
    const ids = await saveBranch();
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseSigner(ids.A);
    await popup.writeWords({ ownParagraph: 'We are ninety.', answers: { 'inspection date': '2026-11-24' } });
    await popup.chooseSigner(ids.B);
    expect(popup.state().words).toMatchObject({ ownParagraph: '', answers: {} });
    const again = await openPopupOn('2026-11-23');
    expect(again.state().words).toMatchObject({ ownParagraph: '', answers: {} });
    await again.chooseSigner(ids.A);
    expect(again.state().words).toMatchObject({
      ownParagraph: 'We are ninety.',
      answers: { 'inspection date': '2026-11-24' },
    });
  });

  test('choosing another employer for the same signer drops the dates and keeps the paragraph', async () => {
    const ids = await saveBranch();
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseSigner(ids.A);
    await popup.writeWords({ ownParagraph: 'We are ninety.', answers: { 'meeting date': '2026-12-01' } });
    await popup.chooseEmployer(ids['B’s employer']);
    expect(popup.state().words).toMatchObject({ ownParagraph: 'We are ninety.', answers: {} });
  });

  test('words typed before a signer is saved are assigned to the first one saved', async () => {
    const popup = await openPopupOn('2026-11-23');
    await popup.writeWords({ ownParagraph: 'We are ninety.', answers: { 'call time': '10:30' } });
    await popup.repository.addSigner({ fullName: 'Robin Ashby' });
    await popup.repository.addEmployer({ organisation: 'Mill Trust' });
    const again = await openPopupOn('2026-11-23');
    expect(again.state().words).toMatchObject({
      ownParagraph: 'We are ninety.',
      answers: { 'call time': '10:30' },
    });
  });

  test('requests ticked in a signer’s first letter are ticked in that signer’s reminder only', async () => {
    const ids = await saveBranch([
      { from: 'A', letter: { sentOn: '2026-11-01', requests: ['assess', 'review-date'] } },
      { from: 'B', letter: { sentOn: '2026-11-01', requests: ['assess'] } },
    ]);
    const popup = await openPopupOn('2026-11-23');
    const ticks = () => popup.state().choices.requests['reminder'];
    await popup.chooseSigner(ids.A);
    await popup.chooseLetter('reminder');
    expect(ticks()).toEqual(['assess', 'review-date']);
    await popup.tickRequest('consult', true);
    await popup.chooseSigner(ids.B);
    expect(ticks()).toEqual(['assess']);
    await popup.chooseSigner(ids.A);
    expect(ticks()).toEqual(['assess', 'review-date', 'consult']);
  });
});

describe('dates of earlier letters and typed dates', () => {
  test('the next opening uses a reply saved since, even if a request was ticked in between', async () => {
    const ids = await saveBranch([{ from: 'A', letter: { sentOn: '2026-11-01' } }]);
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseSigner(ids.A);
    await popup.chooseLetter('reply-holding');
    const list = await popup.repository.readSentList();
    const [sent] = list.ok ? list.value : [];
    const reply = { kind: 'holding', note: '', promisedDate: '' } as const;
    for (const [id, date] of [
      ['r1', '2026-11-05'],
      ['r2', '2026-11-20'],
    ] as const) {
      await popup.repository.changeRecord('sent', sent!.id, (record) => ({
        ...record,
        replies: [...record.replies, { ...reply, id, date }],
      }));
      const again = await openPopupOn('2026-11-23');
      expect(again.state().words.answers['their reply date']).toBe(date);
      await again.tickRequest('contact', false);
    }
  });

  test('a date that the user emptied or corrected is not filled in again', async () => {
    const ids = await saveBranch([
      {
        from: 'A',
        letter: {
          sentOn: '2026-11-01',
          replies: [{ id: 'r', date: '2026-11-05', kind: 'holding', note: '', promisedDate: '' }],
        },
      },
    ]);
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseSigner(ids.A);
    await popup.chooseLetter('reminder');
    expect(popup.state().words.answers['last reply date']).toBe('2026-11-05');
    await popup.writeWords({ answers: { 'last reply date': '' } });
    await popup.writeWords({ answers: { 'first letter date': '2026-11-02' } });
    const again = await openPopupOn('2026-11-23');
    expect(again.state().words.answers).toMatchObject({
      'last reply date': '',
      'first letter date': '2026-11-02',
    });
  });

  test('the right-click menu fills in the same words as the popup, for the same signer only', async () => {
    const ids = await saveBranch([{ from: 'A', letter: { sentOn: '2026-11-01' } }]);
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseSigner(ids.A);
    await popup.writeWords({ ownParagraph: 'We are ninety.' });
    expect(await wordsOfMenu()).toMatchObject({
      ownParagraph: 'We are ninety.',
      answers: { 'first letter date': '2026-11-01' },
    });
    await popup.chooseSigner(ids.B);
    expect(await wordsOfMenu()).toMatchObject({ ownParagraph: '', answers: {} });
  });

  async function wordsOfMenu() {
    const [{ gatherIngredients }, { withEarlierLetters }, { bundledLetters }] = await Promise.all([
      import('../../../lib/writing/gather'),
      import('../../../lib/writing/earlierLetters'),
      import('../../../lib/background/menu/items'),
    ]);
    const gathered = await gatherIngredients(1, new Date('2026-11-23T12:00'), bundledLetters);
    return (await withEarlierLetters(gathered)).words;
  }
});

describe('the reply-by date', () => {
  const replyBy = (popup: OpenedPopup) => popup.state().words.replyBy;

  test('is proposed anew each day until the user picks one, whatever else is chosen', async () => {
    const popup = await openPopupOn('2026-11-02');
    await popup.chooseLetter('reminder');
    await popup.tickRequest('assess', false);
    await popup.writeWords({ ownParagraph: 'We are ninety.' });
    expect(replyBy(popup)).toBe('2026-11-16');
    expect(replyBy(await openPopupOn('2026-11-17'))).toBe('2026-12-01');
  });

  test('stays as picked in the tab until it is no longer in the future', async () => {
    const popup = await openPopupOn('2026-11-02');
    await popup.writeWords({ replyBy: '2026-11-20' });
    expect(replyBy(await openPopupOn('2026-11-19'))).toBe('2026-11-20');
    expect(replyBy(await openPopupOn('2026-11-20'))).toBe('2026-12-04');
  });

  test('may be in the past while the user is typing a date', async () => {
    const popup = await openPopupOn('2026-11-02');
    await popup.writeWords({ replyBy: '2020-11-20' });
    expect(replyBy(popup)).toBe('2020-11-20');
  });
});

test('“I have sent it” removes the words of that letter and keeps those of another signer', async () => {
  const ids = await saveBranch();
  const popup = await openPopupOn('2026-11-23');
  await popup.chooseSigner(ids.B);
  await popup.writeWords({ ownParagraph: 'We are fifty.' });
  await popup.chooseSigner(ids.A);
  await popup.writeWords({
    ownParagraph: 'We are ninety.',
    replyBy: '2026-12-20',
    answers: { 'meeting date': '2026-12-01' },
  });
  const facts = toFacts(popup.document(), popup.state());
  popup.setState({ letterIn: { frameId: 0, facts } as LetterIn });
  await popup.noteSent();
  await popup.answerKeepText('keep');
  const fresh = { ownParagraph: '', replyBy: '2026-12-07', answers: {} };
  expect(popup.state().words).toEqual(fresh);
  const again = await openPopupOn('2026-11-23');
  expect(again.state().words).toMatchObject({ ...fresh, answers: { 'first letter date': '2026-11-23' } });
  await again.chooseSigner(ids.B);
  expect(again.state().words.ownParagraph).toBe('We are fifty.');
});

test.each([
  ['none', undefined],
  ['those of an earlier version', { ownParagraph: 'x', replyBy: '2026-11-30', requests: {}, answers: {} }],
  ['words without a field that was added since', { own: { paragraphs: {} } }],
])('the popup opens with these choices saved for the tab: %s', async (_which, choices) => {
  await fakeBrowser.storage.session.set({ 'tab1:1:choices': choices });
  const popup = await openPopupOn('2026-11-23');
  await popup.writeWords({ ownParagraph: 'We are ninety.', answers: { 'meeting date': '2026-12-01' } });
  expect((await openPopupOn('2026-11-23')).state().words).toMatchObject({
    ownParagraph: 'We are ninety.',
    answers: { 'meeting date': '2026-12-01' },
  });
});

test('the state of a tab that another version saved is not used', async () => {
  const outcome = { kind: 'of another version' };
  await fakeBrowser.storage.session.set({ 'tab0:1:outcome': outcome, 'tab:1:outcome': outcome });
  expect((await openPopupOn('2026-11-23')).state()).toMatchObject({ outcome: null });
});
