/** The stand-alone page in jsdom: every button keeps the focus and says what happened, and every letter can be made. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LetterPage } from '../../../components/page/LetterPage';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { newRecord } from '../../../lib/storage/schema';
import type { DetailsFile } from '../../../lib/transfer/detailsFile';
import { pressEverything } from '../../support/pressEverything';

const branch: DetailsFile = {
  kind: 'branch file',
  from: 'Example branch',
  contact: 'Kim Lee, 01632 960001',
  records: [
    {
      kind: 'employer',
      record: newRecord('employer', 'one', {
        kind: 'council',
        organisation: 'Ashdown Council',
        lastName: 'Patel',
      }),
    },
    {
      kind: 'employer',
      record: newRecord('employer', 'two', { kind: 'academy-trust', organisation: 'Beech Trust' }),
    },
    { kind: 'letter', record: newRecord('letter', 'own', { title: 'Our own', markdown: 'no letter' }) },
  ],
};

let links: HTMLAnchorElement[] = [];

beforeEach(() => {
  links = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    links.push(this);
  });
  vi.spyOn(window, 'print').mockImplementation(() => {});
  URL.createObjectURL = () => 'blob:page';
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function open(from: DetailsFile | null = null) {
  cleanup();
  render(<LetterPage branch={from} />);
  await screen.findByRole('button', { name: 'Copy letter' });
}

function type(label: string, value: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

function pick(label: string, value: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

const letter = () => screen.queryByRole('region', { name: 'What will go in' })?.textContent ?? '';

/**
 * jsdom has no clipboard: the browser tests press “Copy”. The names of missing details go to their fields, which shows only in
 * the focus.
 */
const except = /^Copy |^your |name|^number of|^date|^their/;

test('after every press the focus is on a control, and what happened is said and can be seen', async () => {
  expect(await pressEverything(() => open(), { except, patience: 10_000 })).toEqual([]);
});

test('also with a letter that cannot be used', async () => {
  const openOwn = async () => {
    await open(branch);
    pick('Letter', 'own');
    await screen.findByText(/“Our own” has a mistake and cannot be used yet/);
  };
  expect(await pressEverything(openOwn, { except, patience: 10_000 })).toEqual([]);
});

test('a letter with a mistake is not handed over, and ours is used only when asked for', async () => {
  await open(branch);
  pick('Letter', 'own');
  fireEvent.click(await screen.findByRole('button', { name: 'Use ours this time' }));
  await waitFor(() => expect(letter()).toContain('I am asking you to'));
});

test.each(builtInLetters.map(({ id, title }) => [title, id]))('makes the letter “%s”', async (title, id) => {
  await open();
  type('Full name', 'Priya Shah');
  pick('Letter', id);
  await waitFor(() =>
    expect(screen.getByText(builtInLetters.find((one) => one.id === id)!.when)).toBeTruthy(),
  );
  await waitFor(() => expect(letter()).toContain('Priya Shah'));
  expect(screen.getByLabelText('Letter')).toHaveProperty('value', id);
  expect(title).not.toBe('');
});

test('the words about one employer’s letter do not go into the letter to another', async () => {
  await open(branch);
  pick('Your employer', 'one');
  pick('Letter', 'reply-holding');
  await waitFor(() => expect(document.querySelector('[data-field="their reply date"]')).toBeTruthy());
  fireEvent.change(document.querySelector('[data-field="their reply date"]')!, {
    target: { value: '2026-11-16' },
  });
  await waitFor(() => expect(letter()).toContain('16 November 2026'));
  pick('Your employer', 'two');
  await waitFor(() => expect(letter()).toContain('[date of their reply]'));
  expect(letter()).not.toContain('Patel');
});

test('a missing detail goes to its field, also in a fold, and says so', async () => {
  await open();
  fireEvent.click(screen.getByRole('link', { name: 'name of the person you write to' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Last name'));
  expect(document.activeElement?.closest('details')?.open).toBe(true);
  expect(document.getElementById('said')?.textContent).toBe('Fill in: name of the person you write to.');
});

test('“Save my details” with nothing filled in says so, and saves nothing', async () => {
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Save my details' }));
  expect(screen.getByText(/There is nothing to save yet/)).toBeTruthy();
  expect(links).toEqual([]);
});

test('a branch’s page says whom to ask about its words', async () => {
  await open(branch);
  expect(screen.getByText(/Questions about them: Kim Lee, 01632 960001\./)).toBeTruthy();
});

test('the letter about the inspection call says whom to ring first', async () => {
  await open();
  pick('Letter', 'inspection-notified');
  expect(await screen.findByText(/Ring your employer first/)).toBeTruthy();
});

test('the email in a file says that To is empty and what its Word copy lacks, an address too', async () => {
  await open();
  type('Full name', 'Priya Shah');
  type('School', 'Elm School');
  pick('Who employs you?', 'council-maintained');
  type('Employer’s name', 'Ashdown Council');
  type('Employer’s email (optional)', 'hr at ashdown');
  fireEvent.click(screen.getByRole('button', { name: 'Download as an email' }));
  const outcome = await screen.findByText(/^The email is in your Downloads folder/);
  expect(outcome.textContent).toMatch(/“hr at ashdown” is not one email address, so To was left to you\./);
  expect(outcome.textContent).toMatch(/Two details are still in \[brackets\]\.$/);
});

test('a letter saved as PDF is named by its subject, not by the page', async () => {
  const titles: string[] = [];
  vi.mocked(window.print).mockImplementation(() => void titles.push(document.title));
  document.title = 'Dear Employer';
  await open();
  type('School', 'Elm School');
  fireEvent.click(screen.getByRole('button', { name: 'Print or save as PDF' }));
  await waitFor(() => expect(titles).toEqual([expect.stringMatching(/^Request for .* Elm School$/)]));
  expect(document.title).toBe('Dear Employer');
});

test('“Save my details” says that the people signing with you are not in the file', async () => {
  const coSigners = [
    { id: 'tom', fullName: 'Tom Lee', jobTitle: 'Deputy headteacher', school: '', agreed: true },
  ];
  const heads = [
    newRecord('signer', 'priya', { fullName: 'Priya Shah', coSigners }),
    newRecord('signer', 'sam', { fullName: 'Sam Green' }),
  ];
  await open({ ...branch, records: heads.map((record) => ({ kind: 'signer' as const, record })) });
  pick('Who is signing', 'priya');
  fireEvent.click(screen.getByRole('button', { name: 'Save my details' }));
  expect(await screen.findByText(/none of the people signing with you\.$/)).toBeTruthy();
  pick('Who is signing', 'sam');
  fireEvent.click(screen.getByRole('button', { name: 'Save my details' }));
  expect(await screen.findByText(/It has no letter in it\.$/)).toBeTruthy();
});

test('what was corrected for one person and employer is there again when they are chosen again', async () => {
  const heads = ['Priya Shah', 'Sam Green'].map((fullName) => ({
    kind: 'signer' as const,
    record: newRecord('signer', fullName, { fullName }),
  }));
  await open({ ...branch, records: [...branch.records, ...heads] });
  pick('Who is signing', 'Priya Shah');
  type('School', 'Elm School');
  pick('Your employer', 'one');
  type('Employer’s email (optional)', 'hr@ashdown.example');
  pick('Who is signing', 'Sam Green');
  expect(screen.getByLabelText('School')).toHaveProperty('value', '');
  pick('Who is signing', 'Priya Shah');
  pick('Your employer', 'one');
  expect(screen.getByLabelText('School')).toHaveProperty('value', 'Elm School');
  expect(screen.getByLabelText('Employer’s email (optional)')).toHaveProperty('value', 'hr@ashdown.example');
});
