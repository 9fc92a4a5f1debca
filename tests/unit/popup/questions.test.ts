import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { JobMessage } from '../../../lib/writing/messages';
import type { FieldsOf } from '../../../lib/storage/schema';
import { describeOutcome } from '../../../lib/writing/sentences';
import { describeLetterProblem } from '../../../lib/writing/questions';
import { openPopupOn, setUpTab, type OpenedPopup } from './openedPopup';

const TODAY = '2026-11-23';
const left: string[] = [];

/** One empty email is open; whatever leaves the popup is written down in `left`. */
beforeEach(() => {
  left.length = 0;
  const draft = { id: 'd', kind: 'new message', subject: 'empty', subjectText: '', focused: true } as const;
  setUpTab(() => ({
    site: 'gmail',
    drafts: [{ ...draft, minimised: false, plainText: false, holds: [] }],
    blockedFrame: false,
  }));
  vi.doMock('../../../lib/writing/messages', () => ({
    sendJob: async (job: JobMessage) => job.type === 'insert' && left.push(job.content.text),
    wakeBackground: async () => {},
  }));
  vi.doMock('../../../lib/browser/clipboardAndDownloads', async (original) => ({
    ...(await original<object>()),
    WORD_TYPE: 'word',
    copyLetter: async (_html: string, text: string) => left.push(text) > 0,
    saveFile: (name: string) => left.push(name),
  }));
});

const ways = [
  ['insert', (popup: OpenedPopup) => popup.insertLetter()],
  ['copy', (popup: OpenedPopup) => popup.copyWholeLetter()],
  ['word', (popup: OpenedPopup) => popup.downloadWordLetter()],
] as const;

function said(popup: OpenedPopup): string {
  const { outcome } = popup.state();
  return outcome ? describeOutcome(outcome) : '';
}

describe('“Who employs you?” and the kind of employer disagree', () => {
  async function openMisfit(kind: 'council' | 'academy-trust' = 'academy-trust') {
    const { repository } = await openPopupOn(TODAY);
    const employer = await repository.addEmployer({ kind, organisation: 'Mill Trust' });
    const employerId = employer.ok ? employer.value.id : '';
    const employment = 'council-maintained';
    const head = await repository.addSigner({ fullName: 'Sam Carter', employment, employerId });
    return { popup: await openPopupOn(TODAY), signerId: head.ok ? head.value.id : '', employerId };
  }
  const says =
    '“Who employs you?” says a council for Sam Carter, but Mill Trust is saved as an academy trust.';

  test.each(ways)('it is asked first, and done only when the user says so: %s', async (way, run) => {
    const { popup } = await openMisfit();
    await run(popup);
    expect(left).toEqual([]);
    expect(popup.state().outcome).toMatchObject({ kind: 'does not fit', way });
    expect(said(popup)).toContain(says);
    expect(said(popup)).toMatch(/all the same\?$/);
    await popup.goOnAllTheSame(way);
    expect(left).toHaveLength(1);
    // The answer holds for this pair while the popup is open.
    popup.setState({ outcome: null });
    await run(popup);
    expect(left).toHaveLength(2);
  });

  test('it is asked again for another employer who does not fit', async () => {
    const { popup } = await openMisfit();
    await popup.goOnAllTheSame('copy');
    const other = await popup.repository.addEmployer({ kind: 'other', organisation: 'Brook Charity' });
    await popup.chooseEmployer(other.ok ? other.value.id : '');
    await popup.copyWholeLetter();
    expect(left).toHaveLength(1);
    expect(said(popup)).toContain('Brook Charity is saved as another kind of employer');
  });

  test('the question goes once another signer or employer is chosen', async () => {
    const { popup } = await openMisfit();
    await popup.insertLetter();
    const other = await popup.repository.addEmployer({ kind: 'council', organisation: 'Northshire' });
    await popup.chooseEmployer(other.ok ? other.value.id : '');
    expect(popup.state().outcome).toBeNull();
    await popup.copyWholeLetter();
    expect(left).toHaveLength(1);
  });

  test('nothing is asked where they agree, where nobody has answered, or where the answer is “Other”', async () => {
    const { popup, signerId } = await openMisfit('council');
    await popup.copyWholeLetter();
    for (const employment of ['other', ''] as const) {
      await popup.repository.saveFields('signer', signerId, { employment });
      await (await openPopupOn(TODAY)).copyWholeLetter();
    }
    expect(left).toHaveLength(3);
  });
});

const wording = (body: string) =>
  `---\nid: own\ntitle: Own\nwhen: Now.\nsubject: Own\ncheckedOn: 2026-11-23\n---\n\n## Text {#text}\n\n${body}\n`;
const good = wording('Official words.');
const mistaken = wording('Official {{no such field}} words.');

describe('one of the user’s own letters cannot be used', () => {
  async function saveOwn(fields: Partial<FieldsOf<'letter'>> = {}) {
    const { repository } = await openPopupOn(TODAY);
    const letter = { title: 'Official request', markdown: good, replaces: 'request', ...fields };
    const own = await repository.addRecord('letter', letter);
    return { repository, id: own.ok ? own.value.id : '' };
  }
  const problem = (popup: OpenedPopup) => {
    const { letterProblem } = popup.state();
    return letterProblem ? describeLetterProblem(letterProblem) : '';
  };
  async function expectBlocked(popup: OpenedPopup) {
    expect(problem(popup)).not.toBe('');
    for (const [, run] of ways) {
      await run(popup);
      expect(popup.state().outcome).toMatchObject({ kind: 'letter blocked' });
      expect(said(popup)).toContain(problem(popup));
      expect(said(popup)).toMatch(/Nothing was|No Word letter/);
    }
    expect(left).toEqual([]);
    expect(popup.document().sections).toEqual([]);
  }

  test.each(['request', ''])(
    'a mistake in it blocks every way, and ours is used only when asked for (instead of: “%s”)',
    async (replaces) => {
      const { repository, id } = await saveOwn({ markdown: mistaken, replaces });
      await repository.saveChoices({ letterId: replaces || id });
      const popup = await openPopupOn(TODAY);
      await expectBlocked(popup);
      expect(problem(popup)).toMatch(/“Official request” has a mistake and cannot be used yet. Line \d+: /);
      expect(popup.state().letterProblem).toMatchObject({ why: 'mistake', ownId: id });
      await popup.takeOursThisTime();
      expect(popup.state()).toMatchObject({ letterProblem: null, outcome: null, letter: { id: 'request' } });
      await popup.copyWholeLetter();
      expect(left).toHaveLength(1);
      // This time only.
      await expect(openPopupOn(TODAY)).resolves.toSatisfy((again: OpenedPopup) => problem(again) !== '');
    },
  );

  test('a copy of one of ours goes back to that letter of ours', async () => {
    const markdown = mistaken.replace('id: own', 'id: reminder');
    const { repository, id } = await saveOwn({ markdown, replaces: '' });
    await repository.saveChoices({ letterId: id });
    const popup = await openPopupOn(TODAY);
    await popup.takeOursThisTime();
    expect(popup.state().letter.id).toBe('reminder');
  });

  test.each([
    ['of a later version', { v: 99, title: 'Official request', replaces: 'request', markdown: good }],
    ['damaged', 7],
  ])('it is %s: said at this opening and at the next ones', async (_which, stored) => {
    const { id } = await saveOwn();
    await fakeBrowser.storage.local.set({ [`letter:${id}`]: stored });
    for (const opening of ['first', 'second', 'third']) {
      const popup = await openPopupOn(TODAY);
      expect(problem(popup), opening).not.toBe('');
      await expectBlocked(popup);
      expect(problem(popup)).toContain('“Official request” cannot be read');
    }
  });

  test('it was set aside by the options page', async () => {
    const { repository, id } = await saveOwn();
    await fakeBrowser.storage.local.set({ [`letter:${id}`]: 7 });
    await repository.repairAll();
    await expectBlocked(await openPopupOn(TODAY));
    // Whoever deletes it for good has said that there is no such letter any more.
    const aside = await repository.readQuarantined();
    const dropped = await repository.deleteQuarantined(aside.ok ? aside.value : []);
    expect((await openPopupOn(TODAY)).state()).toMatchObject({
      letterProblem: null,
      letter: { id: 'request' },
    });
    if (dropped.ok) await dropped.restore();
    await expectBlocked(await openPopupOn(TODAY));
  });

  test('its record is gone although it is listed', async () => {
    const { id } = await saveOwn();
    await fakeBrowser.storage.local.remove(`letter:${id}`);
    await expectBlocked(await openPopupOn(TODAY));
  });

  test('it was deleted after it was chosen: no other letter is taken', async () => {
    const { repository, id } = await saveOwn();
    await (await openPopupOn(TODAY)).chooseLetter(id);
    await repository.deleteRecord('letter', id);
    const popup = await openPopupOn(TODAY);
    await expectBlocked(popup);
    expect(problem(popup)).toContain('no longer saved here');
    await popup.chooseLetter('request');
    expect(popup.state()).toMatchObject({ letterProblem: null, outcome: null, letter: { id: 'request' } });
  });

  test('two are used instead of the same letter of ours: both are listed, and neither is guessed', async () => {
    await saveOwn();
    const { id } = await saveOwn({ title: 'Official request, second version' });
    const popup = await openPopupOn(TODAY);
    await expectBlocked(popup);
    expect(problem(popup)).toContain('Several letters are saved to use instead of');
    await popup.chooseLetter(id);
    expect(popup.state()).toMatchObject({ letterProblem: null, letter: { id } });
  });

  test('it is repaired: the next opening uses it', async () => {
    const { repository, id } = await saveOwn({ markdown: mistaken });
    await expectBlocked(await openPopupOn(TODAY));
    await repository.saveFields('letter', id, { markdown: good });
    const popup = await openPopupOn(TODAY);
    await popup.copyWholeLetter();
    expect(left[0]).toContain('Official words.');
  });

  test('a slow answer to an earlier choice does not replace the letter chosen after it', async () => {
    const { id } = await saveOwn({ replaces: '' });
    const popup = await openPopupOn(TODAY);
    await Promise.all([popup.chooseLetter(id), popup.chooseLetter('reminder')]);
    expect(popup.state().letter.id).toBe('reminder');
  });
});

test('a letter of the user’s own that replaces one we do not know is listed', async () => {
  const { repository } = await openPopupOn(TODAY);
  await repository.addRecord('letter', { title: 'Later', markdown: good, replaces: 'of a later version' });
  const popup = await openPopupOn(TODAY);
  const [{ listLetters }, { lettersOnDemand }] = await Promise.all([
    import('../../../lib/writing/letters'),
    import('../../../lib/writing/lettersOnDemand'),
  ]);
  const titles = listLetters(popup.state().index, lettersOnDemand).map(({ title }) => title);
  expect(titles).toContain('Later');
});
