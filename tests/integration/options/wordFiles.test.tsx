import './fakeExtension';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { openOptions, otherPage, press, saveExamples, resetPage } from './openOptions';

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
