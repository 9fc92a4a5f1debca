import { fakeTab, type FakeTab } from './fakeTab';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { describeOutcome } from '../../../lib/writing/outcomeSentences';
import { markInterruptedJobs, runJob } from '../../../lib/background/jobs';
import { handleMenuClick } from '../../../lib/background/menu/click';
import { keepMenuUpToDate, rebuildMenu } from '../../../lib/background/menu/items';
import { repository } from '../../../lib/storage/repository';
import { readLetterIn, readOutcome, writeTabChoices } from '../../../lib/writing/tabState';

const TAB = 5;
let tab: FakeTab;
beforeEach(() => void (tab = fakeTab()));

/** The background has started. Resolves to a right-click on the item with this title. */
async function start() {
  keepMenuUpToDate();
  await fakeBrowser.runtime.onStartup.trigger();
  await waitForMenuItem('Whole letter');
  // The title of the whole letter goes on with the letter's own.
  const idOf = (title: string) =>
    [...tab.menu].find(([each]) => each === title || each.startsWith(`${title}: `))?.[1];
  return (title: string) =>
    handleMenuClick(
      { menuItemId: idOf(title) ?? 'no such title', frameId: 0 } as Parameters<typeof handleMenuClick>[0],
      { id: TAB, windowId: 1 } as Parameters<typeof handleMenuClick>[1],
    );
}

function waitForMenuItem(title: string): Promise<void> {
  const isThere = () => [...tab.menu.keys()].some((each) => each === title || each.startsWith(`${title}: `));
  return vi.waitFor(() => expect(isThere()).toBe(true), { timeout: 10_000 });
}

function insertedTexts(): string[] {
  return tab.jobs.flatMap((job) => (job.do === 'insert' ? [job.content.text] : []));
}

function ownLetter(section: string) {
  const head = ['---', 'id: own', 'title: Own', 'when: Now.', 'subject: Own', 'checkedOn: 2026-11-23', '---'];
  const markdown = [...head, '', `## ${section} {#${section.toLowerCase()}}`, '', `Words of ${section}.`, ''];
  return { title: 'My own', markdown: markdown.join('\n') };
}

async function chooseOwnLetter(): Promise<string> {
  const added = await repository.addRecord('letter', ownLetter('Alpha'));
  if (!added.ok) throw new Error(added.why);
  await repository.saveChoices({ letterId: added.value.id });
  await waitForMenuItem('Alpha');
  return added.value.id;
}

describe('the right-click menu inserts from the letter whose parts it shows', () => {
  test('even if another letter was chosen in this tab', async () => {
    const click = await start();
    await writeTabChoices(TAB, { letterId: 'inspection-notified' });
    await click('Assurance');
    expect(insertedTexts()).toHaveLength(1);
    expect(tab.notices[0]).toContain('“Assurance” is in your new message.');
  });

  test('even if another letter was used last and the menu could not be rebuilt', async () => {
    const click = await start();
    tab.failMenuOnce();
    await repository.saveChoices({ letterId: 'inspection-notified' });
    await click('Assurance');
    expect(insertedTexts()).toHaveLength(1);
  });
});

describe('the menu is rebuilt', () => {
  test('when the wording of the chosen own letter changes', async () => {
    await start();
    const id = await chooseOwnLetter();
    await repository.saveFields('letter', id, ownLetter('Beta'));
    await waitForMenuItem('Beta');
    expect([...tab.menu.keys()]).not.toContain('Alpha');
  });

  test('when an own letter replaces the chosen letter, and when the own letter is deleted', async () => {
    await start();
    const added = await repository.addRecord('letter', { ...ownLetter('Alpha'), replaces: 'request' });
    await waitForMenuItem('Alpha');
    await repository.deleteRecord('letter', added.ok ? added.value.id : '');
    await waitForMenuItem('Assurance');
    expect([...tab.menu.keys()]).not.toContain('Alpha');
  });

  test('on the next change after a rebuild has failed', async () => {
    await start();
    tab.failMenuOnce();
    await rebuildMenu();
    await chooseOwnLetter();
    expect([...tab.menu.keys()]).toContain('Alpha');
  });
});

describe('a menu item whose part the letter no longer has', () => {
  test('inserts nothing, shows a notice, and the menu is rebuilt', async () => {
    const click = await start();
    const id = await chooseOwnLetter();
    tab.failMenuOnce();
    await repository.saveFields('letter', id, ownLetter('Beta'));
    await click('Alpha');
    expect(insertedTexts()).toEqual([]);
    expect(tab.notices).toEqual([expect.stringContaining('so nothing was put in')]);
    expect(await readOutcome(TAB)).toEqual({ kind: 'no such part' });
    await waitForMenuItem('Beta');
  });

  test('inserts no other letter in place of a deleted one', async () => {
    const click = await start();
    const id = await chooseOwnLetter();
    tab.failMenuOnce();
    await repository.deleteRecord('letter', id);
    await click('Whole letter');
    expect(insertedTexts()).toEqual([]);
  });
});

describe('inserting from the right-click menu', () => {
  test.each(['Whole letter', 'Close'])('mentions no enclosure: %s', async (title) => {
    const click = await start();
    await repository.saveChoices({ attachWord: true });
    await click(title);
    expect(insertedTexts()).toHaveLength(1);
    expect(insertedTexts()[0]).not.toContain('Enc.');
  });

  test('shows the warning about saved drafts the first time only', async () => {
    const click = await start();
    await click('Assurance');
    await click('Signature');
    expect(tab.notices).toHaveLength(2);
    expect(tab.notices[0]).toContain('a school mailbox and laptop belong to your employer');
    expect(tab.notices[1]).not.toContain('mailbox');
    expect(await repository.readSettings()).toMatchObject({ value: { mailboxWarningSeen: true } });
  });

  test('warns again next time when the page could not show the warning', async () => {
    const click = await start();
    tab.refuseNotices();
    await click('Assurance');
    expect(insertedTexts()).toHaveLength(1);
    expect(await repository.readSettings()).toMatchObject({ value: { mailboxWarningSeen: false } });
  });

  test('shows the badge, and leaves the warning to the popup, when the page allows no extension', async () => {
    const click = await start();
    tab.forbid();
    await click('Assurance');
    expect(tab.badge()).toBe('!');
    expect(await repository.readSettings()).toMatchObject({ value: { mailboxWarningSeen: false } });
  });
});

describe('a right-click whose job does not end', () => {
  test.each([
    ['Whole letter', { part: null }],
    ['Signature', null],
  ])('leaves a sentence for the popup when the background is stopped: %s', async (title, letterIn) => {
    const click = await start();
    tab.hang();
    const never = click(title);
    await vi.waitFor(async () => expect(await readOutcome(TAB)).toHaveProperty('letter'));
    await markInterruptedJobs();
    const outcome = await readOutcome(TAB);
    expect(outcome && describeOutcome(outcome)).toBe(
      'We lost contact after your right-click, so we cannot say what went in. Look at your email before you try again.',
    );
    // A whole letter may have gone in, so “I have sent it” is offered.
    expect(await readLetterIn(TAB)).toEqual(
      letterIn && expect.objectContaining({ facts: expect.objectContaining(letterIn) }),
    );
    tab.goOn();
    await never;
  });

  test('is not called lost while the job is running, however often the popup is opened', async () => {
    const click = await start();
    tab.hang();
    const job = click('Signature');
    let hasAnswered = false;
    const woken = runJob({ type: 'wake' }).then(() => (hasAnswered = true));
    await vi.waitFor(() => expect(tab.hanging()).toBe(1));
    expect(hasAnswered).toBe(false);
    tab.goOn();
    await Promise.all([job, woken]);
    expect(hasAnswered).toBe(true);
  });

  test('ends in a sentence on the page when something unforeseen fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const click = await start();
    const { session } = fakeBrowser.storage;
    const read = session.get.bind(session) as (keys: unknown) => Promise<object>;
    const failing = vi.spyOn(session, 'get').mockImplementation(async (keys: unknown) => {
      if (String(keys).endsWith('choices')) throw new Error('The choices cannot be read');
      return read(keys);
    });
    await click('Signature');
    failing.mockRestore();
    expect(tab.notices).toEqual([expect.stringMatching(/^We lost contact after your right-click/)]);
    expect(await readOutcome(TAB)).toMatchObject({ kind: 'page failed' });
  });
});

describe('a letter that cannot be used is not replaced by ours', () => {
  test.each(['Whole letter', 'Assurance', 'Signature', 'Subject'])('%s', async (title) => {
    const click = await start();
    const markdown = ownLetter('Alpha').markdown.replace('Words of', '{{no such field}}');
    tab.failMenuOnce();
    await repository.addRecord('letter', { title: 'Official request', markdown, replaces: 'request' });
    await click(title);
    expect(insertedTexts()).toEqual([]);
    expect(tab.notices).toEqual([
      expect.stringMatching(
        /^“Official request” has a mistake.* Nothing was put in\. Click the Dear Employer icon/,
      ),
    ]);
  });

  test('what is saved about the user can still be put in', async () => {
    const click = await start();
    await repository.addSigner({ fullName: 'Sam Carter' });
    await repository.addRecord('letter', { title: 'Official', markdown: 'no letter', replaces: 'request' });
    await click('Name');
    expect(insertedTexts()).toEqual(['Sam Carter']);
  });
});

describe('“Who employs you?” and the kind of employer disagree', () => {
  async function startMisfit() {
    const click = await start();
    const organisation = 'Mill Trust';
    const employer = { kind: 'academy-trust', organisation, lastName: 'Patel', title: 'Mrs' } as const;
    const added = await repository.addEmployer(employer);
    await repository.addSigner({
      fullName: 'Sam Carter',
      employment: 'council-maintained',
      employerId: added.ok ? added.value.id : '',
    });
    return click;
  }

  test.each(['Whole letter', 'Employer’s name', 'Employer’s contact'])(
    'the employer’s details come in brackets, and the notice says why: %s',
    async (title) => {
      const click = await startMisfit();
      await click(title);
      expect(insertedTexts()).toHaveLength(1);
      expect(insertedTexts()[0]).not.toMatch(/Mill Trust|Patel/);
      expect(insertedTexts()[0]).toMatch(/\[[^\]]+\]/);
      expect(tab.notices[0]).toContain(
        'The employer’s details are left in brackets: “Who employs you?” says a council for Sam Carter, but Mill Trust is saved as an academy trust.',
      );
    },
  );

  test('an inserted part without the employer’s details gets no sentence about the employer', async () => {
    const click = await startMisfit();
    await click('Name');
    expect(insertedTexts()).toEqual(['Sam Carter']);
    expect(tab.notices[0]).not.toContain('brackets');
  });
});

test('a right-click for a signer without an employer takes no other head’s employer', async () => {
  const click = await start();
  const employer = await repository.addEmployer({ organisation: 'Mill Trust' });
  const employerId = employer.ok ? employer.value.id : '';
  await repository.addSigner({ fullName: 'Head A', employerId });
  const head = await repository.addSigner({ fullName: 'Head B' });
  await writeTabChoices(TAB, { signerId: head.ok ? head.value.id : '', employerId: '', savedEmployerId: '' });
  await repository.saveChoices({ signerId: head.ok ? head.value.id : '', employerId });
  await click('Employer’s name');
  expect(insertedTexts()).toEqual(['[employer’s name]']);
});
