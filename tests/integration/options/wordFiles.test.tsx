import './fakeExtension';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { openOptions, otherPage, press, readStored, saveExamples, resetPage, type } from './openOptions';

beforeEach(resetPage);

describe('Word files', () => {
  test.each([
    ['form', 'one page'],
    ['annex', 'annex'],
  ])('the %s of the risk assessment is saved under a name that says “%s”', async (button, version) => {
    await saveExamples();
    const { saveFile } = await openOptions('#letters');
    press(`Download the ${button} as Word`);
    await screen.findByText(`The ${button} is in your Downloads folder.`);
    const [name, bytes] = saveFile.mock.calls[0] ?? [];
    expect(String(name).slice(10)).toBe(` Risk assessment form, ${version} – Oakfield Primary School.docx`);
    expect(bytes?.length).toBeGreaterThan(5_000);
  });

  test('letters for many: missing details are listed first, people can be left out, and one zip is saved', async () => {
    await saveExamples();
    await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
    await otherPage.addSigner({ fullName: 'Zoe Reed', school: 'Alder School' });
    const { saveFile } = await openOptions('#letters');
    expect(
      screen.getByRole('checkbox', { name: 'Tom Adeyemi, Mill School' }).getAttribute('aria-describedby'),
    ).toBeTruthy();
    expect(screen.getAllByText(/^Missing: .*employer’s name/)).toHaveLength(2);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Zoe Reed, Alder School' }));
    press('Make 2 Word letters');
    await screen.findByText('2 letters in one zip file, in your Downloads folder.');
    const [name, bytes, kind] = saveFile.mock.calls[0] ?? [];
    expect([String(name).slice(10), kind]).toEqual([
      ' Risk assessment request – 2 letters.zip',
      'application/zip',
    ]);
    expect(bytes?.length).toBeGreaterThan(10_000);
  });

  test('letters for many are in the voice that was chosen in the popup', async () => {
    await saveExamples();
    await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
    await otherPage.saveChoices({ voice: 'without NAHT' });
    const { saveFile } = await openOptions('#letters');
    press('Make 2 Word letters');
    await screen.findByText('2 letters in one zip file, in your Downloads folder.');
    const letters = Object.values(unzipSync(saveFile.mock.calls[0]?.[1] as Uint8Array));
    expect(letters).toHaveLength(2);
    for (const letter of letters) {
      const words = strFromU8(unzipSync(letter)['word/document.xml'] ?? new Uint8Array());
      expect(words).toContain('undertake a full risk assessment');
      expect(words).not.toMatch(/NAHT|Schools Week/);
    }
  });

  /** The words of each letter in the zip that was saved. */
  function lettersIn(zip: unknown): Record<string, string> {
    const files = Object.entries(unzipSync(zip as Uint8Array));
    return Object.fromEntries(
      files.map(([name, file]) => {
        const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
        return [name.slice(11), xml.replaceAll(/<[^>]*>/g, '')];
      }),
    );
  }

  test('letters for many: voice, ticks, reply date and copies are chosen once for all', async () => {
    const { employer } = await saveExamples();
    await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School', employerId: employer.id });
    await otherPage.addEmployer({ organisation: 'Beech Trust' });
    const copy = { id: crypto.randomUUID(), name: 'Branch secretary', email: 'branch@north.example' };
    await otherPage.saveFields('employer', employer.id, { copies: [copy] });
    const { saveFile } = await openOptions('#letters');
    await screen.findByLabelText('Copy to Branch secretary');
    expect(screen.getByLabelText('Copy to Branch secretary')).toHaveProperty('checked', false);
    type('Voice', 'without NAHT');
    type('Reply by', '2030-03-14');
    fireEvent.click(screen.getByLabelText('Copy to Branch secretary'));
    const asked = screen.getByRole('group', { name: 'What the letters ask for' });
    const optional = within(asked)
      .getAllByRole('checkbox')
      .filter((each) => !(each as HTMLInputElement).checked);
    expect(optional.length).toBeGreaterThan(0);
    press('Make 2 Word letters');
    await screen.findByText('2 letters in one zip file, in your Downloads folder.');
    const before = Object.values(lettersIn(saveFile.mock.calls[0]?.[1]));
    for (const words of before) {
      expect(words).toContain('14 March 2030');
      expect(words).toContain('Branch secretary');
      expect(words).not.toContain('NAHT');
    }
    fireEvent.click(optional[0]!);
    press('Make 2 Word letters');
    await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(2));
    const after = Object.values(lettersIn(saveFile.mock.calls[1]?.[1]));
    for (const [at, words] of after.entries())
      expect(words.length).toBeGreaterThan((before[at]?.length ?? 0) + 20);
  });

  test('heads of different schools sign one joint letter to their employer, once they have agreed', async () => {
    const { employer } = await saveExamples();
    await otherPage.addSigner({
      fullName: 'Tom Adeyemi',
      jobTitle: 'Headteacher',
      school: 'Mill School',
      employerId: employer.id,
    });
    const trust = await otherPage.addEmployer({ organisation: 'Beech Trust' });
    await otherPage.addSigner({
      fullName: 'Zoe Reed',
      school: 'Alder School',
      employerId: trust.ok ? trust.value.id : '',
    });
    const { saveFile } = await openOptions('#letters');
    await screen.findByText('Make 3 Word letters');
    fireEvent.click(screen.getByLabelText('One joint letter for each employer, signed by all its people'));
    press('Make 2 Word letters');
    expect(saveFile).not.toHaveBeenCalled();
    const agreed = screen.getByLabelText('All of them have read the letter and agreed to sign it');
    expect(document.activeElement).toBe(agreed);
    fireEvent.click(agreed);
    press('Make 2 Word letters');
    await screen.findByText('2 letters in one zip file, in your Downloads folder.');
    const letters = lettersIn(saveFile.mock.calls[0]?.[1]);
    const joint = letters[`Risk assessment request – joint letter to ${employer.organisation}.docx`];
    for (const words of ['Priya Nair', 'Oakfield Primary School', 'Tom Adeyemi', 'Mill School'])
      expect(joint).toContain(words);
    expect(joint).not.toContain('Zoe Reed');
    const alone = letters['Risk assessment request – Alder School.docx'];
    expect(alone).toContain('Zoe Reed');
    expect(alone).not.toContain('Tom Adeyemi');

    press('I have sent them');
    press('Keep only the dates');
    await screen.findByText(/^2 letters noted as sent on .*, for each of the 3 people who signed\./);
    const sent = Object.entries(await readStored()).filter(([key]) => key.startsWith('sent:'));
    expect(sent.map(([, one]) => (one as { signerName: string }).signerName).toSorted()).toEqual([
      'Priya Nair',
      'Tom Adeyemi',
      'Zoe Reed',
    ]);
  });

  test('letters for many: which Word files there are for each is chosen once for all', async () => {
    await saveExamples();
    await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
    const { saveFile } = await openOptions('#letters');
    await screen.findByText('Make 2 Word letters');
    type('Word files', 'letter, form and annex');
    press('Make 2 Word letters');
    await screen.findByText('2 letters in one zip file, in your Downloads folder.');
    const files = lettersIn(saveFile.mock.calls[0]?.[1]);
    expect(Object.keys(files)).toEqual(
      ['Oakfield Primary School', 'Mill School'].flatMap((school) => [
        `Risk assessment request – ${school}.docx`,
        `Risk assessment request – ${school} – risk assessment form.docx`,
        `Risk assessment request – ${school} – annex to the form.docx`,
      ]),
    );
    expect(files['Risk assessment request – Mill School – risk assessment form.docx']).toContain(
      'Mill School',
    );
  });

  test('letters for many: when they are ready, someone who has gone on keeps the focus and reads what was said last', async () => {
    await saveExamples();
    for (const letter of 'ABCDEF')
      await otherPage.addSigner({ fullName: `Head ${letter}`, school: 'Mill School' });
    await openOptions('#letters');
    press('Make 7 Word letters');
    fireEvent.click(document.querySelector('a[href="#letters/ours/request"]')!);
    fireEvent.click(await screen.findByRole('link', { name: 'Back to all letters' }));
    await waitFor(() => expect(document.activeElement?.id).toMatch(/^row-/));
    await screen.findByText('7 letters in one zip file, in your Downloads folder.');
    screen.getByText('All letters are shown.');
    expect(document.activeElement?.id).toMatch(/^row-/);
  });

  test('letters for many: Cancel stops the writing and nothing is saved', async () => {
    await saveExamples();
    await otherPage.addSigner({ fullName: 'Tom Adeyemi', school: 'Mill School' });
    const { saveFile } = await openOptions('#letters');
    press('Make 2 Word letters');
    press('Cancel');
    await screen.findByText('Stopped. Nothing was saved.');
    expect(saveFile).not.toHaveBeenCalled();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull());
  });
});
