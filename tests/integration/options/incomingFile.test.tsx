import './fakeExtension';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { createBackup } from '../../../lib/transfer/backup';
import { openOptions, otherPage, press, readStored, resetPage, saveExamples, storedOf } from './openOptions';

beforeEach(resetPage);

const resignation = [
  '---',
  'id: resign',
  'order: 10',
  'title: Resign',
  'when: Now.',
  'subject: Resignation',
  'checkedOn: 2026-11-23',
  'sources: {}',
  '---',
  '',
  '## Opening {#opening}',
  '',
  'I resign with immediate effect.',
  '',
].join('\n');

const starter = (content: object) =>
  JSON.stringify({ format: 'Dear Employer starter file', version: 1, ...content });

function openFile(label: string, content: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { files: [new File([content], 'file.json')] } });
}

/** The preview of a starter file, beside one saved signer and an employer with a ticked copy. */
async function previewStarter(content: object) {
  const { signer, employer } = await saveExamples();
  const copies = [{ id: 'chair', name: 'Chair of Governors', email: 'chair@oakfield.example' }];
  await otherPage.saveFields('employer', employer.id, { email: 'hr@northmere.example', copies });
  await otherPage.saveChoices({ copies: { [employer.id]: ['chair'] } });
  await openOptions('#privacy-and-backup');
  await screen.findByLabelText('Open your branch’s file');
  openFile('Open your branch’s file', starter(content));
  const preview = await screen.findByRole('group', { name: 'What the file would change' });
  return { signer, employer, preview };
}

const employerInFile = (fields: object) => ({
  employer: { organisation: 'Northmere County Council', ...fields },
});

const linesOf = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('What a file would change', () => {
  test('the former and the new address of the employer and of a copy are shown first', async () => {
    const { preview } = await previewStarter(
      employerInFile({
        email: 'stranger@elsewhere.example',
        role: 'Director',
        copies: [{ name: 'Chair of Governors', email: 'other@elsewhere.example' }],
      }),
    );
    const first = within(preview).getByRole('list', {
      name: 'Addresses, copies and letters used instead of ours',
    });
    expect(linesOf(first)).toEqual([
      'Northmere County Council. Employer’s email: hr@northmere.example → stranger@elsewhere.example',
      'Northmere County Council. Copies: Chair of Governors, chair@oakfield.example → Chair of Governors, other@elsewhere.example',
    ]);
    expect(within(preview).getByText('Role: empty → Director')).toBeTruthy();
    expect(first.compareDocumentPosition(within(preview).getByText('Changed: 1'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  test('an address that is not one clean address is marked as not used', async () => {
    const { preview } = await previewStarter(employerInFile({ email: 'hr@n\u043erthmere.example' }));
    expect(preview.textContent).toContain('(not one email address, so it will not be used)');
  });

  test('a letter used instead of ours is shown in full, with its supplier', async () => {
    const { preview } = await previewStarter({
      from: 'a stranger',
      letters: [{ title: 'Resign', markdown: resignation, replaces: 'request', supplier: 'Example Ltd' }],
    });
    const first = within(preview).getByRole('list', { name: 'Letters used instead of ours' });
    expect(first.textContent).toContain(
      'Resign. Used instead of our letter “Ask for a risk assessment”. Wording supplied by Example Ltd.',
    );
    expect(within(first).getByText('Read it in full')).toBeTruthy();
    expect(first.textContent).toContain('I resign with immediate effect.');
  });

  test('a letter used instead of ours that names no supplier is marked as such', async () => {
    const { preview } = await previewStarter({
      letters: [{ title: 'Resign', markdown: resignation, replaces: 'request' }],
    });
    expect(preview.textContent).toContain('Nobody is named as supplier of the wording.');
  });

  test('of a table with many rows the first are shown, and more when asked for', async () => {
    await saveExamples();
    await openOptions('#privacy-and-backup');
    const rows = Array.from({ length: 120 }, (_, at) => `Trust ${at},hr${at}@trust.example`);
    openFile('Open a table of employers', ['Organisation,Email', ...rows].join('\n'));
    const preview = within(await screen.findByRole('group', { name: 'What the file would change' }));
    const listed = () =>
      linesOf(preview.getByRole('list', { name: 'Addresses, copies and letters used instead of ours' }));
    expect(listed()).toHaveLength(50);
    fireEvent.click(preview.getAllByRole('button', { name: 'Show 50 more of 70' })[0]!);
    expect(listed()).toHaveLength(100);
    fireEvent.click(preview.getByRole('button', { name: 'Show 20 more of 20' }));
    expect(listed().at(-1)).toContain('hr119@trust.example');
    press('Add it to what is saved here');
    await screen.findByText(/^Added 120 employers\./);
    expect(await storedOf('employer')).toHaveLength(121);
  });

  test('a file with nothing new offers nothing to add', async () => {
    await previewStarter(employerInFile({ email: 'hr@northmere.example' }));
    expect(screen.getByText('Everything in this file is saved here already.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add it to what is saved here' })).toBeNull();
    press('Close');
    expect(screen.queryByRole('group', { name: 'What the file would change' })).toBeNull();
  });
});

describe('Adding a file', () => {
  test('unticks a copy whose address the file changes', async () => {
    const { employer } = await previewStarter(
      employerInFile({ copies: [{ name: 'Chair of Governors', email: 'other@elsewhere.example' }] }),
    );
    press('Add it to what is saved here');
    await screen.findByText(/^Changed 1 employer\./);
    expect(await otherPage.readChoices()).toMatchObject({ value: { copies: { [employer.id]: [] } } });
  });

  test('keeps what was typed in another tab after the file was opened, and says so', async () => {
    const { signer, employer } = await previewStarter({
      ...employerInFile({ email: 'stranger@elsewhere.example', role: 'Director' }),
    });
    await otherPage.saveFields('employer', employer.id, { email: 'head.office@northmere.example' });
    await otherPage.saveFields('employer', employer.id, { lastName: 'Example' });
    await otherPage.saveFields('signer', signer.id, { phone: '01234' });
    press('Add it to what is saved here');
    await screen.findByText(
      /One detail was changed here after the file was opened, so what is saved here was kept\./,
    );
    expect(await storedOf('employer')).toMatchObject([
      { email: 'head.office@northmere.example', lastName: 'Example', role: 'Director' },
    ]);
    expect(await storedOf('signer')).toMatchObject([{ phone: '01234' }]);
  });

  test('can be undone, and the undo keeps what was typed since', async () => {
    const { employer } = await previewStarter({
      ...employerInFile({ email: 'stranger@elsewhere.example' }),
      letters: [{ title: 'Resign', markdown: resignation, replaces: 'request' }],
    });
    const before = await storedOf('employer');
    press('Add it to what is saved here');
    await screen.findByText('Added: what was in the file');
    await otherPage.saveFields('employer', employer.id, { lastName: 'Example' });
    press('Undo');
    await waitFor(async () =>
      expect(await storedOf('employer')).toEqual([{ ...before[0], lastName: 'Example' }]),
    );
    await waitFor(async () => expect(JSON.stringify(await readStored())).not.toContain('Resign'));
  });

  test('can be undone, and the undo brings the tick of a copy back with its address', async () => {
    const { employer } = await previewStarter(
      employerInFile({ copies: [{ name: 'Chair of Governors', email: 'other@elsewhere.example' }] }),
    );
    const ticked = async () => {
      const choices = await otherPage.readChoices();
      return choices.ok && choices.value.copies[employer.id];
    };
    press('Add it to what is saved here');
    await screen.findByText('Added: what was in the file');
    expect(await ticked()).toEqual([]);
    press('Undo');
    await waitFor(async () => expect(await ticked()).toEqual(['chair']));
  });

  test('the undo does not tick a copy whose address was typed since', async () => {
    const { employer } = await previewStarter(
      employerInFile({ copies: [{ name: 'Chair of Governors', email: 'other@elsewhere.example' }] }),
    );
    press('Add it to what is saved here');
    await screen.findByText('Added: what was in the file');
    const typed = [{ id: 'chair', name: 'Chair of Governors', email: 'typed@oakfield.example' }];
    await otherPage.saveFields('employer', employer.id, { copies: typed });
    press('Undo');
    await waitFor(() => expect(screen.queryByText('Added: what was in the file')).toBeNull());
    expect(await storedOf('employer')).toMatchObject([{ copies: typed }]);
    expect(await otherPage.readChoices()).toMatchObject({ value: { copies: { [employer.id]: [] } } });
  });

  test('does not bring back a record that was deleted after the file was opened', async () => {
    const { employer } = await previewStarter(employerInFile({ email: 'stranger@elsewhere.example' }));
    await otherPage.deleteRecord('employer', employer.id);
    press('Add it to what is saved here');
    await screen.findByText(/One detail was changed here after the file was opened/);
    expect(await storedOf('employer')).toEqual([]);
  });
});

test('replacing everything by a backup ticks no copies', async () => {
  const { employer } = await saveExamples();
  const copies = [{ id: 'chair', name: 'Chair', email: 'chair@oakfield.example' }];
  await otherPage.saveFields('employer', employer.id, { copies });
  await otherPage.saveChoices({ copies: { [employer.id]: ['chair'] } });
  const backup = await createBackup(otherPage, '2026-11-23');
  await otherPage.saveChoices({ copies: { [employer.id]: [] } });
  await openOptions('#privacy-and-backup');
  openFile('Restore a backup', backup.ok ? backup.value : '');
  fireEvent.click(await screen.findByRole('button', { name: 'Replace everything saved here' }));
  await screen.findByText('Everything saved here is now as it was in the backup.');
  const choices = await otherPage.readChoices();
  expect(choices.ok && choices.value.copies).toEqual({});
});

test('editing the address of a ticked copy by hand unticks that copy and no other', async () => {
  const { employer } = await saveExamples();
  const clerk = { id: 'clerk', name: 'Clerk', email: 'clerk@oakfield.example' };
  const chair = { id: 'chair', name: 'Chair', email: 'chair@oakfield.example' };
  await otherPage.saveFields('employer', employer.id, { copies: [clerk, chair] });
  await otherPage.saveChoices({ copies: { [employer.id]: ['clerk', 'chair'] } });
  await otherPage.saveFields('employer', employer.id, { copies: [{ ...clerk, name: 'The clerk' }, chair] });
  expect(await otherPage.readChoices()).toMatchObject({
    value: { copies: { [employer.id]: ['clerk', 'chair'] } },
  });
  const moved = { ...chair, email: 'chair@elsewhere.example' };
  await otherPage.saveFields('employer', employer.id, { copies: [clerk, moved] });
  expect(await otherPage.readChoices()).toMatchObject({ value: { copies: { [employer.id]: ['clerk'] } } });
});
