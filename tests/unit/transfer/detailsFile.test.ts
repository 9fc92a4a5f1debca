import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firstChoices, firstSettings } from '../../../lib/storage/choices';
import { newRecord } from '../../../lib/storage/schema';
import { renderBackup } from '../../../lib/transfer/backup';
import { renderBranchFile } from '../../../lib/transfer/branchFile';
import { compareRecords } from '../../../lib/transfer/comparison';
import { readDetailsFile, renderBranchEdition } from '../../../lib/transfer/detailsFile';
import { renderStarterFile } from '../../../lib/transfer/starterFile';

const signer = newRecord('signer', crypto.randomUUID(), { fullName: 'Priya Shah', school: 'Oakfield' });
const employer = newRecord('employer', crypto.randomUUID(), { organisation: 'Ashdown Council' });
const letter = newRecord('letter', crypto.randomUUID(), {
  title: 'Our request',
  markdown: readFileSync('templates/request.md', 'utf8'),
  replaces: 'request',
});
const sent = newRecord('sent', crypto.randomUUID(), { signerName: 'Priya Shah', text: 'Dear Mrs Patel' });

const starter = renderStarterFile({ from: 'Example branch', signer, employer, letters: [letter] });
const branch = renderBranchFile({
  from: 'Example branch',
  contact: 'Sam Hill, 01632 960001',
  until: '2027-07-31',
  employers: [employer],
  letters: [letter],
});
const backup = renderBackup({
  savedOn: '2026-11-27',
  records: [
    { kind: 'signer', record: signer },
    { kind: 'employer', record: employer },
    { kind: 'letter', record: letter },
    { kind: 'sent', record: sent },
  ],
  settings: firstSettings,
  choices: firstChoices,
});

const read = (text: string) => readDetailsFile(new File([text], 'file.json'), () => crypto.randomUUID());

test.each([
  ['a branch file', branch, ['employer', 'letter']],
  ['a starter file', starter, ['employer', 'letter', 'signer']],
  ['a backup', backup, ['employer', 'letter', 'sent', 'signer']],
])('%s is recognised and read whole', async (_, text, kinds) => {
  const result = await read(text);
  expect(result).toMatchObject({ ok: true });
  expect(result.ok && result.leftOut).toEqual([]);
  expect(result.ok && result.value.records.map(({ kind }) => kind).toSorted()).toEqual(kinds);
});

test.each([
  ['another program’s file', '{ "people": [] }', 'starter file or a backup'],
  ['no JSON', 'Dear Mrs Patel', 'starter file or a backup'],
  ['a web page', '<!doctype html><html></html>', 'a web page'],
  ['nothing', '', 'empty'],
  ['a backup that was cut off', backup.slice(0, -400), 'line'],
])('%s is refused with a sentence', async (_, text, words) => {
  const result = await read(text);
  expect(result.ok).toBe(false);
  expect(JSON.stringify(result)).toContain(words);
});

test.each([starter, branch, backup])(
  'a branch edition has employers and letters and no head',
  async (text) => {
    const result = await read(text);
    const edition = result.ok ? renderBranchEdition(result.value) : '';
    const back = await read(edition);
    expect(back.ok && back.value.records.map(({ kind }) => kind).toSorted()).toEqual(['employer', 'letter']);
    expect(edition).not.toMatch(/Priya Shah|Oakfield|Mrs Patel/);
  },
);

test('each field that decides to whom letters go is marked, so that the page shows it first', () => {
  const saved = { kind: 'employer', record: employer } as const;
  const record = {
    ...employer,
    email: 'hr@ashdown.example',
    nextPersonEmail: 'chair@ashdown.example',
    nextPersonUp: 'Chair of the council',
    copies: [{ id: 'c', name: 'Branch', email: 'branch@union.example' }],
    role: 'Director',
    postcode: 'AB1 2CD',
  };
  const [changed] = compareRecords([saved], [{ kind: 'employer', record }]).changed;
  const marked = changed?.values.filter(({ decidesRecipient }) => decidesRecipient);
  expect(marked?.map(({ field }) => field).toSorted()).toEqual([
    'copies',
    'email',
    'nextPersonEmail',
    'nextPersonUp',
  ]);
});
