import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../../lib/storage/lists';
import { newRecord } from '../../../lib/storage/schema';
import { readBranchFile, renderBranchFile } from '../../../lib/transfer/branchFile';
import { addChanges } from '../../../lib/transfer/changes';
import { compareRecords } from '../../../lib/transfer/comparison';
import { asNew, countIds, createFixture, unwrap } from '../storage/fakes';
import { pick, sentencesOf, valueOf, wrongFiles } from './files';

const markdown = readFileSync('templates/request.md', 'utf8');
const council = newRecord('employer', 'secret-e', {
  organisation: 'Northshire County Council',
  kind: 'council',
  email: 'dcs@northshire.example',
  copies: [{ id: 'secret-c', name: 'Union branch secretary', email: 'branch@northshire.example' }],
});
const trust = newRecord('employer', 'secret-t', { organisation: 'Ashdown Trust', kind: 'academy-trust' });
const letter = newRecord('letter', 'secret-l', { title: 'Our request', markdown, replaces: 'request' });

const render = (more: Partial<Parameters<typeof renderBranchFile>[0]> = {}) =>
  renderBranchFile({
    from: 'Northshire branch',
    contact: 'Sam Hill, 01632 960001',
    until: '2027-07-31',
    employers: [council, trust],
    letters: [letter],
    ...more,
  });

const read = (text: string, saved: AnyRecord[] = []) => readBranchFile(pick(text), saved, countIds('new'));

describe('a branch file', () => {
  test('gives employers with their proposed copies, and letters marked with whose they are and until when', async () => {
    const result = await read(render());
    expect(result).toMatchObject({ ok: true, leftOut: [] });
    const { from, contact, records } = valueOf(result);
    expect({ from, contact }).toEqual({ from: 'Northshire branch', contact: 'Sam Hill, 01632 960001' });
    expect(records).toMatchObject([
      {
        kind: 'employer',
        record: {
          organisation: 'Northshire County Council',
          email: 'dcs@northshire.example',
          copies: [{ name: 'Union branch secretary', email: 'branch@northshire.example' }],
        },
      },
      { kind: 'employer', record: { organisation: 'Ashdown Trust' } },
      {
        kind: 'letter',
        record: { markdown, replaces: 'request', supplier: 'Northshire branch', reviewDate: '2027-07-31' },
      },
    ]);
  });

  test('keeps the supplier of official wording, and each letter’s own date where none is given', async () => {
    const official = { ...letter, supplier: 'NAHT', reviewDate: '2027-01-31' as const };
    const { records } = valueOf(await read(render({ until: '', letters: [official] })));
    expect(records[2]).toMatchObject({ record: { supplier: 'NAHT', reviewDate: '2027-01-31' } });
  });

  test('contains no id of the branch’s records, so that no copy can be ticked by it', () => {
    expect(render()).not.toContain('secret-');
  });

  test('leaves out an employer without a name, which nobody could pick', async () => {
    const nameless = newRecord('employer', 'x', { email: 'who@nowhere.example' });
    expect(render({ employers: [nameless, trust] })).not.toContain('who@nowhere.example');
  });

  test('adds nothing when it is opened a second time', async () => {
    const { repository, dependencies } = createFixture();
    await addChanges(asNew(valueOf(await read(render())).records), dependencies);
    const saved = unwrap(await repository.readAllKinds());
    const again = valueOf(await read(render(), saved));
    expect(compareRecords(saved, again.records)).toMatchObject({ added: [], changed: [] });
  });

  test('added once more from another tab leaves what was typed since as it is', async () => {
    const { repository, dependencies } = createFixture();
    const changes = asNew(valueOf(await read(render())).records);
    await addChanges(changes, dependencies);
    const [employer] = unwrap(await repository.readIndex()).employers;
    await repository.saveFields('employer', employer!.id, { role: 'Interim director' });
    expect(await addChanges(changes, dependencies)).toMatchObject({ written: [], left: changes.length });
    const kept = await repository.readRecord('employer', employer!.id);
    expect(unwrap(kept).role).toBe('Interim director');
  });

  test('with a head in it is read without the head', async () => {
    const text = render().replace('"from":', '"signer": {"fullName": "Priya Nair"}, "from":');
    const result = await read(text);
    expect(JSON.stringify(valueOf(result))).not.toContain('Priya Nair');
    expect(result).toMatchObject({ leftOut: [{ sentence: '“signer” does not belong in a branch file.' }] });
  });

  test('with the same employer twice takes the first', async () => {
    const twice = { ...council, organisation: 'NORTHSHIRE county council', email: 'other@x.example' };
    const result = await read(render({ employers: [council, twice] }));
    expect(valueOf(result).records).toMatchObject([
      { record: { email: 'dcs@northshire.example' } },
      { kind: 'letter' },
    ]);
    expect(result).toMatchObject({
      leftOut: [{ sentence: '“employers”, entry 2 has the name of an earlier employer.' }],
    });
  });
});

describe('a wrong branch file', () => {
  test.each(wrongFiles)('for %s the message names the kind of file', async (_, content, message) => {
    expect(sentencesOf(await readBranchFile(pick(content), [], countIds()))[0]).toContain(message);
  });

  test.each([
    ['no employer and no letter', render({ employers: [], letters: [] }), 'holds no employer and no letter'],
    ['a later version', '{"format": "Dear Employer branch file", "version": 9}', 'Update'],
    ['a starter file', '{"format": "Dear Employer starter file", "version": 1}', 'not a branch file'],
    [
      'a list of words',
      '{"format": "Dear Employer branch file", "version": 1, "employers": ["Kent"]}',
      'is not a group',
    ],
  ])('%s: the sentence says so', async (_, text, words) => {
    expect(sentencesOf(await read(text)).join(' ')).toContain(words);
  });

  test('a letter that does not parse is left out with its line, and the employers are read', async () => {
    const result = await read(
      render({ letters: [{ ...letter, markdown: markdown.replace('{{', '{{no-') }] }),
    );
    expect(valueOf(result).records.map(({ kind }) => kind)).toEqual(['employer', 'employer']);
    expect(result).toMatchObject({
      leftOut: expect.arrayContaining([
        {
          sentence: expect.stringMatching(/^In the letter “Our request”, line \d+: /),
          line: expect.any(Number),
        },
      ]),
    });
  });
});

test('a branch file of the first version is read whole for ever', async () => {
  const text = readFileSync('tests/golden/branch-file-1.json', 'utf8');
  const given = JSON.parse(text) as Record<'employers' | 'letters', { v: number }[]> & { from: string };
  const result = await read(text);
  expect(result).toMatchObject({ ok: true, leftOut: [] });
  const { records, ...others } = valueOf(result);
  expect(given).toMatchObject(others);
  const givenRecords = [...given.employers, ...given.letters];
  // The version of a record may have grown since.
  const asNow = givenRecords.map((fields) => ({ record: { ...fields, v: expect.any(Number) } }));
  expect(records).toMatchObject(asNow);
  expect(records).toHaveLength(3);
});
