import './fakeExtension';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { openOptions, otherPage, press, readStored, saveExamples, resetPage, storedOf } from './openOptions';

beforeEach(resetPage);

async function openBranch() {
  const examples = await saveExamples();
  const opened = await openOptions('#privacy-and-backup');
  await screen.findByRole('heading', { name: 'For a branch: tables and starter files' });
  return { ...examples, ...opened };
}

function openFile(label: string, name: string, content: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { files: [new File([content], name)] } });
}

describe('Tables', () => {
  test('signers are exported as a table, and importing it shows the changes before storing them', async () => {
    const { signer, saveFile } = await openBranch();
    press('Save signers as a table');
    await waitFor(() => expect(saveFile).toHaveBeenCalled());
    const [name, content] = saveFile.mock.calls[0] ?? [];
    expect(name).toBe('Signers.csv');
    const changed =
      String(content).replace('Priya Nair,,', 'Priya Nair,Headteacher,') +
      'Tom Adeyemi,,Mill School,,,,,,\r\n';
    const before = await readStored();
    openFile('Open a table of signers', 'Signers.csv', changed);
    await screen.findByText('Job title: empty → Headteacher');
    expect(screen.getByText('New: 1')).toBeTruthy();
    expect(await readStored()).toEqual(before);
    press('Add it to what is saved here');
    await waitFor(async () =>
      expect(await storedOf('signer')).toEqual([
        { ...signer, jobTitle: 'Headteacher' },
        expect.objectContaining({ fullName: 'Tom Adeyemi', school: 'Mill School' }),
      ]),
    );
  });

  test('a cell that a spreadsheet would run as a formula is escaped', async () => {
    const { saveFile } = await openBranch();
    await otherPage.addEmployer({ organisation: '=HYPERLINK("x")' });
    press('Save employers as a table');
    await waitFor(() => expect(saveFile).toHaveBeenCalled());
    expect(String(saveFile.mock.lastCall?.[1])).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test('an invalid table is refused with row and column, and nothing changes', async () => {
    await openBranch();
    const before = await readStored();
    openFile(
      'Open a table of signers',
      'heads.csv',
      'Full name,School,Email\nAda,Mill School,not one address\n',
    );
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('“heads.csv”, line 2, column “Email”');
    expect(await readStored()).toEqual(before);
  });
});

describe('Starter files', () => {
  test('a starter file contains one head’s details and can be opened on another computer', async () => {
    const { saveFile, signer } = await openBranch();
    fireEvent.change(screen.getByLabelText('For whom'), { target: { value: signer.id } });
    fireEvent.change(screen.getByLabelText('From'), { target: { value: 'the Northmere branch' } });
    press('Save the starter file');
    const starter = String(saveFile.mock.calls[0]?.[1]);
    await resetPage();
    await openOptions('#privacy-and-backup');
    openFile('Open a starter file', 'starter.json', starter);
    await screen.findByText('A starter file from the Northmere branch.');
    press('Agree and add it');
    await waitFor(async () => expect(await storedOf('signer')).toMatchObject([{ fullName: 'Priya Nair' }]));
    const [employer] = await storedOf('employer');
    expect(await storedOf('signer')).toMatchObject([{ employerId: employer?.['id'] }]);
  });

  test('the form says exactly what the starter file will contain', async () => {
    const { signer } = await openBranch();
    const alone = await otherPage.addSigner({ fullName: 'Tom Adeyemi' });
    const choosePerson = (id: string) =>
      fireEvent.change(screen.getByLabelText('For whom'), { target: { value: id } });
    const save = screen.getByText('Save the starter file');
    await screen.findByText(/^It would hold nothing yet/);
    expect(save).toHaveProperty('disabled', true);
    await screen.findByText('Tom Adeyemi');
    choosePerson(alone.ok ? alone.value.id : '');
    await screen.findByText('It holds this person’s details. It is plain text: send it only to that person.');
    choosePerson(signer.id);
    await screen.findByText(/^It holds this person’s details and their employer\./);
    await otherPage.addRecord('letter', { title: 'One' });
    await screen.findByText(/^It holds this person’s details, their employer and your one own letter\./);
    await otherPage.addRecord('letter', { title: 'Two' });
    choosePerson('');
    await screen.findByText('It holds your 2 own letters. It is plain text.');
    expect(save).toHaveProperty('disabled', false);
  });

  test('addresses in a starter file that cannot be filled in are listed before it is added', async () => {
    await openBranch();
    const starter = {
      format: 'Dear Employer starter file',
      version: 1,
      signer: { fullName: 'Ada Hill', email: 'ada@x.example.' },
      employer: {
        organisation: 'Mill Trust',
        email: 'jo@\u0445y.example', // a Cyrillic х
        copies: [
          { name: 'Clerk', email: 'mailto:clerk@x.example' },
          { name: 'Chair', email: 'chair@x.example' },
        ],
      },
    };
    openFile('Open a starter file', 'starter.json', JSON.stringify(starter));
    await screen.findByText(/^These are not email addresses, so we will not fill them in\./);
    const listed = screen.getAllByText(/^(Mill Trust|Ada Hill), /).map((item) => item.textContent);
    expect(listed).toEqual([
      'Mill Trust, Employer’s email: “jo@\u0445y.example”. “\u0445” is a letter of another alphabet, though it may look like one of ours. Type the address again yourself; do not paste it.',
      'Mill Trust, copy to Clerk: “mailto:clerk@x.example”. Leave out “mailto:”.',
      'Ada Hill, Email: “ada@x.example.”. Leave out “.”.',
    ]);
  });

  test('markup in a hand-made starter file is shown as text', async () => {
    await openBranch();
    const starter = {
      format: 'Dear Employer starter file',
      version: 1,
      from: '<img src=x onerror=alert(1)>',
      signer: { fullName: '<b>Ada</b>' },
    };
    openFile('Open a starter file', 'starter.json', JSON.stringify(starter));
    expect(await screen.findByText('A starter file from <img src=x onerror=alert(1)>.')).toBeTruthy();
    expect(document.querySelector('main img, main b')).toBeNull();
  });
});
