import { describe, expect, test } from 'vitest';
import { emptyFields } from '../../../lib/storage/schema';
import { readStarterFile, renderStarterFile } from '../../../lib/transfer/starterFile';
import type { AnyRecord } from '../../../lib/storage/lists';
import { addChanges } from '../../../lib/transfer/changes';
import { compareRecords } from '../../../lib/transfer/comparison';
import { asNew, countIds, createFixture, unwrap } from '../storage/fakes';
import { pick, sentencesOf, valueOf, wrongFiles } from './files';

const markdown = [
  '---',
  'id: branch',
  'order: 10',
  'title: The branch’s letter',
  'when: The first letter.',
  'subject: Risk assessment',
  'checkedOn: 2026-11-23',
  'sources: {}',
  '---',
  '',
  '## Opening {#opening}',
  '',
  'Dear {{addressee}}',
  '',
].join('\n');

const read = (text: string, saved: AnyRecord[] = []) =>
  readStarterFile(pick(text, 'starter.json'), saved, countIds('new'));

function render() {
  return renderStarterFile({
    from: 'Example branch',
    signer: {
      ...emptyFields.signer,
      v: 1,
      id: 'secret-s',
      school: 'Sample Primary',
      employment: 'single-academy-trust',
    },
    employer: {
      ...emptyFields.employer,
      v: 1,
      id: 'secret-e',
      organisation: 'Example Trust',
      kind: 'academy-trust',
      copies: [{ id: 'secret-c', name: 'Clerk', email: '' }],
    },
    letters: [
      {
        ...emptyFields.letter,
        v: 1,
        id: 'secret-l',
        title: 'The branch’s letter',
        markdown,
        supplier: 'Branch',
      },
    ],
  });
}

describe('a starter file', () => {
  test('gives one head’s details, employer and letters, with the signer linked to the employer', async () => {
    const { from, records } = valueOf(await read(render()));
    expect(from).toBe('Example branch');
    expect(records.map(({ kind }) => kind)).toEqual(['employer', 'signer', 'letter']);
    const [employer, signer, letter] = records.map(({ record }) => record);
    expect(signer).toMatchObject({ school: 'Sample Primary', employerId: employer?.id, fullName: '' });
    expect(employer).toMatchObject({ organisation: 'Example Trust', copies: [{ name: 'Clerk' }] });
    expect(letter).toMatchObject({ markdown, supplier: 'Branch', locked: false });
  });

  test('does not contain ids of the branch’s records', () => {
    expect(render()).not.toContain('secret');
  });

  test('adds nothing when it is opened a second time', async () => {
    const { repository, dependencies } = createFixture();
    await addChanges(asNew(valueOf(await read(render())).records), dependencies);
    const saved = unwrap(await repository.readAllKinds());
    const again = valueOf(await read(render(), saved));
    expect(compareRecords(saved, again.records)).toMatchObject({ added: [], changed: [] });
  });

  test('can be written by hand with a single field', async () => {
    const text =
      '{"format": "Dear Employer starter file", "version": 1, "employer": {"organisation": "Kent County Council"}}';
    expect(valueOf(await read(text)).records).toMatchObject([
      { kind: 'employer', record: { organisation: 'Kent County Council', kind: 'other', role: '' } },
    ]);
  });

  test('with unknown fields is read without them', async () => {
    const later = render()
      .replace('"school":', '"pronouns": "they", "school":')
      .replace('"from":', '"colour": {"of": "cover"}, "from":');
    const result = await read(later);
    expect(valueOf(result)).toEqual(valueOf(await read(render())));
    expect(result).toMatchObject({
      leftOut: [
        { sentence: '“colour” is not known to this version.' },
        { sentence: '“signer”, “pronouns” is not known to this version.' },
      ],
    });
  });

  test('does not change fields of a saved record that the file omits', async () => {
    const saved = {
      ...emptyFields.employer,
      v: 1 as const,
      id: 'mine',
      organisation: 'Kent County Council',
      phone: '',
    };
    const text =
      '{"format": "Dear Employer starter file", "version": 1, "employer": {"organisation": "KENT county council", "role": "Director"}}';
    const own: AnyRecord = { kind: 'employer', record: { ...saved, email: 'mine@kent.example' } };
    expect(valueOf(await read(text, [own])).records).toMatchObject([
      { record: { id: 'mine', email: 'mine@kent.example', role: 'Director' } },
    ]);
  });
});

describe('a wrong starter file', () => {
  test.each(wrongFiles)('for %s the message names the kind of file', async (_, content, message) => {
    const result = await readStarterFile(pick(content), [], countIds());
    expect(sentencesOf(result)[0]).toContain(message);
  });

  test('an invalid field is left out with its line, and the other fields are read', async () => {
    const text = render().replace('"school": "Sample Primary"', '"school": ["Sample Primary"]');
    const line = text.split('\n').findIndex((one) => one.includes('"school"')) + 1;
    const result = await read(text);
    expect(result).toMatchObject({
      leftOut: [{ line, sentence: '“signer”, “school” is Array; text is expected.' }],
    });
    expect(valueOf(result).records).toMatchObject([
      { record: { organisation: 'Example Trust' } },
      { record: { school: '', employment: 'single-academy-trust' } },
      { record: { title: 'The branch’s letter' } },
    ]);
  });

  test('a letter that does not parse is left out with the line in the letter', async () => {
    const result = await read(render().replace('{{addressee}}', '{{nobody}}'));
    expect(valueOf(result).records.map(({ kind }) => kind)).toEqual(['employer', 'signer']);
    expect(result).toMatchObject({
      leftOut: [{ sentence: expect.stringMatching(/^In the letter “The branch’s letter”, line 13: .+\.$/) }],
    });
  });

  test('a backup is refused as not a starter file, and a later version asks for an update', async () => {
    expect(sentencesOf(await read('{"format": "Dear Employer backup", "version": 1}'))[0]).toContain(
      'not a starter file',
    );
    expect(sentencesOf(await read('{"format": "Dear Employer starter file", "version": 9}'))[0]).toContain(
      'Update',
    );
  });
});
