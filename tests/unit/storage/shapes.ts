import type * as v from 'valibot';
import { choicesSchema, firstChoices, firstSettings, settingsSchema } from '../../../lib/storage/choices';
import { presentVersion } from '../../../lib/storage/migrations';
import { recordKey, recordKinds } from '../../../lib/storage/area';
import { type RecordKind, type RecordOf, recordSchemas } from '../../../lib/storage/schema';
import { createBackup } from '../../../lib/transfer/backup';
import { renderBranchFile } from '../../../lib/transfer/branchFile';
import { addChanges } from '../../../lib/transfer/changes';
import { renderEmployersCsv } from '../../../lib/transfer/employersCsv';
import { renderSignersCsv } from '../../../lib/transfer/signersCsv';
import { renderStarterFile } from '../../../lib/transfer/starterFile';
import { asNew, countOwnIds, createFixture, unwrap } from './fakes';

/** A stored shape as plain data: fields with their types, and the words that a field may have. */
export interface Shape {
  [name: string]: Shape | string;
}

const ITEM = 'each of a list';

export function shapeOf(schema: v.GenericSchema): Shape | string {
  const { type, entries, options, wrapped, item } = schema as unknown as {
    type: string;
    entries?: Record<string, v.GenericSchema>;
    options?: string[];
    wrapped?: v.GenericSchema;
    item?: v.GenericSchema;
  };
  if (wrapped) return shapeOf(wrapped);
  if (item) return { [ITEM]: shapeOf(item) };
  if (entries)
    return Object.fromEntries(Object.entries(entries).map(([name, field]) => [name, shapeOf(field)]));
  if (type === 'picklist') return Object.fromEntries((options ?? []).map((word) => [`“${word}”`, 'allowed']));
  return type;
}

export const schemas = { ...recordSchemas, settings: settingsSchema, choices: choicesSchema };

const LETTER = `---
id: our-own-letter
title: Our own letter
subject: Our own letter
when: When ours is to be used.
checkedOn: 2026-11-23
---

## Opening {#opening}

These are our own words.
`;

/** The text of a field, such that a table can say it too. */
function textFor(kind: string, name: string): string {
  if (name === 'markdown') return LETTER;
  if (name === 'replaces') return 'request';
  if (name === 'time') return '16:00';
  if (/postcode/i.test(name)) return 'AB1 2CD';
  if (/phone/i.test(name)) return '01632 960001';
  if (/email/i.test(name)) return `${kind}.${name.toLowerCase()}@example.org`;
  return `${kind} ${name}`;
}

/** A value for every field of a shape, each other than the first one, where it has one. */
function fill(shape: Shape, kind: string, newId: () => string): Record<string, unknown> {
  const valueFor = (name: string, field: Shape | string): unknown => {
    if (name === 'id') return newId();
    if (field === 'string') return textFor(kind, name);
    if (field === 'custom') return '2026-10-05';
    if (field === 'boolean') return !Reflect.get(firstChoices, name);
    if (field === 'number') return 31;
    if (typeof field === 'string') return {};
    const item = field[ITEM];
    if (item) return [typeof item === 'string' ? 'suitable' : fill(item, name, newId)];
    const words = Object.keys(field).filter((word) => word !== '“”');
    return words.at(-1)?.slice(1, -1);
  };
  const fields = Object.entries(shape).filter(([name]) => name !== 'v');
  return Object.fromEntries(fields.map(([name, field]) => [name, valueFor(name, field)]));
}

/** What this version saves and exports with every field filled in, and one letter in quarantine: file names and contents. */
export async function filesOfThisVersion(): Promise<Record<string, string>> {
  const newId = countOwnIds();
  const filled = (kind: keyof typeof schemas, references: object = {}) =>
    ({
      ...fill(shapeOf(schemas[kind]) as Shape, kind, newId),
      v: presentVersion(kind),
      ...references,
    }) as never;
  const employer: RecordOf['employer'] = filled('employer');
  const signer: RecordOf['signer'] = filled('signer', { employerId: employer.id });
  const letter: RecordOf['letter'] = filled('letter');
  const sent: RecordOf['sent'] = filled('sent', { signerId: signer.id, employerId: employer.id });
  const records = { employer, signer, letter, sent };
  const { area, dependencies, repository } = createFixture();
  await repository.replaceEverything(
    recordKinds.map((kind: RecordKind) => ({ kind, record: records[kind] }) as never),
    { ...firstSettings, ...(filled('settings') as object) },
    {
      ...firstChoices,
      ...(filled('choices', {
        signerId: signer.id,
        employerId: employer.id,
        letterId: 'reminder',
        requests: { request: ['suitable'] },
        copies: { [employer.id]: employer.copies.map(({ id }) => id) },
      }) as object),
    },
  );
  const files = {
    'backup.json': unwrap(await createBackup(repository, '2026-10-05')),
    'starter.json': renderStarterFile({ from: 'The branch', signer, employer, letters: [letter] }),
    'branch.json': renderBranchFile({
      from: 'The branch',
      contact: 'Ask us',
      until: '',
      employers: [employer],
      letters: [letter],
    }),
    'employers.csv': renderEmployersCsv([employer]),
    'signers.csv': renderSignersCsv([signer], [employer]),
  };
  const damaged = { ...letter, id: newId(), title: 'A damaged letter' };
  await addChanges(asNew([{ kind: 'letter', record: damaged }]), dependencies);
  await area.set({ [recordKey('letter', damaged.id)]: { ...damaged, markdown: 42 } });
  const values = unwrap(await repository.repairAll());
  const letters = unwrap(await repository.readQuarantinedLetters());
  return {
    ...files,
    'storage.local.json': toJson(area.stored),
    'quarantine.json': toJson({ values, letters }),
  };
}

const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
