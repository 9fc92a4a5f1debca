import { openPopupOn, setUpTab, type OpenedPopup } from '../popup/openedPopup';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FieldsOf } from '../../../lib/storage/schema';
import { describeOutcome } from '../../../lib/writing/outcomeSentences';
import { describeLetterProblem } from '../../../lib/writing/questions';

const TODAY = '2026-11-23';
/** The letters and file names that were inserted, copied or downloaded. */
const output: string[] = [];

/** One empty email is open. */
beforeEach(() => {
  output.length = 0;
  const draft = { id: 'd', kind: 'new message', subject: 'empty', subjectText: '', focused: true } as const;
  setUpTab(
    () => ({
      site: 'gmail',
      drafts: [{ ...draft, minimised: false, plainText: false, holds: [] }],
      blockedFrame: false,
    }),
    {
      sendJob: async (job) => void (job.type === 'insert' && output.push(job.content.text)),
      copyLetter: async (_html, text) => output.push(text) > 0,
      saveFile: (name) => void output.push(name),
    },
  );
});

const ways = [
  ['insert', (popup: OpenedPopup) => popup.insertLetter()],
  ['copy', (popup: OpenedPopup) => popup.copyWholeLetter()],
  ['word', (popup: OpenedPopup) => popup.downloadWordLetter()],
] as const;

function outcomeSentence(popup: OpenedPopup): string {
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

  test.each(ways)(
    'asks before the letter is taken, and goes on only after the answer: %s',
    async (way, run) => {
      const { popup } = await openMisfit();
      await run(popup);
      expect(output).toEqual([]);
      expect(popup.state().outcome).toMatchObject({ kind: 'does not fit', way });
      expect(outcomeSentence(popup)).toContain(says);
      expect(outcomeSentence(popup)).toMatch(/all the same\?$/);
      await popup.continueWithMisfit(way);
      expect(output).toHaveLength(1);
      // The same pair is not asked about again while the popup is open.
      popup.setState({ outcome: null });
      await run(popup);
      expect(output).toHaveLength(2);
    },
  );

  test('asks again for another employer who does not fit', async () => {
    const { popup } = await openMisfit();
    await popup.continueWithMisfit('copy');
    const other = await popup.repository.addEmployer({ kind: 'other', organisation: 'Brook Charity' });
    await popup.chooseEmployer(other.ok ? other.value.id : '');
    await popup.copyWholeLetter();
    expect(output).toHaveLength(1);
    expect(outcomeSentence(popup)).toContain('Brook Charity is saved as another kind of employer');
  });

  test('removes the question when another employer is chosen', async () => {
    const { popup } = await openMisfit();
    await popup.insertLetter();
    const other = await popup.repository.addEmployer({ kind: 'council', organisation: 'Northshire' });
    await popup.chooseEmployer(other.ok ? other.value.id : '');
    expect(popup.state().outcome).toBeNull();
    await popup.copyWholeLetter();
    expect(output).toHaveLength(1);
  });

  test('does not ask if they agree, if the question is unanswered, or if the answer is “Other”', async () => {
    const { popup, signerId } = await openMisfit('council');
    await popup.copyWholeLetter();
    for (const employment of ['other', ''] as const) {
      await popup.repository.saveFields('signer', signerId, { employment });
      await (await openPopupOn(TODAY)).copyWholeLetter();
    }
    expect(output).toHaveLength(3);
  });
});

const wording = (body: string) =>
  `---\nid: own\ntitle: Own\nwhen: Now.\nsubject: Own\ncheckedOn: 2026-11-23\n---\n\n## Text {#text}\n\n${body}\n`;
const good = wording('Official words.');
const mistaken = wording('Official {{no such field}} words.');

describe('an own letter that cannot be used', () => {
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
      expect(outcomeSentence(popup)).toContain(problem(popup));
      expect(outcomeSentence(popup)).toMatch(/Nothing was|No Word letter/);
    }
    expect(output).toEqual([]);
    expect(popup.document().sections).toEqual([]);
  }

  test.each(['request', ''])(
    'with a mistake blocks every way, and ours is used only if the user chooses it (replaces: “%s”)',
    async (replaces) => {
      const { repository, id } = await saveOwn({ markdown: mistaken, replaces });
      await repository.saveChoices({ letterId: replaces || id });
      const popup = await openPopupOn(TODAY);
      await expectBlocked(popup);
      expect(problem(popup)).toMatch(/“Official request” has a mistake and cannot be used yet. Line \d+: /);
      expect(popup.state().letterProblem).toMatchObject({ why: 'mistake', ownId: id });
      await popup.chooseOursOnce();
      expect(popup.state()).toMatchObject({ letterProblem: null, outcome: null, letter: { id: 'request' } });
      await popup.copyWholeLetter();
      expect(output).toHaveLength(1);
      // Ours was chosen for this opening only.
      await expect(openPopupOn(TODAY)).resolves.toSatisfy((again: OpenedPopup) => problem(again) !== '');
    },
  );

  test('offers the letter of ours that it is a copy of', async () => {
    const markdown = mistaken.replace('id: own', 'id: reminder');
    const { repository, id } = await saveOwn({ markdown, replaces: '' });
    await repository.saveChoices({ letterId: id });
    const popup = await openPopupOn(TODAY);
    await popup.chooseOursOnce();
    expect(popup.state().letter.id).toBe('reminder');
  });

  test.each([
    ['of a later version', { v: 99, title: 'Official request', replaces: 'request', markdown: [good] }],
    ['damaged', 7],
  ])('is reported at every opening if it is %s', async (_which, stored) => {
    const { id } = await saveOwn();
    await fakeBrowser.storage.local.set({ [`letter:${id}`]: stored });
    for (const opening of ['first', 'second', 'third']) {
      const popup = await openPopupOn(TODAY);
      expect(problem(popup), opening).not.toBe('');
      await expectBlocked(popup);
      expect(problem(popup)).toContain('“Official request” cannot be read');
    }
  });

  test('blocks every way after the options page moved it to quarantine', async () => {
    const { repository, id } = await saveOwn();
    await fakeBrowser.storage.local.set({ [`letter:${id}`]: 7 });
    await repository.repairAll();
    await expectBlocked(await openPopupOn(TODAY));
    // Deleting it from quarantine for good means that our letter is no longer replaced.
    const aside = await repository.readQuarantined();
    const dropped = await repository.deleteQuarantined(aside.ok ? aside.value : []);
    expect((await openPopupOn(TODAY)).state()).toMatchObject({
      letterProblem: null,
      letter: { id: 'request' },
    });
    if (dropped.ok) await dropped.restore();
    await expectBlocked(await openPopupOn(TODAY));
  });

  test('blocks every way if its record is missing although the index lists it', async () => {
    const { id } = await saveOwn();
    await fakeBrowser.storage.local.remove(`letter:${id}`);
    await expectBlocked(await openPopupOn(TODAY));
  });

  test('is not replaced by another letter if it was deleted after it was chosen', async () => {
    const { repository, id } = await saveOwn();
    await (await openPopupOn(TODAY)).chooseLetter(id);
    await repository.deleteRecord('letter', id);
    const popup = await openPopupOn(TODAY);
    await expectBlocked(popup);
    expect(problem(popup)).toContain('no longer saved here');
    await popup.chooseLetter('request');
    expect(popup.state()).toMatchObject({ letterProblem: null, outcome: null, letter: { id: 'request' } });
  });

  test('is not guessed if two replace the same letter of ours: the user chooses one', async () => {
    await saveOwn();
    const { id } = await saveOwn({ title: 'Official request, second version' });
    const popup = await openPopupOn(TODAY);
    await expectBlocked(popup);
    expect(problem(popup)).toContain('Several letters are saved to use instead of');
    await popup.chooseLetter(id);
    expect(popup.state()).toMatchObject({ letterProblem: null, letter: { id } });
  });

  test('is used at the next opening after it was repaired', async () => {
    const { repository, id } = await saveOwn({ markdown: mistaken });
    await expectBlocked(await openPopupOn(TODAY));
    await repository.saveFields('letter', id, { markdown: good });
    const popup = await openPopupOn(TODAY);
    await popup.copyWholeLetter();
    expect(output[0]).toContain('Official words.');
  });

  test('does not replace a letter chosen later if it loads slowly', async () => {
    const { id } = await saveOwn({ replaces: '' });
    const popup = await openPopupOn(TODAY);
    await Promise.all([popup.chooseLetter(id), popup.chooseLetter('reminder')]);
    expect(popup.state().letter.id).toBe('reminder');
  });
});

test('an own letter that replaces an unknown letter is listed', async () => {
  const { repository } = await openPopupOn(TODAY);
  await repository.addRecord('letter', { title: 'Later', markdown: good, replaces: 'of a later version' });
  const popup = await openPopupOn(TODAY);
  const [{ listLetters }, { lettersOnDemand }] = await Promise.all([
    import('../../../lib/writing/letters'),
    import('../../../lib/writing/letters'),
  ]);
  const titles = listLetters(popup.state().index, lettersOnDemand).map(({ title }) => title);
  expect(titles).toContain('Later');
});

test('letters are listed by stage, an own letter in the place of the one that it replaces, and other own letters last', async () => {
  const { repository } = await openPopupOn(TODAY);
  await repository.addRecord('letter', { title: 'Official reminder', markdown: good, replaces: 'reminder' });
  await repository.addRecord('letter', { title: 'Of our branch', markdown: good, replaces: '' });
  const popup = await openPopupOn(TODAY);
  const [{ listLetters }, { lettersOnDemand }] = await Promise.all([
    import('../../../lib/writing/letters'),
    import('../../../lib/writing/letters'),
  ]);
  const listed = listLetters(popup.state().index, lettersOnDemand);
  expect([...new Set(listed.map(({ stage }) => stage))]).toEqual([
    'Start here',
    'The call has come',
    'No answer',
    'They answered',
    'Your own letters',
  ]);
  const ofStage = (name: string) => listed.filter(({ stage }) => stage === name).map(({ title }) => title);
  expect(ofStage('No answer')).toEqual(['Official reminder', 'Write to someone else there']);
  expect(ofStage('Your own letters')).toEqual(['Of our branch']);
});
