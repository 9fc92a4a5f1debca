import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FieldsOf } from '../../../lib/storage/schema';
import { toFacts } from '../../../lib/writing/compose';
import type { LetterIn } from '../../../lib/writing/outcome';
import { openPopupOn, setUpTab, type OpenedPopup } from './openedPopup';

beforeEach(() => setUpTab());

/** Two heads of one branch, each with an employer; what each has sent is given. */
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

describe('what one head said to one employer', () => {
  test('dates of earlier letters stay with whom they were written to', async () => {
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

  test('a head who has sent nothing yet gets nobody’s date, and is told that one is missing', async () => {
    const ids = await saveBranch([{ from: 'A', letter: { sentOn: '2026-11-01' } }]);
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseSigner(ids.A);
    await popup.chooseLetter('reminder');
    await popup.chooseSigner(ids.B);
    expect(firstDate(popup)).toBeUndefined();
    expect(popup.document().missing.map(({ field }) => field)).toContain('first letter date');
  });

  test('a paragraph about a school, and dates typed, are there again when its head is, also in a later opening', async () => {
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

  test('another employer of the same head gets none of the dates, but hears about the same school', async () => {
    const ids = await saveBranch();
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseSigner(ids.A);
    await popup.writeWords({ ownParagraph: 'We are ninety.', answers: { 'meeting date': '2026-12-01' } });
    await popup.chooseEmployer(ids['B’s employer']);
    expect(popup.state().words).toMatchObject({ ownParagraph: 'We are ninety.', answers: {} });
  });

  test('what is typed while nobody is saved belongs to the first who is', async () => {
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

  test('ticks of a head’s first letter carry over into that head’s reminder, and no other', async () => {
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

describe('what earlier letters say and what was typed', () => {
  test('a reply recorded since is what the next opening goes by, though a choice was made in between', async () => {
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

  test('a date emptied by hand stays empty, one corrected stays corrected', async () => {
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

  test('the right-click menu fills in the same dates as the popup, and keeps them apart the same way', async () => {
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
      import('../../../lib/background/letters'),
    ]);
    const gathered = await gatherIngredients(1, new Date('2026-11-23T12:00'), bundledLetters);
    return (await withEarlierLetters(gathered)).words;
  }
});

describe('the day asked for', () => {
  const replyBy = (popup: OpenedPopup) => popup.state().words.replyBy;

  test('moves on with the calendar until the user picks one, whatever else is chosen', async () => {
    const popup = await openPopupOn('2026-11-02');
    await popup.chooseLetter('reminder');
    await popup.tickRequest('assess', false);
    await popup.writeWords({ ownParagraph: 'We are ninety.' });
    expect(replyBy(popup)).toBe('2026-11-16');
    expect(replyBy(await openPopupOn('2026-11-17'))).toBe('2026-12-01');
  });

  test('a day that was picked is kept for the tab until it is no longer to come', async () => {
    const popup = await openPopupOn('2026-11-02');
    await popup.writeWords({ replyBy: '2026-11-20' });
    expect(replyBy(await openPopupOn('2026-11-19'))).toBe('2026-11-20');
    expect(replyBy(await openPopupOn('2026-11-20'))).toBe('2026-12-04');
  });

  test('a day that has passed can be on screen while a date is being typed', async () => {
    const popup = await openPopupOn('2026-11-02');
    await popup.writeWords({ replyBy: '2020-11-20' });
    expect(replyBy(popup)).toBe('2020-11-20');
  });
});

test('“I have sent it” ends the words of that letter for the tab, and leaves those for others', async () => {
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
  const begun = { ownParagraph: '', replyBy: '2026-12-07', answers: {} };
  expect(popup.state().words).toEqual(begun);
  const again = await openPopupOn('2026-11-23');
  expect(again.state().words).toMatchObject({ ...begun, answers: { 'first letter date': '2026-11-23' } });
  await again.chooseSigner(ids.B);
  expect(again.state().words.ownParagraph).toBe('We are fifty.');
});

test.each([
  ['none', undefined],
  ['those of an earlier version', { ownParagraph: 'x', replyBy: '2026-11-30', requests: {}, answers: {} }],
])('choices kept for the tab, %s: the popup opens', async (_which, choices) => {
  await fakeBrowser.storage.session.set({ 'tab:1:choices': choices });
  expect((await openPopupOn('2026-11-23')).state()).toMatchObject({ ready: true });
});
