import * as v from 'valibot';
import type { IsoDate } from '../letter/model';
import { readSettings } from '../storage/repair';
import type { FileResult, PickedFile } from '../files/readText';
import { placeProblems } from '../files/json';
import type { AnyRecord } from '../storage/lists';
import type { Repository } from '../storage/repository';
import { type Choices, firstChoices, firstSettings, readChoices, type Settings } from '../storage/choices';
import { newRecord, type RecordKind, recordSchemas } from '../storage/schema';
import { type Got, recordKey, recordKinds } from '../storage/area';
import { day } from '../storage/fieldSchemas';
import { type GivenParts, headOf, type OpenedFile, openOwnFile } from './readGiven';
import { letterHeadings } from '../letter/builtInOnDemand';

/** The content of a backup file. */
export interface Backup {
  /** Empty when the file does not say it. */
  savedOn: IsoDate;
  records: AnyRecord[];
  settings: Settings;
  choices: Choices;
}

/** The names of the lists in the file. */
const listNames = {
  signer: 'signers',
  employer: 'employers',
  letter: 'ownLetters',
  sent: 'sentLetters',
} as const satisfies Record<RecordKind, string>;

/** Returns a backup of everything saved. Quarantined values have their own file. */
export async function createBackup(repository: Repository, today: IsoDate): Promise<Got<string>> {
  const settings = await repository.readSettings();
  const choices = await repository.readChoices();
  const records = await repository.readAllKinds();
  if (!settings.ok) return settings;
  if (!choices.ok) return choices;
  if (!records.ok) return records;
  const backup = {
    savedOn: today,
    records: records.value,
    settings: settings.value,
    choices: choices.value,
  };
  return { ok: true, value: renderBackup(backup) };
}

/** The file’s text, as indented JSON. */
export function renderBackup({ savedOn, records, settings, choices }: Backup): string {
  const lists = recordKinds.map((kind) => [
    listNames[kind],
    records.filter((saved) => saved.kind === kind).map(({ record }) => record),
  ]);
  const backup = {
    ...headOf('backup'),
    savedOn,
    ...Object.fromEntries(lists),
    settings,
    choices,
  };
  return `${JSON.stringify(backup, null, 2)}\n`;
}

/** Reads and checks a backup, without storing anything. */
export async function readBackup(file: PickedFile): Promise<FileResult<Backup>> {
  const opened = await openOwnFile(file, 'backup');
  return opened.ok ? checkBackup(opened.value) : opened;
}

/** The names in the file, in their order. */
const names = ['format', 'version', 'savedOn', ...Object.values(listNames), 'settings', 'choices'];

function checkBackup({ json, body, parts }: OpenedFile): FileResult<Backup> {
  const backup = readBody(parts.keepKnown(body, names), parts);
  const leftOut = placeProblems(json, parts.leftOut);
  if (backup.records.length === 0 && leftOut.length > 0) return { ok: false, problems: leftOut };
  return { ok: true, value: backup, leftOut };
}

function readBody(body: Record<string, unknown>, parts: GivenParts): Backup {
  const savedOn = v.safeParse(day, body['savedOn']);
  if (!savedOn.success) parts.leaveOut(['savedOn'], 'is not a date such as 2026-11-23.');
  const records = recordKinds.flatMap((kind) => readList(kind, body[listNames[kind]], parts));
  // The default period would delete letters that the user meant to keep.
  const unlimited = { ...firstSettings, keepMonths: null };
  return renewIds({
    savedOn: savedOn.success ? savedOn.output : '',
    records,
    settings: parts.readGroup(
      'settings',
      body['settings'],
      unlimited,
      (found) => readSettings(found).settings,
    ),
    choices: parts.readGroup('choices', body['choices'], firstChoices, readChoices),
  });
}

function readList(kind: RecordKind, list: unknown, parts: GivenParts): AnyRecord[] {
  const name = listNames[kind];
  if (!Array.isArray(list)) {
    parts.leaveOut([name], list === undefined ? 'is missing.' : 'is not a list.');
    return [];
  }
  return list.flatMap((entry: unknown, at) => {
    const fields = parts.readRecord(kind, entry, [name, at]);
    if (!fields) return [];
    const id = typeof fields['id'] === 'string' && fields['id'] !== '' ? fields['id'] : crypto.randomUUID();
    return [{ kind, record: v.parse(recordSchemas[kind], newRecord(kind, id, fields)) } as AnyRecord];
  });
}

/** Ids as this extension makes them. Another could be the id of one of our letters, or the name of a property of every object. */
const OWN_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|proposed-\d{1,3})$/;

/** Gives a new id to each record and item whose id is not of our making or is taken, and changes all references to it. */
function renewIds(backup: Backup): Backup {
  const renewed = new Map<string, string>();
  const idOf = (kind: RecordKind | 'item', id: string) => {
    if (id === '' || OWN_ID.test(id)) return id;
    const key = `${kind}:${id}`;
    const own = renewed.get(key) ?? crypto.randomUUID();
    renewed.set(key, own);
    return own;
  };
  const letters = new Set(backup.records.flatMap(({ kind, record }) => (kind === 'letter' ? record.id : [])));
  for (const { id } of letterHeadings) letters.delete(id);
  const idsOf: Ids = {
    signer: (id) => idOf('signer', id),
    employer: (id) => idOf('employer', id),
    letter: (id) => (letters.has(id) ? idOf('letter', id) : id),
    item: (id) => idOf('item', id),
  };
  const taken = new Set<string>();
  const records = backup.records.map((saved) => {
    const wanted = idOf(saved.kind, saved.record.id);
    const id = taken.has(recordKey(saved.kind, wanted)) ? crypto.randomUUID() : wanted;
    taken.add(recordKey(saved.kind, id));
    const { kind, record } = renewReferences(saved, idsOf);
    return { kind, record: { ...record, id } } as AnyRecord;
  });
  return { ...backup, records, choices: renewChoices(backup.choices, idsOf) };
}

type Ids = Record<'signer' | 'employer' | 'letter' | 'item', (id: string) => string>;

function renewReferences(saved: AnyRecord, { signer, employer, letter, item }: Ids): AnyRecord {
  const items = <T extends { id: string }>(list: T[]) => list.map((each) => ({ ...each, id: item(each.id) }));
  const { kind, record } = saved;
  switch (kind) {
    case 'signer': {
      const { employerId, coSigners } = record;
      return { kind, record: { ...record, employerId: employer(employerId), coSigners: items(coSigners) } };
    }
    case 'employer':
      return { kind, record: { ...record, copies: items(record.copies) } };
    case 'letter':
      return saved;
    case 'sent': {
      const { signerId, employerId, letterId, replies, meetings } = record;
      const parties = { signerId: signer(signerId), employerId: employer(employerId) };
      const lists = { replies: items(replies), meetings: items(meetings) };
      return { kind, record: { ...record, ...parties, ...lists, letterId: letter(letterId) } };
    }
  }
}

function renewChoices(choices: Choices, { signer, employer, letter, item }: Ids): Choices {
  return {
    ...choices,
    letterId: letter(choices.letterId),
    signerId: signer(choices.signerId),
    employerId: employer(choices.employerId),
    requests: mapEntries(choices.requests, letter, (id) => id),
    copies: mapEntries(choices.copies, employer, item),
  };
}

function mapEntries(
  lists: Record<string, string[]>,
  keyOf: (key: string) => string,
  idOf: (id: string) => string,
): Record<string, string[]> {
  return Object.fromEntries(Object.entries(lists).map(([key, list]) => [keyOf(key), list.map(idOf)]));
}
