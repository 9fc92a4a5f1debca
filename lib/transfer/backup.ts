import * as v from 'valibot';
import { isIsoDate } from '../letter/dates';
import type { IsoDate } from '../letter/model';
import { readSettings } from '../storage/repair';
import { refuse, type FileResult } from '../files/problem';
import {
  type JsonFile,
  type JsonPath,
  type JsonProblem,
  listIssues,
  parseJsonFile,
  placeProblems,
} from '../files/json';
import { readTextFile, type PickedFile } from '../files/readText';
import { recordKinds } from '../storage/keys';
import type { AnyRecord } from '../storage/lists';
import { migrate } from '../storage/migrate';
import { migrationSteps } from '../storage/migrations';
import type { Repository } from '../storage/repository';
import {
  choicesSchema,
  recordSchemas,
  type Choices,
  type RecordKind,
  type Settings,
} from '../storage/schema';
import type { Got } from '../storage/area';

/** The content of a backup file. */
export interface Backup {
  savedOn: IsoDate;
  records: AnyRecord[];
  settings: Settings;
  choices: Choices;
}

const FORMAT = 'Dear Employer backup';
const VERSION = 1;
const DESCRIPTION = 'a backup made by Dear Employer';
const MAX_BYTES = 50_000_000;
const SAVED_LATER = 'This entry was saved by a later version of Dear Employer.';

/** The names of the lists in the file. */
const listNames = {
  signer: 'signers',
  employer: 'employers',
  letter: 'ownLetters',
  sent: 'sentLetters',
} as const satisfies Record<RecordKind, string>;

/** Returns a backup of everything saved as indented JSON. Quarantined values have their own file. */
export async function createBackup(repository: Repository, today: IsoDate): Promise<Got<string>> {
  const settings = await repository.readSettings();
  const choices = await repository.readChoices();
  const records = await repository.readAllKinds();
  if (!settings.ok) return settings;
  if (!choices.ok) return choices;
  if (!records.ok) return records;
  const lists = recordKinds.map((kind) => [
    listNames[kind],
    records.value.filter((saved) => saved.kind === kind).map(({ record }) => record),
  ]);
  const backup = {
    format: FORMAT,
    version: VERSION,
    savedOn: today,
    ...Object.fromEntries(lists),
    settings: settings.value,
    choices: choices.value,
  };
  return { ok: true, value: `${JSON.stringify(backup, null, 2)}\n` };
}

/** Reads and checks a backup, without storing anything. */
export async function readBackup(file: PickedFile): Promise<FileResult<Backup>> {
  const text = await readTextFile(file, { what: `${DESCRIPTION} (a .json file)`, maxBytes: MAX_BYTES });
  if (!text.ok) return text;
  const json = parseJsonFile(text.value, DESCRIPTION);
  return json.ok ? checkBackup(json.value) : json;
}

const headSchema = v.looseObject({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

function checkBackup(json: JsonFile): FileResult<Backup> {
  const head = v.safeParse(headSchema, json.value);
  if (!head.success)
    return refuse(`This is not ${DESCRIPTION}: it does not begin with “format” and “version”.`);
  if (head.output.version > VERSION) {
    return refuse(
      'This backup was made by a later version of Dear Employer. Update the extension, then restore it.',
    );
  }
  return readBody(head.output, json);
}

function readBody(body: Record<string, unknown>, json: JsonFile): FileResult<Backup> {
  const problems: JsonProblem[] = [];
  const savedOn = typeof body['savedOn'] === 'string' ? body['savedOn'] : '';
  if (!isIsoDate(savedOn)) {
    problems.push({ path: ['savedOn'], sentence: '“savedOn” is not a date such as 2026-11-23.' });
  }
  const records = recordKinds.flatMap((kind) => readList(kind, body[listNames[kind]], problems));
  const settings = checkSettings(body['settings'], problems);
  const choices = v.safeParse(choicesSchema, body['choices']);
  if (!choices.success) problems.push(...listIssues(choices.issues, ['choices']));
  if (problems.length > 0 || !choices.success) return { ok: false, problems: placeProblems(json, problems) };
  return { ok: true, value: { savedOn, records, settings, choices: choices.output } };
}

/** Settings are read as from storage: an invalid field takes its default, and the rest of the file is still used. */
function checkSettings(found: unknown, problems: JsonProblem[]): Settings {
  const isGroup = v.safeParse(v.looseObject({}), found);
  if (!isGroup.success) problems.push(...listIssues(isGroup.issues, ['settings']));
  const { settings, unusable } = readSettings(found);
  if (unusable === 'later version') problems.push({ path: ['settings', 'v'], sentence: SAVED_LATER });
  return settings;
}

function readList(kind: RecordKind, list: unknown, problems: JsonProblem[]): AnyRecord[] {
  const name = listNames[kind];
  if (!Array.isArray(list)) {
    problems.push({ path: [name], sentence: `The list “${name}” is missing from this backup.` });
    return [];
  }
  const ids = new Set<string>();
  return list.flatMap((entry: unknown, at) => {
    const record = readEntry(kind, entry, [name, at], problems);
    if (!record) return [];
    if (ids.has(record.id)) {
      const sentence = `Entry ${at + 1} of “${name}” has the same id as an entry before it.`;
      problems.push({ path: [name, at, 'id'], sentence });
    }
    ids.add(record.id);
    return [{ kind, record } as AnyRecord];
  });
}

function readEntry(kind: RecordKind, entry: unknown, path: JsonPath, problems: JsonProblem[]) {
  const current = migrate(entry, migrationSteps[kind]);
  const result = v.safeParse(recordSchemas[kind], current.ok ? current.record : entry);
  if (result.success) return result.output;
  if (!current.ok && current.why === 'later version') {
    problems.push({ path: [...path, 'v'], sentence: SAVED_LATER });
  } else {
    for (const issue of listIssues(result.issues, path)) problems.push(issue);
  }
  return null;
}
