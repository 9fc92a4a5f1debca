import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { FileResult } from '../../../lib/files/readText';
import { recordKinds } from '../../../lib/storage/area';
import { presentVersion } from '../../../lib/storage/migrations';
import { checkRecord } from '../../../lib/storage/repair';
import { newRecord, recordSchemas } from '../../../lib/storage/schema';
import { readBackup } from '../../../lib/transfer/backup';
import { readBranchFile } from '../../../lib/transfer/branchFile';
import { readEmployersCsv } from '../../../lib/transfer/employersCsv';
import { readSignersCsv } from '../../../lib/transfer/signersCsv';
import { readStarterFile } from '../../../lib/transfer/starterFile';
import { countIds, createFixture, unwrap, type Stored } from './fakes';
import { filesOfThisVersion, type Shape, schemas, shapeOf } from './shapes';
import { pick, valueOf } from '../transfer/files';

/**
 * What each version saved is read whole for ever: a folder of tests/golden for each release, and the shape of each
 * version of each kind in tests/golden/shapes.json. Files there are added, never changed.
 */
const golden = resolve(import.meta.dirname, '../../golden');

/** `npm run release` records what its version saves, in a folder of that name. */
const { RECORD_RELEASE: newVersion } = process.env;
if (newVersion) {
  mkdirSync(resolve(golden, newVersion), { recursive: true });
  for (const [name, content] of Object.entries(await filesOfThisVersion()))
    writeFileSync(resolve(golden, newVersion, name), content);
}
const releases = readdirSync(golden).filter((name) => existsSync(resolve(golden, name, 'backup.json')));

type Fields = Record<string, unknown>;
/** Fields that a migration has removed or renamed on purpose. All others must be there, with their values. */
const removed = ['councilCode', 'leaveOutStrongest'];

function withoutRemoved(saved: unknown): Fields {
  return Object.fromEntries(
    Object.entries(saved as Fields)
      .filter(([name]) => !removed.includes(name) && name !== 'v')
      .map(([name, value]) => [name, name === 'lastUsed' ? withoutRemoved(value) : value]),
  );
}

const readFile = (release: string, name: string) => readFileSync(resolve(golden, release, name), 'utf8');
const has = (release: string, name: string) => existsSync(resolve(golden, release, name));
const readJson = (release: string, name: string) => JSON.parse(readFile(release, name)) as Stored;

/** For each kind, what was saved and what is read now. */
type Matrix = Record<string, (release: string) => Promise<{ saved: unknown[]; now: unknown[] }>>;

function fromStorage(release: string) {
  const stored = readJson(release, 'storage.local.json');
  const { repository } = createFixture(stored);
  return { stored, repository };
}

const listNames = {
  signer: 'signers',
  employer: 'employers',
  letter: 'ownLetters',
  sent: 'sentLetters',
} as const;

const matrix: Matrix = {
  ...Object.fromEntries(
    recordKinds.map((kind) => [
      `storage: ${kind}`,
      async (release: string) => {
        const { stored, repository } = fromStorage(release);
        const saved = Object.keys(stored).filter((key) => key.startsWith(`${kind}:`));
        const now = unwrap(await repository.readAll(kind));
        return { saved: saved.map((key) => stored[key]), now };
      },
    ]),
  ),
  'storage: index': async (release) => {
    const { stored, repository } = fromStorage(release);
    return { saved: [stored['index']], now: [unwrap(await repository.readIndex())] };
  },
  'storage: list of sent letters': async (release) => {
    const { stored, repository } = fromStorage(release);
    return { saved: stored['sentList'] as unknown[], now: unwrap(await repository.readSentList()) };
  },
  'storage: settings': async (release) => {
    const { stored, repository } = fromStorage(release);
    return { saved: [stored['settings']], now: [unwrap(await repository.readSettings())] };
  },
  'storage: choices': async (release) => {
    const { stored, repository } = fromStorage(release);
    const { lastUsed } = stored['index'] as { lastUsed: unknown };
    return { saved: [lastUsed], now: [unwrap(await repository.readChoices())] };
  },
  ...Object.fromEntries(
    recordKinds.map((kind) => [
      `backup: ${kind}`,
      async (release: string) => {
        const saved = readJson(release, 'backup.json');
        const { records } = await readWhole(readBackup(pick(JSON.stringify(saved))));
        const now = records.filter((one) => one.kind === kind).map(({ record }) => record);
        return { saved: saved[listNames[kind]] as unknown[], now };
      },
    ]),
  ),
  'backup: settings, choices and date': async (release) => {
    const { settings, choices, savedOn } = readJson(release, 'backup.json');
    const read = await readWhole(readBackup(pick(readFile(release, 'backup.json'))));
    return {
      saved: [settings, choices, { savedOn }],
      now: [read.settings, read.choices, { savedOn: read.savedOn }],
    };
  },
  'starter file': async (release) => {
    const { employer, signer, letters, from } = readJson(release, 'starter.json');
    const text = readFile(release, 'starter.json');
    const read = await readWhole(readStarterFile(pick(text), [], countIds('new')));
    return {
      saved: [employer, signer, ...(letters as unknown[]), { from }],
      now: [...read.records.map(({ record }) => record), { from: read.from }],
    };
  },
  'storage: quarantine': async (release) => {
    const { repository } = fromStorage(release);
    const values = unwrap(await repository.repairAll());
    const letters = unwrap(await repository.readQuarantinedLetters());
    const nothing = { values: [], letters: [] };
    const saved = has(release, 'quarantine.json') ? readJson(release, 'quarantine.json') : nothing;
    return { saved: [saved], now: [{ values, letters }] };
  },
  'branch file': async (release) => {
    const { employers, letters, from, contact } = readJson(release, 'branch.json');
    const read = await readWhole(readBranchFile(pick(readFile(release, 'branch.json')), [], countIds('new')));
    return {
      saved: [...(employers as unknown[]), ...(letters as unknown[]), { from, contact }],
      now: [...read.records.map(({ record }) => record), { from: read.from, contact: read.contact }],
    };
  },
  'table of employers': async (release) => {
    const { employers } = readJson(release, 'backup.json');
    const saved = (employers as unknown[]).map((each) =>
      v.parse(recordSchemas.employer, upToDate('employer', each)),
    );
    const read = readEmployersCsv(pick(readFile(release, 'employers.csv')), saved, countIds('new'));
    return { saved: employers as unknown[], now: (await readWhole(read)).map(({ record }) => record) };
  },
  'table of signers': async (release) => {
    const { signers, employers } = readJson(release, 'backup.json');
    const saved = {
      signers: (signers as unknown[]).map((each) => v.parse(recordSchemas.signer, upToDate('signer', each))),
      employers: (employers as unknown[]).map((each) =>
        v.parse(recordSchemas.employer, upToDate('employer', each)),
      ),
    };
    const read = readSignersCsv(pick(readFile(release, 'signers.csv')), saved, countIds('new'));
    return { saved: signers as unknown[], now: (await readWhole(read)).map(({ record }) => record) };
  },
};

const upToDate = (kind: 'signer' | 'employer', record: unknown) => ({
  ...withoutRemoved(record),
  v: presentVersion(kind),
});

/** The value read, when nothing of the file was left out and nothing is asked about it. */
async function readWhole<T>(reading: Promise<FileResult<T>>): Promise<T> {
  const read = await reading;
  if (read.ok) expect([...(read.leftOut ?? []), ...(read.questions ?? [])]).toEqual([]);
  return valueOf(read);
}

describe.each(releases)('saved by release %s', (release) => {
  const hasBranchFile = has(release, 'branch.json');
  const entries = Object.entries(matrix).filter(([name]) => hasBranchFile || name !== 'branch file');
  test.each(entries)('%s: is read now without a loss', async (_, read) => {
    const { saved, now } = await read(release);
    expect(saved.length).toBeGreaterThan(0);
    expect(now).toHaveLength(saved.length);
    expect(now).toMatchObject(saved.map(withoutRemoved));
  });
});

const kinds = Object.keys(schemas) as (keyof typeof schemas)[];
const shapesFile = resolve(golden, 'shapes.json');
type Shapes = Record<string, Record<string, Shape | string>>;

/** After a migration, `RECORD_SHAPES=1 npm run test:unit -- releases` adds the present shape of each kind. */
function readShapes(): Shapes {
  const shapes = existsSync(shapesFile) ? (JSON.parse(readFileSync(shapesFile, 'utf8')) as Shapes) : {};
  if (process.env['RECORD_SHAPES'] !== '1' && !newVersion) return shapes;
  for (const kind of kinds)
    shapes[kind] = { ...shapes[kind], [presentVersion(kind)]: shapeOf(schemas[kind]) };
  writeFileSync(shapesFile, `${JSON.stringify(shapes, null, 2)}\n`);
  return shapes;
}

describe('the shape of what is saved', () => {
  const shapes = readShapes();

  test.each(kinds)(
    '%s: no field or word of its version is removed, renamed or of another type without a migration',
    (kind) => {
      const recorded = shapes[kind]?.[presentVersion(kind)];
      if (!recorded)
        throw new Error(`${kind} has a new version: run RECORD_SHAPES=1 npm run test:unit -- releases`);
      expect({ shape: shapeOf(schemas[kind]) }).toMatchObject({ shape: recorded });
    },
  );

  test.each(recordKinds)(
    '%s: every field has a default, so that what was saved without it is read',
    (kind) => {
      const read = checkRecord(kind, 'a', { v: presentVersion(kind), id: 'a' });
      expect(read).toEqual({ ok: true, record: newRecord(kind, 'a'), changed: false, lost: null });
    },
  );
});
