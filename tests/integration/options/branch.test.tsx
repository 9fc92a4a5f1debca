import './fakeExtension';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  openOptions,
  otherPage,
  press,
  readStored,
  saveExamples,
  resetPage,
  storedOf,
  type,
} from './openOptions';

beforeEach(resetPage);

async function openBranch() {
  const examples = await saveExamples();
  const opened = await openOptions('#privacy-and-backup');
  await screen.findByRole('heading', { name: 'For a branch' });
  return { ...examples, ...opened };
}

function openFile(label: string, name: string, content: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { files: [new File([content], name)] } });
}

function select(label: string | RegExp, option: string): void {
  const field = screen.getByLabelText<HTMLSelectElement>(label);
  const { value } = within(field).getByRole<HTMLOptionElement>('option', { name: option });
  fireEvent.change(field, { target: { value } });
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

  test('a table with other headings and words is settled by a few choices, and nothing is stored meanwhile', async () => {
    await openBranch();
    const before = await readStored();
    openFile(
      'Open a table of signers',
      'heads.csv',
      'Head,School,Sort,LA/Trust\nAda Hale,Mill School,Academy,Oak Trust\nBen Moor,Hill School,Church,\n',
    );
    await screen.findByText('“heads.csv”, a table of signers.');
    expect(screen.getByLabelText<HTMLSelectElement>('Head').value).toBe('Full name');
    expect(screen.getByLabelText<HTMLSelectElement>('LA/Trust').value).toBe('Employer');
    select('Sort', 'Who employs you?');
    await screen.findByLabelText(/We do not know what “Church” means/);
    select(/We do not know what “Church” means/, 'Voluntary aided or foundation');
    await screen.findByText('Who employs you?: Voluntary aided or foundation');
    expect(await readStored()).toEqual(before);
    press('Add it to what is saved here');
    await waitFor(async () =>
      expect(await storedOf('signer')).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ fullName: 'Ada Hale', employment: 'trust-with-other-schools' }),
          expect.objectContaining({ fullName: 'Ben Moor', employment: 'aided-or-foundation' }),
        ]),
      ),
    );
  });

  test('a table that lacks a column can be used after choosing it, and the old error is gone', async () => {
    await openBranch();
    openFile('Open a table of signers', 'heads.csv', 'Colleague,Place\nAda Hale,Mill School\n');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(
      'none of the columns in this table is known here: “Colleague” and “Place”',
    );
    select('Colleague', 'Full name');
    await screen.findByText(/there is no column “School”/);
    select('Place', 'School');
    await screen.findByText('“heads.csv”, a table of signers.');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('a wrong table is refused, and its errors go when another is opened', async () => {
    await openBranch();
    openFile('Open a table of employers', 'heads.csv', 'Full name,School\nAda Hale,Mill School\n');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('this looks like a table of signers');
    const fileIn = (label: string) => screen.getByLabelText<HTMLInputElement>(label).files?.[0]?.name;
    expect(fileIn('Open a table of employers')).toBe('heads.csv');
    openFile('Open a table of signers', 'heads.csv', 'Full name,School\nAda Hale,Mill School\n');
    await screen.findByText('“heads.csv”, a table of signers.');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(fileIn('Open a table of signers')).toBe('heads.csv');
    expect(fileIn('Open a table of employers')).toBeUndefined();
  });

  test('a table about something else is refused plainly, without asking for its columns', async () => {
    await openBranch();
    openFile('Open a table of signers', 'cash.csv', 'Date,Item,Amount\n1 May,Tea,4.20\n');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('“cash.csv”, row 1: this looks like a table of payments');
    expect(screen.queryByRole('group', { name: 'Which column is which' })).toBeNull();
  });

  test('an empty table to fill in has our headings, and is read again', async () => {
    const { saveFile } = await openBranch();
    press('Save an empty table of signers');
    await waitFor(() => expect(saveFile).toHaveBeenCalled());
    const [name, content] = saveFile.mock.calls[0] ?? [];
    expect(name).toBe('Empty table of signers.csv');
    openFile('Open a table of signers', String(name), `${String(content)}Ada Hale,,Mill School,VA,,,,,\r\n`);
    await screen.findByText('Who employs you?: Voluntary aided or foundation');
  });
});

describe('A branch file', () => {
  async function makeBranchFile() {
    const opened = await openBranch();
    await otherPage.addRecord('letter', {
      title: 'Our request',
      markdown: readFileSync('templates/request.md', 'utf8'),
      replaces: 'request',
    });
    await otherPage.addEmployer({
      organisation: 'Ashdown Trust',
      kind: 'academy-trust',
      email: 'office@ashdown.example',
      copies: [{ id: crypto.randomUUID(), name: 'Branch secretary', email: 'branch@north.example' }],
    });
    await screen.findByText('It will hold 2 employers and one letter, and no head.');
    press('Make a branch file');
    await screen.findByText('Type it first: heads see it before they add the file.');
    expect(document.activeElement).toBe(screen.getByLabelText('Name of the branch'));
    expect(opened.saveFile).not.toHaveBeenCalled();
    type('Name of the branch', 'Northmere branch');
    type('Whom heads can ask (optional)', 'Sam Hill, 01632 960001');
    press('Make a branch file');
    await waitFor(() => expect(opened.saveFile).toHaveBeenCalled());
    const [name, content] = opened.saveFile.mock.calls[0] ?? [];
    return { name, content: String(content), signer: opened.signer };
  }

  test('is named after the branch and has wording and employers, and nobody’s name or school', async () => {
    const { name, content, signer } = await makeBranchFile();
    expect(name).toBe('Dear Employer – Northmere branch.json');
    expect(content).toContain('"supplier": "Northmere branch"');
    expect(content).toContain('Ashdown Trust');
    expect(content).not.toContain(signer.fullName);
    expect(content).not.toContain('fullName');
  });

  test('has employers of a single school only if the branch says so, because they tell whose head is in the union', async () => {
    const { saveFile } = await openBranch();
    await otherPage.addEmployer({ organisation: 'Governing Body of Mill School', kind: 'governing-body' });
    const hill = await otherPage.addEmployer({ organisation: 'Hill Academy', kind: 'academy-trust' });
    const employerId = hill.ok ? hill.value.id : '';
    await otherPage.addSigner({
      fullName: 'Jo Hill',
      employment: 'single-academy-trust',
      employerId,
    });
    await screen.findByText('It will hold one employer, and no head.');
    type('Name of the branch', 'Northmere branch');
    press('Make a branch file');
    await waitFor(() => expect(saveFile).toHaveBeenCalledOnce());
    expect(String(saveFile.mock.lastCall?.[1])).not.toMatch(/Mill|Hill/);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Include 2 employers of a single school' }));
    await screen.findByText('It will hold 3 employers, and no head.');
    press('Make a branch file');
    await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(2));
    expect(String(saveFile.mock.lastCall?.[1])).toContain('Governing Body of Mill School');
  });

  test('someone who writes for many heads gets from the first questions to the tables', async () => {
    await resetPage();
    await openOptions();
    fireEvent.click(await screen.findByRole('button', { name: 'Agree and start' }));
    fireEvent.click(await screen.findByRole('link', { name: 'Open a table of them' }));
    const table = await screen.findByLabelText('Open a table of signers');
    await waitFor(() => expect(document.activeElement).toBe(table));
  });

  test.each(['Ada Hill', 'Tom Adeyemi', 'Jo Patel'])(
    'is opened by a head, who types name and school and picks the employer (%s)',
    async (head) => {
      const { name, content } = await makeBranchFile();
      await resetPage();
      await openOptions();
      fireEvent.click(await screen.findByRole('link', { name: 'Has your branch sent you a file? Open it' }));
      await screen.findByLabelText('Open your branch’s file');
      openFile('Open your branch’s file', String(name), content);
      await screen.findByText(
        'A branch file from Northmere branch. Questions about it: Sam Hill, 01632 960001.',
      );
      expect(await storedOf('employer')).toEqual([]);
      press('Agree and add it');
      await screen.findByRole('heading', { name: 'Your details' });
      type('Full name', head);
      type('School', `${head}’s school`);
      const trust = (await storedOf('employer')).find((each) => each['organisation'] === 'Ashdown Trust');
      type('Your employer', String(trust?.['id']));
      expect(screen.getByLabelText('Employer’s email (optional)')).toHaveProperty(
        'value',
        'office@ashdown.example',
      );
      // An answer that does not fit a trust changes nothing of it.
      type('Who employs you?', 'council-maintained');
      type('Who employs you?', 'trust-with-other-schools');
      press('Continue');
      await screen.findByRole('heading', { name: 'You are ready' });
      await waitFor(async () =>
        expect(await storedOf('signer')).toMatchObject([
          {
            fullName: head,
            school: `${head}’s school`,
            employment: 'trust-with-other-schools',
            employerId: trust?.['id'],
          },
        ]),
      );
      expect(await storedOf('employer')).toHaveLength(2);
      const proposed = { role: 'Chief Executive Officer', nextPersonUp: 'Chair of Trustees' };
      await waitFor(async () => expect(await storedOf('employer')).toContainEqual({ ...trust, ...proposed }));
      const { lastUsed } = (await readStored())['index'] as { lastUsed: { copies: object } };
      expect(Object.values(lastUsed.copies).flat()).toEqual([]);
    },
  );

  test('another name typed over a picked employer is another employer', async () => {
    const { content } = await makeBranchFile();
    await resetPage();
    await openOptions();
    fireEvent.click(await screen.findByRole('link', { name: 'Has your branch sent you a file? Open it' }));
    await screen.findByLabelText('Open your branch’s file');
    openFile('Open your branch’s file', 'branch.json', content);
    await screen.findByText(/^A branch file from/);
    press('Agree and add it');
    await screen.findByRole('heading', { name: 'Your details' });
    const before = await storedOf('employer');
    const trust = before.find((each) => each['organisation'] === 'Ashdown Trust');
    type('Your employer', String(trust?.['id']));
    type('Employer’s name', 'Beech Trust');
    expect(screen.getByLabelText('Employer’s email (optional)')).toHaveProperty('value', '');
    await waitFor(async () => expect(await storedOf('employer')).toHaveLength(3));
    expect(await storedOf('employer')).toEqual(expect.arrayContaining(before));
    // Picked after all: the typed employer is not kept.
    type('Your employer', String(trust?.['id']));
    await waitFor(async () => expect(await storedOf('employer')).toEqual(before));
    expect(await storedOf('signer')).toMatchObject([{ employerId: trust?.['id'] }]);
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
    openFile('Open your branch’s file', 'starter.json', starter);
    await screen.findByText('A starter file from the Northmere branch.');
    press('Agree and add it');
    await waitFor(async () => expect(await storedOf('signer')).toMatchObject([{ fullName: 'Priya Nair' }]));
    const [employer] = await storedOf('employer');
    expect(await storedOf('signer')).toMatchObject([{ employerId: employer?.['id'] }]);
  });

  test('starter files for all are in one zip, each with one head and the chosen letters', async () => {
    const { saveFile } = await openBranch();
    await otherPage.addSigner({ fullName: 'priya nair', school: 'Mill School' });
    await otherPage.addRecord('letter', { title: 'Chosen', markdown: 'one' });
    await otherPage.addRecord('letter', { title: 'Not chosen', markdown: 'two' });
    const form = within(screen.getByText('A starter file for one head (the exception)').closest('details')!);
    fireEvent.click(await form.findByLabelText('Not chosen'));
    press('Make for all 2 in one zip file');
    await waitFor(() => expect(saveFile).toHaveBeenCalled());
    const [name, content] = saveFile.mock.calls[0] ?? [];
    expect(name).toBe('Dear Employer – 2 starter files.zip');
    const files = Object.entries(unzipSync(content as Uint8Array)).map(([file, text]) => [
      file,
      strFromU8(text),
    ]);
    expect(files).toEqual([
      ['Dear Employer – Priya Nair.json', expect.stringContaining('"fullName": "Priya Nair"')],
      ['Dear Employer – priya nair (2).json', expect.stringContaining('"school": "Mill School"')],
    ]);
    for (const [, text] of files) {
      expect(text).toContain('"title": "Chosen"');
      expect(text).not.toContain('Not chosen');
    }
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
    openFile('Open your branch’s file', 'starter.json', JSON.stringify(starter));
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
    openFile('Open your branch’s file', 'starter.json', JSON.stringify(starter));
    expect(await screen.findByText('A starter file from <img src=x onerror=alert(1)>.')).toBeTruthy();
    expect(document.querySelector('main img, main b')).toBeNull();
  });
});
