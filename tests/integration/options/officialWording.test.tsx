import './fakeExtension';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { bold, editPart, heading, makeWordFile, numbered, para } from '../../unit/import/wordFiles';
import { openOptions, press, readStored, saveExamples, resetPage, type } from './openOptions';

beforeEach(resetPage);

async function openWording(content: BlobPart, name = 'NAHT letter.docx') {
  fireEvent.change(screen.getByLabelText('Open a Word file'), {
    target: { files: [new File([content], name)] },
  });
}

const official = () =>
  makeWordFile([
    para('Dear [name]'),
    bold('Request for a risk assessment'),
    para('I write as a member of staff. <b>Not markup</b> {{school}}'),
    heading('What I ask'),
    numbered('Please undertake a full risk assessment.'),
    numbered('Please share a plan.'),
    para('Yours sincerely'),
  ]);

async function ownLetters(): Promise<Record<string, unknown>[]> {
  const entries = Object.entries(await readStored()).filter(([key]) => key.startsWith('letter:'));
  return entries.map(([, value]) => value as Record<string, unknown>);
}

describe('Official wording', () => {
  test('what is left out and what is to be checked is said before the wording can be kept', async () => {
    await saveExamples();
    await openOptions('#letters');
    const tracked = '<w:del w:id="1"/><w:ins w:id="2"><w:r><w:t> now</w:t></w:r></w:ins>';
    const file = editPart(await official(), 'word/document.xml', (xml) =>
      xml.replace('full risk assessment.</w:t></w:r>', `full risk assessment.</w:t></w:r>${tracked}`),
    );
    await openWording(file);
    const found = await screen.findByRole('group', { name: 'The wording that was found' });
    expect(found.textContent).toContain(
      'Left out, because a letter cannot hold them: words deleted with Track Changes. Check before you keep it: words added with Track Changes.',
    );
  });

  test('a Word file is shown first and saved with its origin when the button is pressed', async () => {
    await saveExamples();
    await openOptions('#letters');
    await openWording(await official());
    const found = await screen.findByRole('group', { name: 'The wording that was found' });
    const words = within(found);
    expect(found.textContent).toContain('2 requests were found. Nothing is kept yet.');
    await waitFor(() => expect(found.querySelector('[lang]')?.textContent).toContain('Please share a plan.'));
    expect(found.querySelector('[lang]')?.textContent).toContain('<b>Not markup</b> Oakfield Primary School');
    expect(words.getAllByText('Request for a risk assessment').length).toBeGreaterThan(0);
    expect(await ownLetters()).toEqual([]);
    type('Subject', 'Request about inspection');
    await words.findByText('Request about inspection');

    // The gap after “Dear” is guessed, and can stay as it is typed.
    expect(words.getByLabelText<HTMLSelectElement>('[name]').value).toBe('addressee');
    fireEvent.change(words.getByLabelText('[name]'), { target: { value: '' } });
    await waitFor(() => expect(found.querySelector('[lang]')?.textContent).toContain('[name]'));
    fireEvent.change(words.getByLabelText('[name]'), { target: { value: 'addressee' } });
    await waitFor(() => expect(found.querySelector('[lang]')?.textContent).not.toContain('[name]'));
    type('Supplied by', 'NAHT Kent branch');
    type('Version', '3');
    type('Review date', '2027-03-01');
    fireEvent.change(words.getByLabelText('Use it instead of'), { target: { value: 'request' } });
    press('Keep this letter');
    await screen.findByText('“Request for a risk assessment” is now among your own letters.');
    expect(await ownLetters()).toEqual([
      expect.objectContaining({
        title: 'Request for a risk assessment',
        supplier: 'NAHT Kent branch',
        version: '3',
        reviewDate: '2027-03-01',
        locked: true,
        replaces: 'request',
        markdown: expect.stringMatching(/subject: "Request about inspection"[^]*Dear \{\{addressee\}\}/),
      }),
    ]);
  });

  test('pasted wording is shown first too, and can be discarded', async () => {
    await saveExamples();
    await openOptions('#letters');
    type('Wording', 'Dear Director\n\n1.\tPlease assess.\n2.\tPlease plan.');
    press('Show how it reads');
    const found = await screen.findByRole('group', { name: 'The wording that was found' });
    expect(found.textContent).toContain('2 requests');
    press('Do not keep it');
    expect(screen.queryByRole('group', { name: 'The wording that was found' })).toBeNull();
    expect(await ownLetters()).toEqual([]);
  });

  test.each([
    ['a web page', '<!doctype html><p>x', 'page.html', /this is a web page; a Word document/],
    ['a PDF', '%PDF-1.7', 'letter.pdf', /this is a PDF file/],
    ['a file cut off', 'PK\u0003\u0004cut', 'cut.docx', /damaged or was cut off/],
  ])('%s is refused with the file’s name, and nothing is saved', async (_what, content, name, sentence) => {
    await saveExamples();
    await openOptions('#letters');
    const before = await readStored();
    await openWording(content, name);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(`${name} was not used.`);
    expect(alert.textContent).toMatch(sentence);
    expect(await readStored()).toEqual(before);
  });

  test('the letterhead and notes are left out, paragraphs are changed as text, and gaps are guessed by their names', async () => {
    await saveExamples();
    await openOptions('#letters');
    const file = await makeWordFile([
      para('[Name of school], [school address]'),
      para('<insert date>'),
      para('Guidance: put this on your own paper.'),
      para('Dear ____'),
      para('I am the head of XXXX and work for [name of trust].'),
      para('Please reply by [reply date]. Delete me.'),
      para('Yours sincerely'),
    ]);
    await openWording(file, 'branch.docx');
    const found = await screen.findByRole('group', { name: 'The wording that was found' });
    const words = within(found);
    expect(found.textContent).toContain('The 3 paragraphs without a tick are left out');
    const answers = words.getAllByRole<HTMLSelectElement>('combobox').map(({ id, value }) => [id, value]);
    expect(answers.filter(([id]) => id?.startsWith('place-'))).toEqual([
      ['place-0', 'addressee'],
      ['place-1', ''],
      ['place-2', 'employer'],
      ['place-3', 'reply date'],
    ]);
    fireEvent.change(words.getByLabelText('am the head of XXXX'), { target: { value: 'school' } });
    fireEvent.change(words.getByLabelText('Words of paragraph 6'), {
      target: { value: 'Please reply by [reply date].' },
    });
    fireEvent.click(words.getByRole('checkbox', { name: 'Yours sincerely' }));
    press('Keep this letter');
    await waitFor(async () => expect(await ownLetters()).toHaveLength(1));
    const [letter] = await ownLetters();
    expect(String(letter?.markdown).split('\n\n').slice(2).join('\n\n').trim()).toBe(
      'Dear {{addressee}}\n\nI am the head of {{school}} and work for {{employer}}.\n\nPlease reply by {{reply date}}.',
    );
  });
});

describe('A letter file', () => {
  const openLetter = (content: BlobPart) =>
    fireEvent.change(screen.getByLabelText('Open a letter file'), {
      target: { files: [new File([content], 'ours.md')] },
    });
  const letter =
    '---\nid: ours\ntitle: Ours\nwhen: Now\nsubject: About us\ncheckedOn: 2026-11-01\n---\n\n## One {#one}\n\nDear Director\n';

  test('with a mistake is opened with the line selected, and kept once it is corrected', async () => {
    await saveExamples();
    await openOptions('#letters');
    openLetter(letter.replace('Dear Director', 'Dear {{nobody}}'));
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Correct the letter here');
    expect(document.activeElement).toBe(field);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('Dear {{nobody}}');
    expect(screen.getByRole('button', { name: 'Keep this letter' })).toHaveProperty('disabled', true);
    fireEvent.change(field, { target: { value: letter } });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Keep this letter' })).toHaveProperty('disabled', false),
    );
    press('Keep this letter');
    await waitFor(async () =>
      expect(await ownLetters()).toMatchObject([{ title: 'Ours', markdown: letter }]),
    );
  });
});
