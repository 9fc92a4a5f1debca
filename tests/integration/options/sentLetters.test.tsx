import './fakeExtension';
import { screen, waitFor, within, fireEvent } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, formatDate, localDay } from '../../../lib/letter/dates';
import { openOptions, otherPage, press, resetPage, saveExamples, type } from './openOptions';

beforeEach(resetPage);

const today = localDay(new Date());

async function sentLetters() {
  const sent = await otherPage.readAll('sent');
  if (!sent.ok) throw new Error(sent.why);
  return sent.value;
}

describe('“Add a letter I have sent”', () => {
  const openForm = async () => {
    const examples = await saveExamples();
    await openOptions('#letters-and-replies');
    press('Add a letter I have sent');
    return { ...examples, form: within(screen.getByRole('group', { name: 'A letter I have sent' })) };
  };

  test('saves letter, day, signer and employer, without a text if none is typed', async () => {
    const { signer, employer, form } = await openForm();
    fireEvent.change(form.getByLabelText('Letter'), { target: { value: 'reminder' } });
    fireEvent.change(form.getByLabelText('Sent on'), { target: { value: '2026-11-05' } });
    press('Add this letter');
    await screen.findByText('Noted as sent on 5 November 2026. Add their reply when it comes.');
    expect(await sentLetters()).toMatchObject([
      {
        letterId: 'reminder',
        title: 'Send a reminder',
        text: '',
        sentOn: '2026-11-05',
        replyBy: '',
        signerId: signer.id,
        signerName: 'Priya Nair',
        employerId: employer.id,
        employerName: 'Northmere County Council',
      },
    ]);
    expect(await screen.findByText('Priya Nair to Northmere County Council')).toBeTruthy();
    expect(await screen.findByText('5 November 2026 · You wrote')).toBeTruthy();
    press('Undo');
    await screen.findByText(/^Taken out again: Send a reminder, sent on 5 November 2026/);
    await waitFor(async () => expect(await sentLetters()).toEqual([]));
  });

  test('keeps the text that is typed', async () => {
    await openForm();
    type('Text (optional)', 'Dear Director\n\nPlease …');
    press('Add this letter');
    await waitFor(async () =>
      expect(await sentLetters()).toMatchObject([{ text: 'Dear Director\n\nPlease …' }]),
    );
  });

  test('pressed twice, or after the popup noted the letter, adds no second record', async () => {
    await openForm();
    const button = screen.getByRole('button', { name: 'Add this letter' });
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByText(/^Noted as sent on|This letter is in the list already/);
    press('Add a letter I have sent');
    press('Add this letter');
    await screen.findByText(`This letter is in the list already, as sent on ${formatDate(today)}.`);
    expect(await sentLetters()).toHaveLength(1);
  });

  test('needs a day, and says so if the day is still to come', async () => {
    const { form } = await openForm();
    fireEvent.change(form.getByLabelText('Sent on'), { target: { value: addDays(today, 3) } });
    await screen.findByText('This day is still to come. Check the date.');
    fireEvent.change(form.getByLabelText('Sent on'), { target: { value: '' } });
    await screen.findByText('On which day did you send it?');
    expect(screen.getByRole('button', { name: 'Add this letter' })).toHaveProperty('disabled', true);
  });

  test('“Cancel” adds nothing', async () => {
    await openForm();
    press('Cancel');
    expect(screen.queryByRole('button', { name: 'Add this letter' })).toBeNull();
    expect(await sentLetters()).toEqual([]);
  });
});

test('after letters for many, “I have sent them” notes each letter once with its own signer and employer', async () => {
  const { signer, employer } = await saveExamples();
  await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
  await openOptions('#letters');
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Make 2 Word letters' })).toHaveProperty('disabled', false),
  );
  press('Make 2 Word letters');
  fireEvent.click(await screen.findByRole('button', { name: 'I have sent them' }));
  // Asked once, before anything is noted.
  expect(await sentLetters()).toEqual([]);
  const answer = await screen.findByRole('button', { name: 'Keep the text too' });
  fireEvent.click(answer);
  fireEvent.click(answer);
  await screen.findByText(
    `2 letters noted as sent on ${formatDate(today)}. You can correct each date under Letters and replies.`,
  );
  expect(screen.queryByRole('button', { name: 'I have sent them' })).toBeNull();
  const sent = await sentLetters();
  expect(sent).toHaveLength(2);
  const noted = { letterId: 'request', signerId: signer.id, employerId: employer.id, sentOn: today };
  expect(sent.find(({ signerId }) => signerId === signer.id)).toMatchObject(noted);
  expect(sent.find(({ signerId }) => signerId === signer.id)?.text).toContain('Northmere County Council');
  expect(sent.find(({ signerName }) => signerName === 'Tom Adeyemi')).toMatchObject({ employerId: '' });
});

test('after “only the dates”, letters for many are noted without their texts and nothing is asked', async () => {
  await saveExamples();
  await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
  await otherPage.saveSettings({ sentText: 'leave out' });
  await openOptions('#letters');
  press('Make 2 Word letters');
  fireEvent.click(await screen.findByRole('button', { name: 'I have sent them' }));
  await screen.findByText(/^2 letters noted as sent on /);
  expect((await sentLetters()).map(({ text }) => text)).toEqual(['', '']);
});

test('the answer to “Keep the text too?” given for letters for many is kept', async () => {
  await saveExamples();
  await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
  await openOptions('#letters');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Tom Adeyemi, Mill School' }));
  press('Make 1 Word letter');
  fireEvent.click(await screen.findByRole('button', { name: 'I have sent it' }));
  press('Keep only the dates');
  await screen.findByText(/^One letter noted as sent on /);
  expect(await sentLetters()).toMatchObject([{ text: '' }]);
  expect(await otherPage.readSettings()).toMatchObject({ value: { sentText: 'leave out' } });
});

test('after “only the dates”, “Add a letter I have sent” takes no text and says why', async () => {
  await saveExamples();
  await otherPage.saveSettings({ sentText: 'leave out' });
  await openOptions('#letters-and-replies');
  press('Add a letter I have sent');
  expect(screen.queryByLabelText('Text (optional)')).toBeNull();
  expect(screen.getByText(/^Only the dates are kept, as you chose\./)).toBeTruthy();
  press('Add this letter');
  await waitFor(async () => expect(await sentLetters()).toMatchObject([{ text: '' }]));
});
