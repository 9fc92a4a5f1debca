import { localStorageArea } from './fakeExtension';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FieldsOf } from '../../../lib/storage/schema';
import { openOptions, otherPage, press, saveExamples, resetPage } from './openOptions';

beforeEach(resetPage);

const letterMarkdown = (body: string) =>
  `---\nid: own\ntitle: Own\nwhen: Now.\nsubject: Own\ncheckedOn: 2026-11-23\n---\n\n## Text {#text}\n\n${body}\n`;
const faultyMarkdown = letterMarkdown('Official {{no such field}} words.');

/** Saves two signers, and an own letter that replaces the built-in request. */
async function saveOwnLetter(fields: Partial<FieldsOf<'letter'>> = {}) {
  const examples = await saveExamples();
  await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
  const markdown = letterMarkdown('Official words.');
  const own = await otherPage.addRecord('letter', {
    title: 'Official request',
    markdown,
    replaces: 'request',
    ...fields,
  });
  return { ...examples, id: own.ok ? own.value.id : '' };
}

/** Makes the Word letters and returns the XML of their documents. */
async function makeLetters(saveFile: Awaited<ReturnType<typeof openOptions>>['saveFile']): Promise<string> {
  press('Make 2 Word letters');
  await screen.findByText('2 letters in one zip file, in your Downloads folder.');
  const zip = saveFile.mock.calls.at(-1)?.[1] as Uint8Array;
  const letters = Object.values(unzipSync(zip));
  return letters.map((letter) => strFromU8(unzipSync(letter)['word/document.xml']!)).join('\n');
}

const makeButton = () => screen.getByRole('button', { name: 'Make 2 Word letters' });
const waitUntilReady = () => waitFor(() => expect(makeButton()).toHaveProperty('disabled', false));

describe('letters for many', () => {
  test('use the own letter that replaces the built-in one', async () => {
    await saveOwnLetter();
    const { saveFile } = await openOptions('#letters');
    expect(screen.getByLabelText('Which letter').textContent).toContain('Official request');
    await waitUntilReady();
    const made = await makeLetters(saveFile);
    expect(made.match(/Official words/g)).toHaveLength(2);
    expect(made).not.toContain('risk assessment');
  });

  test('do not use the built-in letter while the own letter has a mistake, unless the user chooses it', async () => {
    await saveOwnLetter({ markdown: faultyMarkdown });
    const { saveFile } = await openOptions('#letters');
    await screen.findByText(/“Official request” has a mistake and cannot be used yet\. Line \d+:/);
    expect(makeButton()).toHaveProperty('disabled', true);
    press('Use ours this time');
    await waitUntilReady();
    screen.getByText(/This time the letters are made in our wording, “Ask for a risk assessment”\./);
    expect(await makeLetters(saveFile)).toContain('risk assessment');
  });

  test('can be made once the mistake in the own letter is repaired', async () => {
    const { id } = await saveOwnLetter({ markdown: faultyMarkdown });
    const { saveFile } = await openOptions('#letters');
    await screen.findByText(/has a mistake/);
    await otherPage.saveFields('letter', id, { markdown: letterMarkdown('Repaired words.') });
    await waitUntilReady();
    expect(await makeLetters(saveFile)).toContain('Repaired words');
  });

  test('do not use the built-in letter while the own letter cannot be read', async () => {
    const { id } = await saveOwnLetter();
    await localStorageArea.set({
      [`letter:${id}`]: { v: 99, title: 'Official request', markdown: { of: 'later' }, replaces: 'request' },
    });
    await openOptions('#letters');
    await screen.findByText(/“Official request” cannot be read/);
    expect(makeButton()).toHaveProperty('disabled', true);
  });

  test('do not use another letter when the chosen one is deleted', async () => {
    const { id } = await saveOwnLetter();
    await openOptions('#letters');
    await waitUntilReady();
    await otherPage.deleteRecord('letter', id);
    await waitFor(() => expect(screen.getByLabelText('Which letter')).toHaveProperty('value', ''));
    expect(makeButton()).toHaveProperty('disabled', true);
  });

  test('warn next to each signer whose employer does not seem to fit', async () => {
    const { employer } = await saveExamples();
    const employment = 'trust-with-other-schools';
    await otherPage.addSigner({ fullName: 'Tom Adeyemi', employment, employerId: employer.id });
    await openOptions('#letters');
    const { textContent } = screen.getByRole('group', { name: 'For whom' });
    expect(textContent).toContain(
      '“Who employs you?” says an academy trust for Tom Adeyemi, but Northmere County Council is saved as a council.',
    );
  });

  test('for a few of many are chosen by ticking no one first', async () => {
    const { signer } = await saveExamples();
    await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
    await openOptions('#letters');
    press('Tick no one');
    expect(screen.getByRole('button', { name: 'Make 0 Word letters' })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(signer.fullName) }));
    await screen.findByRole('button', { name: 'Make 1 Word letter' });
    press('Tick no one');
    press('Tick everyone');
    await screen.findByRole('button', { name: 'Make 2 Word letters' });
  });

  test('never use the employer of another signer', async () => {
    const { employer, signer } = await saveExamples();
    const other = await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
    await otherPage.saveChoices({ signerId: other.ok ? other.value.id : '', employerId: employer.id });
    const { saveFile } = await openOptions('#letters');
    fireEvent.click(screen.getByRole('checkbox', { name: `${signer.fullName}, ${signer.school}` }));
    press('Make 1 Word letter');
    await screen.findByText('One letter in one zip file, in your Downloads folder.');
    const [letter] = Object.values(unzipSync(saveFile.mock.calls[0]?.[1] as Uint8Array));
    const words = strFromU8(unzipSync(letter!)['word/document.xml']!);
    expect(words).toContain('[employer’s name]');
    expect(words).not.toContain('Northmere');
  });
});

describe('the Letters section', () => {
  test('“Repair it” in the popup opens the own letter at the line of its first mistake', async () => {
    const { id } = await saveOwnLetter({ markdown: faultyMarkdown });
    await otherPage.addRecord('letter', { title: 'Another', markdown: letterMarkdown('Words.') });
    await openOptions(`#letters/own/${id}`);
    await screen.findByText('“Official request” has a mistake and cannot be used yet.');
    expect(screen.getAllByLabelText('Title of the letter')).toHaveLength(1);
    // The section of the mistake is unfolded, has the focus, and its line is selected.
    const field = [...document.querySelectorAll<HTMLTextAreaElement>('details[open] textarea')].find(
      ({ value }) => value.includes('no such field'),
    )!;
    await waitFor(() => expect(document.activeElement).toBe(field));
    const selected = () => field.value.slice(field.selectionStart, field.selectionEnd);
    await waitFor(() => expect(selected()).toBe('Official {{no such field}} words.'));
    press('Go to line 11');
    expect(document.activeElement).toBe(field);
  });

  test('“Repair it” in Letters for many opens the own letter, also a second time', async () => {
    await saveOwnLetter({ markdown: faultyMarkdown });
    await openOptions('#letters');
    for (let time = 1; time <= 2; time++) {
      fireEvent.click(await screen.findByRole('button', { name: 'Repair it' }));
      await screen.findByText('“Official request” has a mistake and cannot be used yet.');
      fireEvent.click(screen.getByRole('link', { name: 'Back to all letters' }));
      await waitFor(() => expect(screen.queryByLabelText('Title of the letter')).toBeNull());
    }
  });

  test('the preview does not use the employer of another signer', async () => {
    const { employer } = await saveExamples();
    const other = await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
    await otherPage.saveChoices({ signerId: other.ok ? other.value.id : '', employerId: employer.id });
    await openOptions('#letters');
    fireEvent.click(screen.getByRole('link', { name: /^Ask for a risk assessment/ }));
    await screen.findByRole('button', { name: 'Make my own version' });
    const letter = document.querySelector('main [lang]')!;
    expect(letter.textContent).toContain('[employer’s name]');
    expect(letter.textContent).not.toContain('Northmere');
  });
});
