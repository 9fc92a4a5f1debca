import { localStorageArea, waitUntilIdle } from './fakeExtension';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { formatDate, localDay } from '../../../lib/letter/dates';
import { openOptions, otherPage, press, readStored, saveExamples, resetPage, storedOf } from './openOptions';

beforeEach(resetPage);

async function openBackup() {
  const opened = await openOptions('#privacy-and-backup');
  await screen.findByRole('heading', { name: 'Backup' });
  return opened;
}

async function takeBackup(): Promise<string> {
  const { saveFile } = await openBackup();
  press('Save a backup');
  await screen.findByText(/The backup is in your Downloads folder/);
  const [name, content, kind] = saveFile.mock.calls[0] ?? [];
  expect(name).toMatch(/^Dear Employer backup \d{4}-\d\d-\d\d\.json$/);
  expect(kind).toBe('application/json');
  return String(content);
}

function restore(content: string, name = 'backup.json'): void {
  const file = new File([content], name, { type: 'application/json' });
  fireEvent.change(screen.getByLabelText('Restore a backup'), { target: { files: [file] } });
}

describe('Backup', () => {
  test('the rows of backup and branch file say what was last done', async () => {
    await saveExamples();
    const opened = await openOptions('#privacy-and-backup');
    screen.getByText(/None has been made yet\.$/);
    screen.getByText('Has your branch sent you a file?');
    press('Save a backup');
    const today = formatDate(localDay(new Date()));
    await screen.findByText(new RegExp(`Last made on ${today}\\.$`));
    expect(opened.saveFile).toHaveBeenCalledTimes(1);
    await otherPage.saveSettings({
      branchFile: 'North Shire.json',
      branchContact: 'Sam Hill, 01632 960001',
      branchFileOn: '2026-11-20',
    });
    await screen.findByText(
      'North Shire.json, opened 20 November 2026. Questions about it: Sam Hill, 01632 960001.',
    );
  });

  test('a backup is readable text and contains everything saved', async () => {
    await saveExamples();
    const backup = await takeBackup();
    expect(backup).toContain('"fullName": "Priya Nair"');
    expect(backup).toContain('"organisation": "Northmere County Council"');
  });

  test('restoring shows the changes first, and adds the records only after the button is pressed', async () => {
    const { signer } = await saveExamples();
    const backup = await takeBackup();
    await otherPage.saveFields('signer', signer.id, { jobTitle: 'Executive headteacher' });
    const before = await readStored();
    restore(backup);
    expect(await screen.findByText('Changed: 1')).toBeTruthy();
    const heading = /^A backup of .* Nothing has been changed yet\.$/;
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(heading));
    expect(screen.getByText('Job title: Executive headteacher → empty')).toBeTruthy();
    expect(screen.getByText('The same as here: 1')).toBeTruthy();
    expect(await readStored()).toEqual(before);
    press('Add it to what is saved here');
    await screen.findByText('Changed 1 signer.');
    expect(await storedOf('signer')).toEqual([signer]);
  });

  test('replacing deletes records that are not in the file, and can be undone', async () => {
    await saveExamples();
    const backup = await takeBackup();
    await otherPage.addSigner({ fullName: 'Tom Adeyemi' });
    const before = await storedOf('signer');
    restore(backup);
    await screen.findByText('Saved here and not in the file: 1');
    press('Replace everything saved here');
    await screen.findByText('Everything saved here is now as it was in the backup.');
    expect(await storedOf('signer')).toHaveLength(1);
    press('Undo');
    await waitFor(async () => expect(await storedOf('signer')).toEqual(expect.arrayContaining(before)));
  });

  test('the page says that replacing can be undone until something else is deleted, and that is true', async () => {
    await saveExamples();
    const backup = await takeBackup();
    const tom = await otherPage.addSigner({ fullName: 'Tom Adeyemi' });
    restore(backup);
    await screen.findByText(/You can undo it until something else is deleted or you close this page\./);
    press('Replace everything saved here');
    await screen.findByText('Deleted: what the backup replaced');
    window.location.hash = '#about-you';
    await screen.findByLabelText('Full name');
    press('Delete');
    await screen.findByText('Deleted: Priya Nair');
    press('Undo');
    await screen.findByLabelText('Full name');
    expect(JSON.stringify(await readStored())).not.toContain(tom.ok ? tom.value.id : '');
  });

  test.each([
    ['a web page', '<!doctype html>', 'restore.html'],
    ['another JSON file', '{"hello": 1}', 'other.json'],
    ['a backup cut off', '{"format": "Dear Employer backup", "version": 1, "signers": [', 'cut.json'],
    ['a zip', 'PK\u0003\u0004', 'letters.zip'],
    ['nothing', '', 'empty.json'],
  ])('%s is refused with the file’s name, and saved data is unchanged', async (_what, content, name) => {
    await saveExamples();
    await openBackup();
    const before = await readStored();
    restore(content, name);
    expect((await screen.findByRole('alert')).textContent).toContain(`${name} was not used.`);
    expect(await readStored()).toEqual(before);
  });
});

describe('“Leaving this school or computer?”', () => {
  const openFold = async () => {
    const { signer, employer } = await saveExamples();
    await otherPage.addRecord('sent', {
      title: 'Ask for a risk assessment',
      text: 'Dear Director, please …',
      sentOn: '2026-11-05',
      signerId: signer.id,
      signerName: 'Priya Nair',
      employerId: employer.id,
    });
    const opened = await openOptions('#privacy-and-backup');
    const fold = screen.getByText('Leaving this school or computer?').closest('details')!;
    fireEvent.click(within(fold).getByText('Leaving this school or computer?'));
    return { ...opened, fold: within(fold) };
  };

  test('saves the record of all letters as Word, and deletes nothing by that', async () => {
    const { saveFile, fold } = await openFold();
    const before = await readStored();
    fireEvent.click(fold.getByRole('button', { name: 'Save the record as Word' }));
    await screen.findByText(/^The record is in your Downloads folder\./);
    const [name, bytes] = saveFile.mock.calls[0] ?? [];
    expect(String(name)).toMatch(/Record of letters and replies\.docx$/);
    const words = strFromU8(unzipSync(bytes as Uint8Array)['word/document.xml'] ?? new Uint8Array());
    expect(words).toContain('Dear Director, please …');
    expect(await readStored()).toEqual(before);
  });

  test('says so if the record cannot be made, and everything is still there', async () => {
    const { saveFile, fold } = await openFold();
    const before = await readStored();
    saveFile.mockImplementation(() => {
      throw new Error('The browser refused');
    });
    fireEvent.click(fold.getByRole('button', { name: 'Save the record as Word' }));
    await screen.findByText(/^The Word file could not be made\. Nothing you saved is lost\./);
    expect(await readStored()).toEqual(before);
  });
});

describe('Delete everything', () => {
  test('asks first with the focus on “Keep everything”, and deletes all stored data', async () => {
    await saveExamples();
    const { permission } = await openBackup();
    press('Delete everything');
    expect(document.activeElement?.textContent).toBe('Keep everything');
    press('Keep everything');
    expect(await storedOf('signer')).toHaveLength(1);
    press('Delete everything');
    press('Yes, delete everything');
    await screen.findByText(/Everything has been deleted/);
    await waitUntilIdle();
    expect(await readStored()).toEqual({});
    expect(permission.remove).toHaveBeenCalledTimes(1);
    window.location.hash = '#about-you';
    expect(await screen.findByRole('button', { name: 'Agree and start' })).toBeTruthy();
  });
});

describe('How long letters are kept', () => {
  const TODAY = new Date().toISOString().slice(0, 10);
  const yearsAgo = (years: number) => `${Number(TODAY.slice(0, 4)) - years}-01-01`;
  const text = 'Dear Mrs Patel, the exact words';
  const reply = { id: 'r', kind: 'holding', note: 'their words', promisedDate: '' } as const;

  const sentTexts = async () => {
    const read = await otherPage.readAll('sent');
    return read.ok
      ? read.value.map((sent) => [sent.title, sent.text, ...sent.replies.map(({ note }) => note)])
      : [];
  };

  /** One letter past three years, one past twelve months, one in a living exchange. Each to another employer. */
  async function saveLetters() {
    await saveExamples();
    const old = { title: 'Oldest', text, sentOn: yearsAgo(5), employerId: 'a' };
    await otherPage.addRecord('sent', old);
    const replies = [{ ...reply, date: yearsAgo(2) }];
    await otherPage.addRecord('sent', {
      ...old,
      title: 'Old',
      sentOn: yearsAgo(2),
      employerId: 'b',
      replies,
    });
    await otherPage.addRecord('sent', { ...old, title: 'First of many', employerId: 'c' });
    await otherPage.addRecord('sent', { ...old, title: 'Newest', sentOn: TODAY, employerId: 'c' });
  }
  const untouched = [
    ['Oldest', text],
    ['First of many', text],
    ['Old', text, 'their words'],
    ['Newest', text],
  ];
  const afterDeletion = [
    ['First of many', text],
    ['Old', '', ''],
    ['Newest', text],
  ];

  test('nothing is deleted unasked: the page asks without names, and “Keep another year” is remembered', async () => {
    await saveLetters();
    await openOptions('#about-you');
    const question = await screen.findByText(/^It is 12 months since you noted anything about one letter\./);
    expect(question.textContent).toContain('It is 3 years since you noted anything about one letter');
    expect(question.textContent).not.toMatch(/Nair|Northmere|Old/);
    expect(await sentTexts()).toEqual(untouched);
    press('Keep another year');
    await screen.findByText('Everything is kept for another year.');
    await openOptions('#about-you');
    await screen.findByLabelText('Full name');
    expect(screen.queryByRole('button', { name: 'Keep another year' })).toBeNull();
    expect(await sentTexts()).toEqual(untouched);
  });

  test('“Save the record as Word and delete” saves, keeps the dates for three years, and can be undone', async () => {
    await saveLetters();
    const { saveFile } = await openOptions('#about-you');
    fireEvent.click(await screen.findByRole('button', { name: 'Save the record as Word and delete' }));
    await screen.findByText('Deleted: the text of one letter and one letter past their keeping date');
    expect(saveFile.mock.calls[0]?.[0]).toMatch(/Record of letters and replies\.docx$/);
    expect(await sentTexts()).toEqual(afterDeletion);
    press('Undo');
    await waitFor(async () => expect(await sentTexts()).toEqual(untouched));
  });

  test('if the record cannot be saved, nothing is deleted', async () => {
    await saveLetters();
    const { saveFile } = await openOptions('#about-you');
    saveFile.mockImplementation(() => {
      throw new Error('refused');
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Save the record as Word and delete' }));
    await screen.findByText(/^The Word file could not be made/);
    expect(await sentTexts()).toEqual(untouched);
    expect(screen.getByRole('button', { name: 'Keep another year' })).toBeTruthy();
  });

  test('a period that the user set is obeyed without asking, and can be undone', async () => {
    await saveLetters();
    await openOptions('#privacy-and-backup');
    const change = async (label: string, value: string) =>
      fireEvent.change(await screen.findByLabelText(label), { target: { value } });
    await change('Keep their dates for', '72');
    await waitFor(async () =>
      expect(await otherPage.readSettings()).toMatchObject({ value: { keepDatesMonths: 72 } }),
    );
    await openOptions('#about-you');
    await screen.findByText('Deleted: the text of 2 letters past their keeping date');
    expect(screen.queryByRole('button', { name: 'Keep another year' })).toBeNull();
    press('Undo');
    await waitFor(async () => expect(await sentTexts()).toEqual(untouched));
  });

  test('deleting expired letters does not move the focus from the field that a link opened', async () => {
    await saveExamples();
    await otherPage.saveSettings({ keepMonths: 24 });
    await otherPage.addRecord('sent', { title: 'Old letter', sentOn: '2020-01-06' });
    const focused: unknown[] = [];
    const note = ({ target }: Event) => focused.push(target);
    document.addEventListener('focusin', note);
    await openOptions('#about-you/jobTitle');
    await screen.findByText('Deleted: one letter past its keeping date');
    const jobTitle = screen.getByLabelText('Job title');
    await waitFor(() => expect(document.activeElement).toBe(jobTitle));
    document.removeEventListener('focusin', note);
    expect(focused).toEqual([jobTitle]);
  });
});

test('if the browser refuses to delete everything, an error is shown at the button, and trying again works', async () => {
  const { signer } = await saveExamples();
  await openBackup();
  const clear = vi.spyOn(localStorageArea, 'clear').mockRejectedValue(new Error('refused'));
  press('Delete everything');
  press('Yes, delete everything');
  await waitFor(() =>
    expect(screen.getAllByText(/This was not deleted: your browser refused/)).toHaveLength(2),
  );
  expect(await storedOf('signer')).toEqual([signer]);
  clear.mockRestore();
  press('Delete everything');
  press('Yes, delete everything');
  await screen.findByText(/Everything has been deleted/);
  expect(screen.queryByText(/This was not deleted/)).toBeNull();
});

describe('A damaged record', () => {
  test('is quarantined, offered as a file, and does not affect other records', async () => {
    const { signer } = await saveExamples();
    await localStorageArea.set({ 'signer:broken': { v: 1, id: 'broken', fullName: 42 } });
    const { saveFile } = await openBackup();
    press('Save what was set aside');
    expect(String(saveFile.mock.calls[0]?.[1])).toContain('"fullName": 42');
    expect(await storedOf('signer')).toEqual([signer]);
  });

  test('can be deleted after it was saved as a file, and restored', async () => {
    await saveExamples();
    await localStorageArea.set({ 'signer:broken': { v: 1, id: 'broken', fullName: 42 } });
    await openBackup();
    const before = await readStored();
    expect(screen.queryByRole('button', { name: 'Delete what was set aside' })).toBeNull();
    press('Save what was set aside');
    press('Delete what was set aside');
    await screen.findByText('Deleted: what was set aside');
    expect(screen.queryByRole('heading', { name: 'Set aside' })).toBeNull();
    expect(JSON.stringify(await readStored())).not.toContain('broken');
    press('Undo');
    expect(await screen.findByRole('heading', { name: 'Set aside' })).toBeTruthy();
    expect(await readStored()).toEqual(before);
  });

  test('that another page quarantines is offered on this page too', async () => {
    await saveExamples();
    await openBackup();
    await localStorageArea.set({ 'signer:broken': { v: 1, id: 'broken', fullName: 42 } });
    expect(await screen.findByRole('button', { name: 'Save what was set aside' })).toBeTruthy();
  });
});
