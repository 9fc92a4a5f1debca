import { describe, expect, test } from 'vitest';
import { readBackup } from '../../../lib/transfer/backup';
import type { AnyRecord } from '../../../lib/storage/lists';
import { firstChoices, firstSettings } from '../../../lib/storage/choices';
import { newRecord, type RecordKind, type RecordOf } from '../../../lib/storage/schema';
import { createFixture, unwrap } from '../storage/fakes';
import { pick, valueOf } from './files';
import { readGolden } from '../storage/golden';

/** Everything refers to everything, and each id is the given one. */
function backupWithId(id: unknown) {
  const anyId = id as string;
  const item = { id, name: 'Clerk', email: '' };
  return {
    format: 'Dear Employer backup',
    version: 1,
    savedOn: '2026-11-23',
    signers: [
      {
        ...newRecord('signer', anyId, { fullName: 'Sam Carter', employerId: anyId }),
        coSigners: [{ id, fullName: 'Tom Adeyemi', jobTitle: '', agreed: true }],
      },
    ],
    employers: [{ ...newRecord('employer', anyId, { organisation: 'Mill Trust' }), copies: [item] }],
    ownLetters: [newRecord('letter', anyId, { title: 'Ours', markdown: 'x', replaces: 'request' })],
    sentLetters: [
      {
        ...newRecord('sent', anyId, {
          signerId: anyId,
          employerId: anyId,
          letterId: anyId,
          sentOn: '2026-11-02',
        }),
        replies: [{ id, date: '2026-11-09', kind: 'holding', note: '', promisedDate: '' }],
        meetings: [{ id, date: '2026-11-12', note: '' }],
      },
    ],
    settings: firstSettings,
    choices: {
      ...firstChoices,
      letterId: id,
      signerId: id,
      employerId: id,
      requests: { [anyId]: ['plan'] },
      copies: { [anyId]: [id] },
    },
  };
}

const OWN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const OURS = '00000001-1111-4222-8333-444455556666';

function only<K extends RecordKind>(records: readonly AnyRecord[], wanted: K): RecordOf[K] {
  const found = records.filter(({ kind }) => kind === wanted);
  expect(found).toHaveLength(1);
  return found[0]!.record as RecordOf[K];
}

describe('ids in a backup', () => {
  test.each([
    'constructor',
    'toString',
    '__proto__',
    'signer:a',
    'id with spaces',
    'x'.repeat(100_000),
    OURS.replace(/1/g, 'A'),
    `${OURS} `,
    'no-such-letter',
  ])('a foreign id is replaced by one of ours, with all references to it (%#)', async (id) => {
    const read = await readBackup(pick(JSON.stringify(backupWithId(id))));
    const isPropertyName = id === 'constructor' || id === '__proto__';
    expect(read).toMatchObject({ ok: true, leftOut: isPropertyName ? [{}, {}] : [] });
    const { records, choices } = valueOf(read);
    const signer = only(records, 'signer');
    const employer = only(records, 'employer');
    const letter = only(records, 'letter');
    const sent = only(records, 'sent');
    for (const record of [signer, employer, letter, sent]) expect(record.id).toMatch(OWN);
    const items = [signer.coSigners, employer.copies, sent.replies, sent.meetings].map(([item]) => item!.id);
    for (const item of items) expect(item).toMatch(OWN);
    expect(signer.employerId).toBe(employer.id);
    expect(sent).toMatchObject({ signerId: signer.id, employerId: employer.id, letterId: letter.id });
    expect(letter.replaces).toBe('request');
    expect(choices).toMatchObject({ letterId: letter.id, signerId: signer.id, employerId: employer.id });
    // Ticks under such a name are left out.
    if (!isPropertyName) {
      expect(choices.requests).toEqual({ [letter.id]: ['plan'] });
      expect(choices.copies).toEqual({ [employer.id]: [employer.copies[0]!.id] });
    }
  });

  test.each([
    ['a number', 7],
    ['empty', ''],
    ['null', null],
    ['a group', { a: 1 }],
    ['missing', undefined],
  ])('a record whose id is %s gets one of ours and keeps its fields', async (_, id) => {
    const { records } = valueOf(await readBackup(pick(JSON.stringify(backupWithId(id)))));
    expect(records).toHaveLength(4);
    for (const { record } of records) expect(record.id).toMatch(OWN);
    expect(only(records, 'signer')).toMatchObject({ fullName: 'Sam Carter', coSigners: [{ agreed: true }] });
    expect(only(records, 'sent')).toMatchObject({ replies: [{ kind: 'holding' }], meetings: [{}] });
  });

  test('an own letter with the id of one of our letters does not take its place', async () => {
    const backup = backupWithId('reminder');
    const { records, choices } = valueOf(await readBackup(pick(JSON.stringify(backup))));
    expect(only(records, 'letter').id).toMatch(OWN);
    expect(choices.letterId).toBe('reminder');
    expect(choices.requests).toEqual({ reminder: ['plan'] });
  });

  test('of two records with one id both are kept, and references mean the first', async () => {
    const backup = backupWithId(OURS);
    backup.employers.push({ ...backup.employers[0]!, organisation: 'Second Trust' });
    const { records } = valueOf(await readBackup(pick(JSON.stringify(backup))));
    const employers = records.flatMap((one) => (one.kind === 'employer' ? [one.record] : []));
    expect(employers.map(({ organisation }) => organisation)).toEqual(['Mill Trust', 'Second Trust']);
    expect(employers[0]!.id).toBe(OURS);
    expect(employers[1]!.id).toMatch(OWN);
    expect(employers[1]!.id).not.toBe(OURS);
    expect(only(records, 'signer').employerId).toBe(OURS);
  });

  test('an employer with the id of a signer keeps it', async () => {
    const { records } = valueOf(await readBackup(pick(JSON.stringify(backupWithId(OURS)))));
    expect(records.map(({ record }) => record.id)).toEqual([OURS, OURS, OURS, OURS]);
  });

  test('ids that differ in case only belong to two records', async () => {
    const backup = backupWithId('ABC');
    backup.employers.push({ ...backup.employers[0]!, id: 'abc', organisation: 'Second Trust' });
    backup.sentLetters[0]!.employerId = 'abc';
    const { records } = valueOf(await readBackup(pick(JSON.stringify(backup))));
    const employers = records.flatMap((one) => (one.kind === 'employer' ? [one.record] : []));
    expect(only(records, 'signer').employerId).toBe(employers[0]!.id);
    expect(only(records, 'sent').employerId).toBe(employers[1]!.id);
  });

  test('our own ids, also those of proposed copies, stay as they are', async () => {
    const golden = JSON.parse(readGolden('backup.json')) as { employers: { copies: object[] }[] };
    golden.employers[0]!.copies.push({ id: 'proposed-2', name: 'Chair', email: '' });
    const text = JSON.stringify(golden);
    const [first, second] = [await readBackup(pick(text)), await readBackup(pick(text))];
    expect(valueOf(first)).toEqual(valueOf(second));
    expect(JSON.stringify(valueOf(first).records)).toContain('proposed-2');
  });

  test('what was restored is stored under the new ids and found by them', async () => {
    const { records, settings, choices } = valueOf(
      await readBackup(pick(JSON.stringify(backupWithId('constructor')))),
    );
    const { area, repository } = createFixture();
    expect(await repository.replaceEverything(records, settings, choices)).toEqual({ ok: true });
    expect(unwrap(await repository.repairAll())).toEqual([]);
    expect(unwrap(await repository.readAllKinds())).toHaveLength(4);
    expect(JSON.stringify(area.stored)).not.toContain('constructor');
  });
});
