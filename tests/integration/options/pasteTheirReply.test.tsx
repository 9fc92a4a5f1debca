import './fakeExtension';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { openOptions, otherPage, press, readStored, resetPage, saveExamples, type } from './openOptions';

beforeEach(resetPage);

const HOLDING =
  'Thank you for your letter about the risk assessment of Ofsted inspections. We are taking advice before we respond and will write to you by 15 January 2027.';

async function saveSent() {
  const { signer, employer } = await saveExamples();
  const sent = await otherPage.addRecord('sent', {
    letterId: 'request',
    title: 'Ask for a risk assessment',
    signerId: signer.id,
    employerId: employer.id,
    employerName: employer.organisation,
    sentOn: '2026-11-02',
  });
  if (!sent.ok) throw new Error(sent.why);
}

async function readReplies() {
  const sent = await otherPage.readAll('sent');
  return sent.ok ? sent.value.flatMap(({ replies }) => replies) : [];
}

async function paste(text: string, date: string) {
  await openOptions('#letters-and-replies');
  const add = screen.queryByRole('button', { name: 'Paste their reply' });
  fireEvent.click(add ?? (await screen.findByRole('button', { name: 'Add their reply' })));
  if (!add) press('Not sure? Paste their reply');
  await screen.findByLabelText('Their reply');
  type('Their reply', text);
  fireEvent.change(screen.getByLabelText('Date of their reply'), { target: { value: date } });
  press('Look at it');
  await screen.findByText('Is that right?');
}

test('a pasted reply is noted with the letter it answers, its letter is chosen for the next email, and the note can be undone', async () => {
  await saveSent();
  await paste(HOLDING, '2026-11-16');
  expect(await readReplies()).toEqual([]);
  press('Yes: ask for support meanwhile');
  press('Use this letter');
  await screen.findByText(/^Noted with your letter\. “Ask for support while they take advice” is chosen/);
  await waitFor(async () =>
    expect(await readReplies()).toMatchObject([
      { kind: 'holding', date: '2026-11-16', promisedDate: '2027-01-15', note: '' },
    ]),
  );
  expect(JSON.stringify(await readStored())).toContain('"letterId":"reply-holding"');
  press('Undo');
  await screen.findByText('Taken out again: their reply, taking advice.');
  await waitFor(async () => expect(await readReplies()).toEqual([]));
});

test('nothing of a pasted reply is saved but what is ticked', async () => {
  await saveSent();
  await paste(HOLDING, '2026-11-16');
  press('Nothing to send now');
  fireEvent.click(screen.getByRole('checkbox', { name: /^Note it/ }));
  press('Done');
  await screen.findByText('Nothing to send now.', { selector: '#said' });
  expect(await readReplies()).toEqual([]);
  expect(JSON.stringify(await readStored())).not.toContain('taking advice');
});

test('the sentence is kept only when its tick is set', async () => {
  await saveSent();
  await paste(HOLDING, '2026-11-16');
  press('Yes: ask for support meanwhile');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Keep this sentence for my next letter' }));
  press('Use this letter');
  await waitFor(async () =>
    expect(await readReplies()).toMatchObject([
      { note: 'We are taking advice before we respond and will write to you by 15 January 2027.' },
    ]),
  );
});

test('without a letter that was sent, it says what to do first and still proposes the answer', async () => {
  await saveExamples();
  await paste(HOLDING, '2026-11-16');
  press('Yes: ask for support meanwhile');
  screen.getByText('To note their reply, first add your own letter.');
  press('Use this letter');
  await screen.findByText(/^“Ask for support while they take advice” is chosen for your next email/);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});
