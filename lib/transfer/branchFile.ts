import { placeProblems, type JsonProblem } from '../files/json';
import { refuse, type FileResult, type PickedFile } from '../files/readText';
import type { IsoDate } from '../letter/model';
import { sameName } from '../letter/text';
import type { AnyRecord } from '../storage/lists';
import { type Employer, type FieldsOf, type OwnLetter, newRecord, type Signer } from '../storage/schema';
import { type GivenParts, headOf, type OpenedFile, openOwnFile } from './readGiven';
import { parseLetter } from '../letter/parse/parse';

/** Employers and letters that a branch prepares for all its heads. No head is in it, so one file serves everybody. */
export interface BranchFile {
  /** The branch’s name. */
  from: string;
  /** Whom the heads can ask, in the branch’s own words. */
  contact: string;
  /** To be compared and stored. A record saved already under the same name keeps its id. */
  records: AnyRecord[];
}

export interface BranchParts {
  from: string;
  contact: string;
  /** Until when the wording is meant to be used; empty leaves each letter’s own date. */
  until: IsoDate;
  employers: readonly Employer[];
  letters: readonly OwnLetter[];
}

/** True if its name tells which school’s head is in the union: a governing body, or a trust with one academy. */
export function namesOneSchool({ id, kind }: Employer, signers: readonly Signer[]): boolean {
  const isTrustOfOne = signers.some(
    ({ employerId, employment }) => employerId === id && employment === 'single-academy-trust',
  );
  return kind === 'governing-body' || isTrustOfOne;
}

/** Marks each letter with whose it is and until when. An employer without a name could not be picked, so it is left out. */
export function renderBranchFile({ from, contact, until, employers, letters }: BranchParts): string {
  const content = {
    ...headOf('branch'),
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
  const opened = await openOwnFile(file, 'branch');
  return opened.ok ? readContent(opened.value, saved, newId) : opened;
}

const names = ['format', 'version', 'from', 'contact', 'employers', 'letters'];
/** Fields of the other kinds of file, which hold people. */
const namesOfPeople = ['signer', 'signers', 'sentLetters'];

function readContent(
  { json, body, parts }: OpenedFile,
  saved: readonly AnyRecord[],
  newId: () => string,
): FileResult<BranchFile> {
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

/** What starter files and branch files have in common: employers and letters without ids, and how they become records here. */

export function leaveOut(record: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));
}

/** For a file: ids stay at home, and with them the ticks of the proposed copies. */
export function withoutIds(employer: Employer): object {
  const copies = employer.copies.map((copy) => leaveOut(copy, ['id']));
  return { ...leaveOut(employer, ['id']), copies };
}

export function readLetters(given: unknown, parts: GivenParts): Partial<FieldsOf<'letter'>>[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) {
    parts.leaveOut(['letters'], 'is not a list.');
    return [];
  }
  return given.flatMap((entry: unknown, at) => {
    const fields = parts.readRecord('letter', entry, ['letters', at]);
    if (!fields) return [];
    const { v: _, id: _id, title, markdown, ...others } = fields;
    if (typeof title !== 'string' || typeof markdown !== 'string') {
      parts.leaveOut(['letters', at], 'has no “title” or no “markdown”, so it cannot be used.');
      return [];
    }
    const problems = checkLetter(title, markdown, at);
    parts.leftOut.push(...problems);
    return problems.length > 0 ? [] : [{ ...others, title, markdown }];
  });
}

function checkLetter(title: string, markdown: string, at: number): JsonProblem[] {
  const parsed = parseLetter(markdown, `“${title}”`);
  if (parsed.ok) return [];
  return parsed.problems.map((problem) => ({
    path: ['letters', at],
    sentence: `In the letter “${title}”, line ${problem.line}: ${problem.sentence}`,
  }));
}

/** `signer` is the saved person that the file is about: an employer of theirs without a name takes the file's. `null` for none. */
export function toEmployer(
  given: Partial<FieldsOf<'employer'>>,
  signer: Signer | null,
  saved: readonly AnyRecord[],
  newId: () => string,
): Employer {
  const name = sameName(given.organisation ?? '');
  const employers = saved.flatMap(({ kind, record }) => (kind === 'employer' ? [record] : []));
  const existing =
    employers.find(({ organisation }) => name !== '' && sameName(organisation) === name) ??
    employers.find(({ id, organisation }) => id === signer?.employerId && organisation.trim() === '');
  const base = existing ?? newRecord('employer', newId());
  const copies = given.copies?.map((copy) => {
    const existingCopy = base.copies.find(
      ({ name: known, email }) => known === copy.name && email === copy.email,
    );
    return existingCopy ?? { ...copy, id: newId() };
  });
  return { ...overlay(base, leaveOut(given, ['copies'])), copies: copies ?? base.copies };
}

export function toLetter(
  given: Partial<FieldsOf<'letter'>>,
  saved: readonly AnyRecord[],
  newId: () => string,
): OwnLetter {
  const isSame = ({ title, supplier }: OwnLetter) =>
    title === given.title && supplier === (given.supplier ?? '');
  const existing = saved.find(({ kind, record }) => kind === 'letter' && isSame(record));
  const base = existing?.kind === 'letter' ? existing.record : newRecord('letter', newId());
  return overlay(base, given);
}

/** The base with the file's fields on top; fields missing from the file stay. */
export function overlay<T extends object>(base: T, given: object): T {
  return { ...base, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}
