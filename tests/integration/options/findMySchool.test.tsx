import './fakeExtension';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { deleteRegister, loadRegister } from '../../../lib/register/store';
import { openOptions, press, saveExamples, resetPage, storedOf, type } from './openOptions';

beforeEach(async () => {
  await resetPage();
  await deleteRegister();
});

/** Has two columns more than needed, and another order than the department’s file. */
const REGISTER = [
  'EstablishmentName,URN,TypeOfEstablishment (code),EstablishmentStatus (name),LA (code),Street,Town,Postcode,TelephoneNum,HeadLastName',
  'Mill Lane Primary School,900001,1,Open,886,1 Mill Lane,Northmere,NM1 1AA,01632960001,Invented',
  'Mill Lane Infant School,900002,2,Open,886,2 Mill Lane,Northmere,NM1 1AB,01632960002,Invented',
].join('\r\n');

async function openFinder() {
  const examples = await saveExamples();
  await openOptions();
  const summary = await screen.findByText('Find my school in the government’s register');
  const details = summary.closest('details');
  if (!details) throw new Error('nothing to unfold');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await screen.findByLabelText('File of schools');
  return examples;
}

function pick(content: string, name = 'edubasealldata20261123.csv'): void {
  fireEvent.change(screen.getByLabelText('File of schools'), {
    target: { files: [new File([content], name, { type: 'text/csv' })] },
  });
}

async function pickRegister(): Promise<void> {
  pick(REGISTER);
  await screen.findByText('2 schools read.');
  await screen.findByLabelText('Name, postcode or URN of your school');
}

describe('Find my school', () => {
  test('school, address and employer from the register are shown first and then filled in', async () => {
    const { signer, employer } = await openFinder();
    await pickRegister();
    type('Name, postcode or URN of your school', 'mill lane');
    fireEvent.click(await screen.findByText('Mill Lane Primary School'));
    await screen.findByText('Mill Lane Primary School, 1 Mill Lane, Northmere, NM1 1AA, 01632960001');
    expect(screen.getByText(/Employer: Kent County Council/)).toBeTruthy();
    expect(await storedOf('signer')).toEqual([signer]);
    press('Fill this in');
    await waitFor(async () =>
      expect(await storedOf('signer')).toMatchObject([
        {
          fullName: 'Priya Nair',
          school: 'Mill Lane Primary School',
          address: '1 Mill Lane\nNorthmere',
          postcode: 'NM1 1AA',
        },
      ]),
    );
    const [changed] = await storedOf('signer');
    const employers = await storedOf('employer');
    expect(employers).toContainEqual(employer);
    expect(employers.find(({ id }) => id === changed?.['employerId'])).toMatchObject({
      organisation: 'Kent County Council',
    });
    expect(JSON.stringify(await loadRegister())).not.toContain('Invented');
  });

  test('a new search hides the school that was found before', async () => {
    await openFinder();
    await pickRegister();
    type('Name, postcode or URN of your school', '900001');
    fireEvent.click(await screen.findByText('Mill Lane Primary School'));
    await screen.findByRole('button', { name: 'Fill this in' });
    type('Name, postcode or URN of your school', '900009');
    expect(screen.queryByRole('button', { name: 'Fill this in' })).toBeNull();
    expect(screen.getByText(/Nothing in the list matches/)).toBeTruthy();
  });

  test('a school can be found by its URN', async () => {
    await openFinder();
    await pickRegister();
    type('Name, postcode or URN of your school', '900002');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Mill Lane Infant SchoolNorthmere, NM1 1AB, URN 900002',
    ]);
  });

  test.each([
    ['a table of something else', 'name,age\nAda,1\n', /columns/],
    ['a web page', '<!doctype html><p>', /web page|columns/],
    ['a zip', 'PK\u0003\u0004xxxx', /open it and pick the \.csv file in it/],
    ['nothing', '', /empty/],
  ])('%s is refused with the file’s name, and nothing is saved', async (_what, content, sentence) => {
    await openFinder();
    pick(content, 'download.csv');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('download.csv was not used.');
    expect(alert.textContent).toMatch(sentence);
    expect((await loadRegister()).schools).toEqual([]);
  });

  const shaped = join(process.cwd(), '../shared/data/gias_shaped_fictional_one_per_type_cp1252.csv');
  test.skipIf(!existsSync(shaped))(
    'a file with the department’s own columns and encoding is read',
    async () => {
      await openFinder();
      fireEvent.change(screen.getByLabelText('File of schools'), {
        target: { files: [new File([new Uint8Array(readFileSync(shaped))], 'edubasealldata.csv')] },
      });
      await screen.findByText(/^\d+ schools read\.$/);
      const { schools } = await loadRegister();
      expect(schools.length).toBeGreaterThan(30);
      expect(JSON.stringify(schools)).not.toContain('\uFFFD');
    },
  );
});
