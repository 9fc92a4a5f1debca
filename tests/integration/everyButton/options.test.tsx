/** After every press on the options page: the focus is on a control, what happened is said and can be seen. */
import { choose, openOptions, otherPage, press, resetPage, saveExamples, type } from '../options/openOptions';
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { readFileSync } from 'node:fs';
import { localStorageArea } from '../options/fakeExtension';
import { pressEverything } from '../../support/pressEverything';

vi.setConfig({ testTimeout: 240_000 });

/** Links that open another page or site in a tab. */
const LEAVES =
  /^(Open Gmail|Open Outlook|Try it without a mailbox|Get Information about Schools|Education Support.*|Licences of the software in it|https?:.*)$/;

async function open(hash = '') {
  await resetPage();
  await saveExamples();
  await openOptions(hash);
}

async function openFirst() {
  await resetPage();
  await openOptions();
  await screen.findByRole('button', { name: 'Agree and start' });
}

async function agree() {
  await openFirst();
  press('Agree and start');
  await screen.findByRole('heading', { name: 'Your details' });
}

/** Opens the folds whose contents are rendered only then. */
async function unfold(...titles: (string | RegExp)[]) {
  for (const title of titles) {
    const fold = (await screen.findByText(title, { selector: 'summary, summary *' })).closest('details')!;
    fold.open = true;
    fireEvent(fold, new Event('toggle'));
  }
}

async function openFile(label: string, name: string, text: string) {
  const file = new File([text], name);
  fireEvent.change(await screen.findByLabelText(label), { target: { files: [file] } });
}

/** The navigation is tested once, in About you. */
const NAV = 'Your employer|Letters|Letters and replies|Something not working\\?|Privacy and backup|About you';
const except = new RegExp(`${LEAVES.source}|^(${NAV})$`);

async function expectNoComplaints(state: () => Promise<unknown>, only?: RegExp) {
  expect(await pressEverything(state, { except, patience: 20_000, ...(only && { only }) })).toEqual([]);
}

test('the disclosure and the navigation', async () => {
  expect(await pressEverything(openFirst, { except: LEAVES })).toEqual([]);
});

test('the first questions', () => expectNoComplaints(agree));

test('“You are ready”', () =>
  expectNoComplaints(async () => {
    await agree();
    press('Continue');
    await screen.findByRole('heading', { name: 'You are ready' });
  }));

test('About you', async () => {
  expect(await pressEverything(() => open('#about-you'), { except: LEAVES })).toEqual([]);
});

test('About you, with people, a suggestion and several signers', () =>
  expectNoComplaints(async () => {
    await resetPage();
    await otherPage.saveSettings({ agreedOn: '2026-11-23' });
    await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
    await otherPage.addEmployer({ organisation: 'Mill Trust', kind: 'academy-trust' });
    await openOptions('#about-you');
    await screen.findByLabelText('Full name');
    choose('Academy or free school in a trust with other schools');
    press('Add a person signing with you');
    await screen.findByRole('button', { name: 'Remove person 1' });
    press('Choose someone else');
  }));

test('Your employer, with a copy and an undo', () =>
  expectNoComplaints(async () => {
    await open('#your-employer');
    press('Add a copy');
    press('Add a copy');
    press('Remove copy 2');
    await screen.findByRole('button', { name: 'Undo' });
  }));

test('no employer', () =>
  expectNoComplaints(async () => {
    await resetPage();
    await otherPage.saveSettings({ agreedOn: '2026-11-23' });
    await otherPage.addSigner({ fullName: 'Tom Adeyemi' });
    await openOptions('#your-employer');
  }));

test('Letters, with several signers, and one of ours and an own letter in a view of its own', async () => {
  const markdown = readFileSync('templates/thanks.md', 'utf8');
  await expectNoComplaints(async () => {
    await open('#letters');
    await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
    await screen.findByRole('button', { name: 'Make 2 Word letters' });
  });
  await expectNoComplaints(async () => {
    await open('#letters/ours/request');
    await screen.findByRole('button', { name: 'Make my own version' });
    for (const link of document.querySelectorAll('a[target=_blank]')) link.remove();
  }, /Make my own|Back|Sources/);
  await expectNoComplaints(async () => {
    await resetPage();
    await saveExamples();
    const added = await otherPage.addRecord('letter', { title: 'Our own letter', markdown });
    await openOptions(`#letters/own/${added.ok ? added.value.id : ''}`);
    await screen.findByRole('button', { name: 'Save as a file' });
  });
});

test('Letters, with official wording to look at', () =>
  expectNoComplaints(async () => {
    await open('#letters');
    await unfold('Paste the words instead');
    type('Wording', 'Dear Sir\n\nPlease carry out a risk assessment.\n\nYours faithfully');
    press('Show how it reads');
    await screen.findByRole('button', { name: 'Do not keep it' });
  }, /keep/));

test('Letters and replies, with a letter, a reply and a meeting', () =>
  expectNoComplaints(async () => {
    await resetPage();
    const { signer, employer } = await saveExamples();
    await otherPage.addRecord('sent', {
      title: 'Ask for a risk assessment',
      letterId: 'request',
      signerId: signer.id,
      employerId: employer.id,
      sentOn: '2026-10-01',
      replyBy: '2026-10-15',
      text: 'Dear Mrs Patel',
      replies: [{ id: 'r', date: '2026-10-09', kind: 'holding', note: '', promisedDate: '2026-10-30' }],
      meetings: [{ id: 'm', date: '2026-11-02', time: '', place: '', note: '' }],
    });
    await openOptions('#letters-and-replies');
    await unfold('Ask for a risk assessment', /^They are taking advice/, /^Meeting$/);
    await screen.findByRole('button', { name: 'Delete this meeting' });
  }));

test('Letters and replies, with their reply to add: chosen from the list, pasted, and read', async () => {
  const add = async () => {
    await resetPage();
    const { signer, employer } = await saveExamples();
    const ids = { signerId: signer.id, employerId: employer.id };
    await otherPage.addRecord('sent', {
      letterId: 'request',
      ...ids,
      sentOn: '2026-11-02',
      title: 'Request',
    });
    await openOptions('#letters-and-replies');
    fireEvent.click(await screen.findByRole('button', { name: 'Add their reply' }));
    await screen.findByRole('button', { name: 'Not sure? Paste their reply' });
  };
  const paste = async () => {
    await add();
    press('Not sure? Paste their reply');
    await screen.findByLabelText('Their reply');
  };
  const read = async () => {
    await paste();
    type('Their reply', 'We are taking advice from our health and safety team before we respond.');
    press('Look at it');
    await screen.findByText('Is that right?');
  };
  await expectNoComplaints(add, /^(They|It|Cancel|Not sure)/);
  await expectNoComplaints(paste, /^(Look at it|Cancel)$/);
  await expectNoComplaints(read, /^(Yes|Something else|Nothing to send now)/);
  await expectNoComplaints(async () => {
    await read();
    press('Something else');
  }, /^(They|It|Nothing to send now)/);
  await expectNoComplaints(async () => {
    await read();
    press('Yes: ask for support meanwhile');
  }, /^Use this letter$/);
});

test('Letters and replies, before the agreement and with the form for another letter', async () => {
  await expectNoComplaints(async () => {
    await resetPage();
    await openOptions('#letters-and-replies');
    await screen.findByRole('button', { name: 'Agree and start' });
  });
  await expectNoComplaints(async () => {
    await open('#letters-and-replies');
    press('Add a letter I have sent');
  }, /Add|Cancel/);
});

test('Letters and replies, more than are shown at once', () =>
  expectNoComplaints(async () => {
    await resetPage();
    await saveExamples();
    for (let at = 0; at < 51; at += 1)
      await otherPage.addRecord('sent', { employerName: `Employer ${at}`, title: 'A', sentOn: '2026-10-01' });
    await openOptions('#letters-and-replies');
    await screen.findByRole('button', { name: 'Show more' });
  }, /Show more|Download/));

test('letters past their keeping date', () =>
  expectNoComplaints(async () => {
    await resetPage();
    await saveExamples();
    await otherPage.addRecord('sent', { title: 'Old', sentOn: '2024-01-01', text: 'Dear Mrs Patel' });
    await openOptions('#privacy-and-backup');
    await screen.findByRole('button', { name: 'Keep another year' });
  }, /Keep another year|and delete/));

test('Privacy and backup', () => expectNoComplaints(() => open('#privacy-and-backup')));

test('Privacy and backup, asking before everything is deleted', () =>
  expectNoComplaints(
    async () => {
      await open('#privacy-and-backup');
      press('Delete everything');
      await screen.findByRole('button', { name: 'Keep everything' });
    },
    // The rest of the page is out of reach meanwhile.
    /^Keep everything|^Yes/,
  ));

test('Privacy and backup, with a file to add, before and after the agreement', async () => {
  const starter = JSON.stringify({
    format: 'Dear Employer starter file',
    version: 1,
    signer: { fullName: 'Tom Adeyemi', school: 'Mill School' },
  });
  const showFile = async () => {
    await openFile('Open your branch’s file', 'starter.json', starter);
    await screen.findByText(/Nothing has been changed yet/);
  };
  await expectNoComplaints(async () => {
    await open('#privacy-and-backup');
    await showFile();
  }, /^Add it|^Cancel$/);
  await expectNoComplaints(async () => {
    await resetPage();
    await openOptions('#privacy-and-backup');
    await showFile();
  }, /^Agree and add|^Cancel$/);
});

test('Privacy and backup, with records set aside', () =>
  expectNoComplaints(async () => {
    await resetPage();
    await localStorageArea.set({ 'signer:broken': { v: 1, id: 'broken', fullName: 42 } });
    await openOptions('#privacy-and-backup');
    fireEvent.click(await screen.findByRole('button', { name: 'Save what was set aside' }));
  }, /set aside/));

test('Something not working?', () => expectNoComplaints(() => open('#something-not-working')));
