import { expect, test, vi } from 'vitest';
import { addChanges } from '../../../lib/transfer/changes';
import { readBackup } from '../../../lib/transfer/backup';
import { firstSettings } from '../../../lib/storage/choices';
import { newRecord } from '../../../lib/storage/schema';
import type * as migrations from '../../../lib/storage/migrations';
import { readStarterFile, renderStarterFile } from '../../../lib/transfer/starterFile';
import { asNew, countIds, createFixture, unwrap } from './fakes';
import { pick, valueOf } from '../transfer/files';
import { goldenStorage, readGolden } from './golden';

/** Simulates the next release: one migration for each kind whose schema it changes, as CONTRIBUTING describes. */
vi.mock('../../../lib/storage/migrations', async (importOriginal) => {
  const original = await importOriginal<typeof migrations>();
  const { migrationSteps } = original;
  const steps: Record<string, readonly migrations.Migration[]> = {
    ...migrationSteps,
    settings: [({ keepMonths, ...rest }) => ({ ...rest, keepMonths: Number(keepMonths) * 2 })],
    choices: [...migrationSteps.choices, ({ attachWord, ...rest }) => ({ ...rest, attachWord: !attachWord })],
    signer: [({ school, ...rest }) => ({ ...rest, school: `${String(school)} (renamed)` })],
    employer: [...migrationSteps.employer, ({ nextPersonUp = '', ...rest }) => ({ ...rest, nextPersonUp })],
    backup: [({ savedOn, ...rest }) => ({ ...rest, savedOn: `${String(savedOn).slice(0, 8)}01` })],
    starter: [({ from, ...rest }) => ({ ...rest, from: `${String(from)} (renamed)` })],
  };
  return {
    ...original,
    migrationSteps: steps,
    presentVersion: (kind: string) => (steps[kind]?.length ?? 0) + 1,
  };
});

test('settings of the previous release are read from storage and from a backup', async () => {
  const saved = goldenStorage()['settings'] as object;
  const expected = { ...firstSettings, ...saved, v: 2, keepMonths: 48 };
  const { repository } = createFixture(goldenStorage());
  expect(unwrap(await repository.readSettings())).toEqual(expected);
  expect(unwrap(await repository.repairAll())).toEqual([]);
  expect(valueOf(await readBackup(pick(readGolden('backup.json')))).settings).toEqual(expected);
});

test('choices of the previous release are read from storage and from a backup', async () => {
  const { repository } = createFixture(goldenStorage());
  expect(unwrap(await repository.readChoices())).toMatchObject({
    v: 3,
    attachWord: false,
    mentionUnion: true,
  });
  const restored = valueOf(await readBackup(pick(readGolden('backup.json'))));
  expect(restored.choices).toEqual(unwrap(await repository.readChoices()));
});

test('backups and starter files of the previous release are migrated as a whole', async () => {
  const backup = valueOf(await readBackup(pick(readGolden('backup.json'))));
  expect(backup.savedOn).toMatch(/-01$/);
  const starter = valueOf(await readStarterFile(pick(readGolden('starter.json')), [], countIds('new')));
  expect(starter.from).toMatch(/ \(renamed\)$/);
});

test('every record of the previous release is read from storage and from a backup', async () => {
  const { repository } = createFixture(goldenStorage());
  expect(unwrap(await repository.repairAll())).toEqual([]);
  const fromStorage = unwrap(await repository.readAllKinds());
  expect(fromStorage).toHaveLength(6);
  expect(fromStorage[0]).toMatchObject({ record: { v: 2, school: 'Larkrise Primary School (renamed)' } });
  expect(valueOf(await readBackup(pick(readGolden('backup.json')))).records).toEqual(fromStorage);
});

test('a starter file of the previous release is read', async () => {
  const { records } = valueOf(await readStarterFile(pick(readGolden('starter.json')), [], countIds('new')));
  expect(records).toMatchObject([
    { kind: 'employer', record: { v: 3, organisation: 'Northshire County Council' } },
    { kind: 'signer', record: { v: 2, school: 'Larkrise Primary School (renamed)' } },
    { kind: 'letter', record: { v: 1 } },
  ]);
  const { repository, dependencies } = createFixture();

  expect(await addChanges(asNew(records), dependencies)).toMatchObject({ ok: true });
  expect(unwrap(await repository.readAllKinds())).toHaveLength(3);
});

test('a new record has the current version', async () => {
  const { repository } = createFixture();
  const signer = unwrap(await repository.addSigner({ fullName: 'Sam Carter' }));
  expect(signer.v).toBe(2);
  expect(unwrap(await repository.readAll('signer'))).toEqual([signer]);
  expect(unwrap(await repository.saveSettings({ agreedOn: '2026-11-01' })).v).toBe(2);
});

test('an older starter file does not empty fields that the head has filled in', async () => {
  const employer = { ...newRecord('employer', 'e'), organisation: 'Example Trust', nextPersonUp: 'Chair' };
  const old = { organisation: 'Example Trust', role: 'Chief Executive' };
  const text = JSON.stringify({ format: 'Dear Employer starter file', version: 1, employer: old });
  const saved = [{ kind: 'employer', record: employer } as const];
  const { records } = valueOf(await readStarterFile(pick(text), saved, countIds('new')));
  expect(records).toEqual([{ kind: 'employer', record: { ...employer, role: 'Chief Executive' } }]);
});

test('a starter file contains the version of its records, so that no migration runs twice', async () => {
  const signer = { ...newRecord('signer', 's'), school: 'Sample Primary' };
  const text = renderStarterFile({ from: '', signer, employer: null, letters: [] });
  const { records } = valueOf(await readStarterFile(pick(text), [], countIds('new')));
  expect(records).toMatchObject([{ record: { school: 'Sample Primary', v: 2 } }]);
  const later = text.replace('"v": 2', '"v": 3');
  // Of a later version, but every field is known here.
  expect(await readStarterFile(pick(later), [], countIds('new'))).toMatchObject({ ok: true, leftOut: [] });
});
