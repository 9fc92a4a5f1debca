import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addChanges } from '../../../lib/transfer/changes';
import { expect, test } from 'vitest';
import { readBackup } from '../../../lib/transfer/backup';
import { readBranchFile } from '../../../lib/transfer/branchFile';
import { readEmployersCsv } from '../../../lib/transfer/employersCsv';
import { readSignersCsv } from '../../../lib/transfer/signersCsv';
import { readStarterFile } from '../../../lib/transfer/starterFile';
import { formatProblem, type FileResult } from '../../../lib/files/readText';
import type { AnyRecord } from '../../../lib/storage/lists';
import { asNew, createFixture, unwrap, type Stored } from '../storage/fakes';
import { changed, RUNS, RUNS_TIMEOUT, someChanges } from '../storage/damage';
import { pick } from './files';
import { goldenStorage, readGolden } from '../storage/golden';

const newId = () => crypto.randomUUID();

/** Either records that the storage accepts, or at least one sentence. */
async function expectResultOrSentence(
  result: FileResult<unknown>,
  records: readonly AnyRecord[],
): Promise<void> {
  const problems = result.ok ? (result.leftOut ?? []) : result.problems;
  for (const problem of problems) expect(formatProblem('a file', problem)).toMatch(/^[^\n]{10,}\.$/s);
  if (!result.ok) return expect(problems).not.toEqual([]);
  const { repository, dependencies } = createFixture();
  expect(await addChanges(asNew(records), dependencies)).toMatchObject({ ok: true });
  expect(unwrap(await repository.repairAll())).toEqual([]);
}

const golden = {
  backup: JSON.parse(readGolden('backup.json')),
  starter: JSON.parse(readGolden('starter.json')),
  branch: JSON.parse(readFileSync('tests/golden/branch-file-1.json', 'utf8')),
};

test(
  'a backup with any values in any places gives records or a sentence',
  async () => {
    await fc.assert(
      fc.asyncProperty(someChanges, async (changes) => {
        const result = await readBackup(pick(JSON.stringify(changed(golden.backup, changes))));
        await expectResultOrSentence(result, result.ok ? result.value.records : []);
        if (!result.ok) return;
        const { repository } = createFixture();
        const { records, settings, choices } = result.value;
        expect(await repository.replaceEverything(records, settings, choices)).toEqual({ ok: true });
        expect(unwrap(await repository.readChoices())).toEqual(choices);
        expect(unwrap(await repository.readSettings())).toEqual(settings);
      }),
      { numRuns: RUNS },
    );
  },
  RUNS_TIMEOUT,
);

test.each([
  ['starter', readStarterFile],
  ['branch', readBranchFile],
] as const)(
  'a %s file with any values in any places gives records or a sentence',
  async (kind, readFile) => {
    await fc.assert(
      fc.asyncProperty(someChanges, async (changes) => {
        const file = pick(JSON.stringify(changed(golden[kind], changes)));
        const result = await readFile(file, [], newId);
        await expectResultOrSentence(result, result.ok ? result.value.records : []);
      }),
      { numRuns: RUNS },
    );
  },
  RUNS_TIMEOUT,
);

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('"', ',', ';', '\n', '=1+1', '__proto__', 'toString'),
);
const heading = fc.constantFrom(
  'Full name',
  'School',
  'Organisation',
  'Kind',
  'Copies',
  'Email',
  'Employer',
  '__proto__',
  'constructor',
  '',
  'Fax',
);

test(
  'any table gives records or a sentence',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(heading, { maxLength: 5 }),
        fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 4 }),
        fc.constantFrom(',', ';', '\t'),
        async (headings, rows, delimiter) => {
          const text = [headings, ...rows].map((row) => row.join(delimiter)).join('\n');
          const signers = await readSignersCsv(pick(text, 'a.csv'), { signers: [], employers: [] }, newId);
          await expectResultOrSentence(signers, signers.ok ? signers.value : []);
          const employers = await readEmployersCsv(pick(text, 'a.csv'), [], newId);
          await expectResultOrSentence(employers, employers.ok ? employers.value : []);
        },
      ),
      { numRuns: RUNS },
    );
  },
  RUNS_TIMEOUT,
);

test(
  'any damage to the storage leaves every other record readable, and nothing is thrown',
  async () => {
    const before = goldenStorage();
    await fc.assert(
      fc.asyncProperty(someChanges, async (changes) => {
        const stored = changed(before, changes) as Stored;
        const { repository } = createFixture(stored);
        const index = unwrap(await repository.readIndex());
        unwrap(await repository.repairAll());
        const records = unwrap(await repository.readAllKinds());
        unwrap(await repository.readSettings());
        unwrap(await repository.saveChoices({ letterId: 'request' }));
        expect(Array.isArray(index.signers)).toBe(true);
        for (const key of Object.keys(before).filter((name) => /^(signer|employer|letter|sent):/.test(name)))
          if (JSON.stringify(stored[key]) === JSON.stringify(before[key]))
            expect(records.map(({ kind, record }) => `${kind}:${record.id}`)).toContain(key);
      }),
      { numRuns: RUNS },
    );
  },
  RUNS_TIMEOUT,
);
