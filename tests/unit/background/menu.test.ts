import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fakeTab, type FakeTab } from './fakeTab';

const TAB = 5;
let tab: FakeTab;
beforeEach(() => void (tab = fakeTab()));

async function load() {
  const [menus, { answerMenu }, { repository }, session] = await Promise.all([
    import('../../../lib/background/menu/build'),
    import('../../../lib/background/menu/click'),
    import('../../../lib/storage/repository'),
    import('../../../lib/writing/tabState'),
  ]);
  menus.keepMenuUpToDate();
  await fakeBrowser.runtime.onStartup.trigger();
  await untilMenuHas('Whole letter');
  const click = (title: string) =>
    answerMenu(
      { menuItemId: tab.menu.get(title) ?? 'no such title', frameId: 0 } as Parameters<typeof answerMenu>[0],
      { id: TAB, windowId: 1 } as Parameters<typeof answerMenu>[1],
    );
  return { ...menus, ...session, repository, click };
}

function untilMenuHas(title: string): Promise<void> {
  return vi.waitFor(() => expect([...tab.menu.keys()]).toContain(title), { timeout: 10_000 });
}

function texts(): string[] {
  return tab.jobs.flatMap((job) => (job.do === 'insert' ? [job.content.text] : []));
}

function ownLetter(section: string) {
  const head = ['---', 'id: own', 'title: Own', 'when: Now.', 'subject: Own', 'checkedOn: 2026-11-23', '---'];
  const markdown = [...head, '', `## ${section} {#${section.toLowerCase()}}`, '', `Words of ${section}.`, ''];
  return { title: 'My own', markdown: markdown.join('\n') };
}

async function chooseOwnLetter(repository: Awaited<ReturnType<typeof load>>['repository']): Promise<string> {
  const added = await repository.addRecord('letter', ownLetter('Alpha'));
  if (!added.ok) throw new Error(added.why);
  await repository.saveChoices({ letterId: added.value.id });
  await untilMenuHas('Alpha');
  return added.value.id;
}

describe('the right-click menu goes by the letter whose parts it shows', () => {
  test('although another letter was chosen in this tab', async () => {
    const { click, writeTabChoices } = await load();
    await writeTabChoices(TAB, { letterId: 'inspection-notified' });
    await click('Assurance');
    expect(texts()).toHaveLength(1);
    expect(tab.notices[0]).toContain('“Assurance” is in your new message.');
  });

  test('although another became the last chosen one and the menu could not be renewed', async () => {
    const { click, repository } = await load();
    tab.failMenuOnce();
    await repository.saveChoices({ letterId: 'inspection-notified' });
    await click('Assurance');
    expect(texts()).toHaveLength(1);
  });
});

describe('the menu is renewed', () => {
  test('when the wording of the chosen letter of one’s own changes', async () => {
    const { repository } = await load();
    const id = await chooseOwnLetter(repository);
    await repository.saveFields('letter', id, ownLetter('Beta'));
    await untilMenuHas('Beta');
    expect([...tab.menu.keys()]).not.toContain('Alpha');
  });

  test('when a letter of one’s own takes the place of the chosen one, and when it is deleted', async () => {
    const { repository } = await load();
    const added = await repository.addRecord('letter', { ...ownLetter('Alpha'), replaces: 'request' });
    await untilMenuHas('Alpha');
    await repository.deleteRecord('letter', added.ok ? added.value.id : '');
    await untilMenuHas('Assurance');
    expect([...tab.menu.keys()]).not.toContain('Alpha');
  });

  test('after a time that it could not be', async () => {
    const { rebuildMenu, repository } = await load();
    tab.failMenuOnce();
    await rebuildMenu();
    await chooseOwnLetter(repository);
    expect([...tab.menu.keys()]).toContain('Alpha');
  });
});

describe('a part that the letter does not have any more', () => {
  test('is answered by a sentence, nothing goes in, and the menu is renewed', async () => {
    const { click, repository, readOutcome } = await load();
    const id = await chooseOwnLetter(repository);
    tab.failMenuOnce();
    await repository.saveFields('letter', id, ownLetter('Beta'));
    await click('Alpha');
    expect(texts()).toEqual([]);
    expect(tab.notices).toEqual([expect.stringContaining('so nothing was put in')]);
    expect(await readOutcome(TAB)).toEqual({ kind: 'no such part' });
    await untilMenuHas('Beta');
  });

  test('nor is another letter put in for one that is deleted', async () => {
    const { click, repository } = await load();
    const id = await chooseOwnLetter(repository);
    tab.failMenuOnce();
    await repository.deleteRecord('letter', id);
    await click('Whole letter');
    expect(texts()).toEqual([]);
  });
});

describe('what goes in by right-click', () => {
  test.each(['Whole letter', 'Close'])('speaks of no enclosure: %s', async (title) => {
    const { click, repository } = await load();
    await repository.saveChoices({ attachWord: true });
    await click(title);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).not.toContain('Enc.');
  });

  test('says the first time, and only then, what a mailbox keeps', async () => {
    const { click, repository } = await load();
    await click('Assurance');
    await click('Signature');
    expect(tab.notices).toHaveLength(2);
    expect(tab.notices[0]).toContain('a school mailbox belongs to your employer');
    expect(tab.notices[1]).not.toContain('mailbox');
    expect(await repository.readSettings()).toMatchObject({ value: { mailboxWarningSeen: true } });
  });

  test('leaves the warning to the popup where the page refuses us; the badge says that there is a sentence', async () => {
    const { click, repository } = await load();
    tab.forbid();
    await click('Assurance');
    expect(tab.badge()).toBe('!');
    expect(await repository.readSettings()).toMatchObject({ value: { mailboxWarningSeen: false } });
  });
});
