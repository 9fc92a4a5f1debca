import * as v from 'valibot';
import { type JsonFile, parseJsonFile, placeProblems } from '../files/json';
import { refuse, type FileResult } from '../files/problem';
import { readTextFile, type PickedFile } from '../files/readText';
import type { IsoDate } from '../letter/model';
import { sameName } from '../letter/text';
import type { AnyRecord } from '../storage/lists';
import { migrate } from '../storage/migrate';
import { migrationSteps, presentVersion } from '../storage/migrations';
import type { Employer, FieldsOf, OwnLetter } from '../storage/schema';
import { leaveOut, readLetters, toEmployer, toLetter, withoutIds } from './branchRecords';
import { GivenParts } from './readGiven';

/** Employers and letters that a branch prepares for all its heads. No head is in it, so one file serves everybody. */
export interface BranchFile {
  /** The branch’s name. */
  from: string;
  /** Whom the heads can ask, in the branch’s own words. */
  contact: string;
  /** To be compared and stored. A record saved already under the same name keeps its id. */
  records: AnyRecord[];
}

const FORMAT = 'Dear Employer branch file';
const VERSION = presentVersion('branch');
const DESCRIPTION = 'a branch file made by Dear Employer';
const MAX_BYTES = 10_000_000;

export interface BranchParts {
  from: string;
  contact: string;
  /** Until when the wording is meant to be used; empty leaves each letter’s own date. */
  until: IsoDate;
  employers: readonly Employer[];
  letters: readonly OwnLetter[];
}

/** Marks each letter with whose it is and until when. An employer without a name could not be picked, so it is left out. */
export function renderBranchFile({ from, contact, until, employers, letters }: BranchParts): string {
  const content = {
    format: FORMAT,
    version: VERSION,
    from,
    contact,
    employers: employers.filter(({ organisation }) => organisation.trim() !== '').map(withoutIds),
    letters: letters.map((letter) => ({
      ...leaveOut(letter, ['id']),
      supplier: letter.supplier || from,
      reviewDate: until || letter.reviewDate,
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

export async function readBranchFile(
  file: PickedFile,
  saved: readonly AnyRecord[],
  newId: () => string,
): Promise<FileResult<BranchFile>> {
  const text = await readTextFile(file, { what: `${DESCRIPTION} (a .json file)`, maxBytes: MAX_BYTES });
  if (!text.ok) return text;
  const json = parseJsonFile(text.value, DESCRIPTION);
  return json.ok ? readContent(json.value, saved, newId) : json;
}

const headSchema = v.looseObject({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const names = ['format', 'version', 'from', 'contact', 'employers', 'letters'];
/** Fields of the other kinds of file, which hold people. */
const namesOfPeople = ['signer', 'signers', 'sentLetters'];

function readContent(
  json: JsonFile,
  saved: readonly AnyRecord[],
  newId: () => string,
): FileResult<BranchFile> {
  const head = v.safeParse(headSchema, json.value);
  if (!head.success)
    return refuse(`This is not ${DESCRIPTION}: it does not begin with “format” and “version”.`);
  const { version } = head.output;
  const current = migrate({ ...head.output, v: version }, migrationSteps.branch);
  const parts = new GivenParts();
  if (version > VERSION)
    parts.leaveOut(['version'], 'is of a later version of Dear Employer. Update it to read everything.');
  const { v: _, ...body } = current.ok ? current.record : head.output;
  for (const name of namesOfPeople)
    if (Object.hasOwn(body, name)) parts.leaveOut([name], 'does not belong in a branch file.');
  const { from, contact, employers, letters } = parts.keepKnown(
    leaveOut(body, namesOfPeople) as Fields,
    names,
  );
  const records = [
    ...readEmployers(employers, parts).map((given): AnyRecord => {
      return { kind: 'employer', record: toEmployer(given, null, saved, newId) };
    }),
    ...readLetters(letters, parts).map((given): AnyRecord => {
      return { kind: 'letter', record: toLetter(given, saved, newId) };
    }),
  ];
  const value = {
    from: readText('from', from, parts),
    contact: readText('contact', contact, parts),
    records,
  };
  const leftOut = placeProblems(json, parts.leftOut);
  if (records.length > 0) return { ok: true, value, leftOut };
  return leftOut.length > 0
    ? { ok: false, problems: leftOut }
    : refuse('This branch file holds no employer and no letter. Ask your branch for another one.');
}

type Fields = Record<string, unknown>;

function readText(name: string, given: unknown, parts: GivenParts): string {
  if (typeof given === 'string') return given;
  if (given !== undefined) parts.leaveOut([name], 'is not text.');
  return '';
}

/** Each employer is picked by its name, so one without a name, or with the name of an earlier one, is left out. */
function readEmployers(given: unknown, parts: GivenParts): Partial<FieldsOf<'employer'>>[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) {
    parts.leaveOut(['employers'], 'is not a list.');
    return [];
  }
  const taken = new Set<string>();
  return given.flatMap((entry: unknown, at) => {
    const path = ['employers', at];
    const fields = parts.readRecord('employer', entry, path);
    if (!fields) return [];
    const { v: _, id: _id, ...employer } = fields;
    const name = typeof employer['organisation'] === 'string' ? sameName(employer['organisation']) : '';
    if (name === '' || taken.has(name)) {
      parts.leaveOut(path, name === '' ? 'has no “organisation”.' : 'has the name of an earlier employer.');
      return [];
    }
    taken.add(name);
    return [employer];
  });
}
