import { expect, test } from 'vitest';
import { createBackup, readBackup } from '../../../lib/transfer/backup';
import { readEmployersCsv } from '../../../lib/transfer/employersCsv';
import { readSignersCsv } from '../../../lib/transfer/signersCsv';
import { recordKey } from '../../../lib/storage/area';
import { readStarterFile } from '../../../lib/transfer/starterFile';
import type { Choices, Settings } from '../../../lib/storage/choices';
import type { Employer, OwnLetter, SentLetter, Signer } from '../../../lib/storage/schema';
import { countIds, createFixture, unwrap } from './fakes';
import { pick, valueOf } from '../transfer/files';
import { asReadNow, goldenStorage, readGolden } from './golden';

interface GoldenBackup {
  savedOn: string;
  signers: Signer[];
  employers: Employer[];
  ownLetters: OwnLetter[];
  sentLetters: SentLetter[];
  settings: Settings;
  choices: Choices;
}
/** Compared with `toMatchObject`: a later release may add fields to those of 0.1.0, but not remove or change any. */
const goldenBackup = JSON.parse(readGolden('backup.json')) as GoldenBackup;
const { signers, ownLetters, sentLetters, settings, choices } = goldenBackup;
/** The one change since: employers have no council code. */
function toVersion2(employer: Employer & { councilCode?: string }) {
  const { councilCode: _, ...others } = employer;
  return { ...others, v: 2 };
}
const employers = goldenBackup.employers.map(toVersion2);

function goldenStorageNow(): Record<string, unknown> {
  const entries = Object.entries(goldenStorage());
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key.startsWith('employer:') ? toVersion2(value as Employer) : value]),
  );
}

test('everything stored by release 0.1.0 is read, and nothing is lost or quarantined', async () => {
  const stored = goldenStorage();
  const { area, repository } = createFixture(stored);
  expect(unwrap(await repository.repairAll())).toEqual([]);
  expect(unwrap(await repository.readAll('signer'))).toMatchObject(signers);
  expect(unwrap(await repository.readAll('employer'))).toMatchObject(employers);
  expect(unwrap(await repository.readAll('letter'))).toMatchObject(ownLetters);
  expect(unwrap(await repository.readAll('sent'))).toMatchObject(sentLetters);
  expect(unwrap(await repository.readSettings())).toMatchObject(settings);
  expect(unwrap(await repository.readChoices())).toMatchObject(asReadNow(choices));
  expect(unwrap(await repository.readIndex())).toMatchObject(asReadNow(stored['index'] as object));
  expect(unwrap(await repository.readSentList())).toMatchObject(stored['sentList'] as object);
  expect(area.stored).toMatchObject(goldenStorageNow());
});

test('a backup of data stored by release 0.1.0 contains everything in the backup made by 0.1.0', async () => {
  const { repository } = createFixture(goldenStorage());
  const backup = unwrap(
    await createBackup(repository, goldenBackup.savedOn as `${number}-${number}-${number}`),
  );
  expect(JSON.parse(backup)).toMatchObject(asReadNow({ ...goldenBackup, employers }));
});

test('restoring a backup made by release 0.1.0 gives the storage of 0.1.0', async () => {
  const read = valueOf(await readBackup(pick(readGolden('backup.json'))));
  expect(read.savedOn).toBe(goldenBackup.savedOn);
  const { area, repository } = createFixture();
  await repository.replaceEverything(read.records, read.settings, read.choices);
  const stored = asReadNow(goldenStorageNow());
  const keys = [...signers.map(({ id }) => recordKey('signer', id)), 'index', 'sentList', 'settings'];
  expect(keys.map((key) => area.stored[key])).toMatchObject(keys.map((key) => stored[key]));
  expect(area.stored).toMatchObject(stored);
});

test('a starter file made by release 0.1.0 is read with every field of its signer, employer and letter', async () => {
  const read = valueOf(await readStarterFile(pick(readGolden('starter.json')), [], countIds('new')));
  const given = JSON.parse(readGolden('starter.json')) as Record<'signer' | 'employer', object> & {
    from: string;
    letters: object[];
  };
  expect(read.from).toBe(given.from);
  expect(read.records).toMatchObject([
    { kind: 'employer', record: toVersion2(given.employer as Employer) },
    { kind: 'signer', record: given.signer },
    { kind: 'letter', record: given.letters[0] },
  ]);
});

test('reading tables exported by release 0.1.0 does not change the same saved records', async () => {
  const { repository } = createFixture(goldenStorage());
  const saved = {
    signers: unwrap(await repository.readAll('signer')),
    employers: unwrap(await repository.readAll('employer')),
  };
  const employersTable = pick(readGolden('employers.csv'));
  const readEmployers = valueOf(await readEmployersCsv(employersTable, saved.employers, countIds('new')));
  expect(readEmployers.map(({ record }) => record)).toEqual(saved.employers);
  expect(saved.employers).toMatchObject(employers);
  const readSigners = valueOf(await readSignersCsv(pick(readGolden('signers.csv')), saved, countIds('new')));
  expect(readSigners.map(({ record }) => record)).toMatchObject(signers);
});
