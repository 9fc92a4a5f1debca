import * as v from 'valibot';
import { parseLetter } from '../letter/parse/parse';
import {
  type Employer,
  employerSchema,
  emptyFields,
  newRecord,
  type OwnLetter,
  ownLetterSchema,
  type Signer,
  signerSchema,
} from '../storage/schema';
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
import type { AnyRecord } from '../storage/lists';
import { migrate } from '../storage/migrate';
import { migrationSteps } from '../storage/migrations';
import { sameName } from '../letter/text';

/** Details and letters that a branch prepares for one head. The head sees them before choosing to add them. */
export interface Starter {
  /** Who made the file, e.g. the branch. */
  from: string;
  /** To be compared and stored. A record saved already under the same name keeps its id. */
  records: AnyRecord[];
}

const FORMAT = 'Dear Employer starter file';
const VERSION = 1;
const DESCRIPTION = 'a starter file made by Dear Employer';
const MAX_BYTES = 10_000_000;
const SAVED_LATER = 'This entry was saved by a later version of Dear Employer.';

const copySchema = v.object({ name: v.string(), email: v.string() });

/** A branch may omit any detail; the head fills it in. */
const starterSchema = v.object({
  from: v.optional(v.string(), ''),
  signer: v.optional(v.partial(v.omit(signerSchema, ['v', 'id', 'coSigners', 'employerId']))),
  employer: v.optional(
    v.object({
      ...v.partial(v.omit(employerSchema, ['v', 'id', 'copies'])).entries,
      copies: v.optional(v.array(copySchema)),
    }),
  ),
  letters: v.optional(
    v.array(
      v.object({
        ...v.partial(v.omit(ownLetterSchema, ['v', 'id', 'title', 'markdown'])).entries,
        title: v.string(),
        markdown: v.string(),
      }),
    ),
    [],
  ),
});
type StarterContent = v.InferOutput<typeof starterSchema>;

export interface StarterParts {
  from: string;
  signer: Signer | null;
  employer: Employer | null;
  letters: readonly OwnLetter[];
}

export function renderStarterFile({ from, signer, employer, letters }: StarterParts): string {
  const content = {
    format: FORMAT,
    version: VERSION,
    from,
    ...(signer ? { signer: leaveOut(signer, ['id', 'coSigners', 'employerId']) } : {}),
    ...(employer
      ? {
          employer: {
            ...leaveOut(employer, ['id']),
            copies: employer.copies.map((copy) => leaveOut(copy, ['id'])),
          },
        }
      : {}),
    letters: letters.map((letter) => leaveOut(letter, ['id'])),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function leaveOut(record: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));
}

export async function readStarterFile(
  file: PickedFile,
  saved: readonly AnyRecord[],
  newId: () => string,
): Promise<FileResult<Starter>> {
  const text = await readTextFile(file, { what: `${DESCRIPTION} (a .json file)`, maxBytes: MAX_BYTES });
  if (!text.ok) return text;
  const json = parseJsonFile(text.value, DESCRIPTION);
  return json.ok ? readContent(json.value, saved, newId) : json;
}

const headSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

function readContent(json: JsonFile, saved: readonly AnyRecord[], newId: () => string): FileResult<Starter> {
  const head = v.safeParse(headSchema, json.value);
  if (!head.success)
    return refuse(`This is not ${DESCRIPTION}: it does not begin with “format” and “version”.`);
  if (head.output.version > VERSION) {
    return refuse(
      'This starter file was made by a later version of Dear Employer. Update the extension, then open it.',
    );
  }
  const later: JsonProblem[] = [];
  const content = v.safeParse(starterSchema, toCurrentVersion(json.value as GivenParts, later));
  const others = content.success ? content.output.letters.flatMap(checkLetter) : listIssues(content.issues);
  const problems = later.concat(others);
  if (problems.length > 0 || !content.success) return { ok: false, problems: placeProblems(json, problems) };
  return { ok: true, value: { from: content.output.from, records: toRecords(content.output, saved, newId) } };
}

interface GivenParts {
  signer?: unknown;
  employer?: unknown;
  letters?: unknown;
}

/** Upgrades the given parts to the current version of their schemas. */
function toCurrentVersion(content: GivenParts, problems: JsonProblem[]): unknown {
  const { signer, employer, letters } = content;
  const upgrade = (kind: 'signer' | 'employer' | 'letter', given: unknown, path: JsonPath) => {
    const current = migrateGiven(kind, given);
    if (current === null) problems.push({ path: [...path, 'v'], sentence: SAVED_LATER });
    return current ?? given;
  };
  return {
    ...content,
    signer: upgrade('signer', signer, ['signer']),
    employer: upgrade('employer', employer, ['employer']),
    letters: Array.isArray(letters)
      ? letters.map((letter: unknown, at) => upgrade('letter', letter, ['letters', at]))
      : letters,
  };
}

/**
 * A file contains some fields of a record. Files of the first release have no version, so version 1 is assumed. Empty
 * fields that a migration adds are dropped, because they would overwrite what the head has typed. `null` for a later
 * version.
 */
function migrateGiven(kind: 'signer' | 'employer' | 'letter', given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const current = migrate({ v: 1, ...given }, migrationSteps[kind]);
  if (!current.ok) return current.why === 'later version' ? null : given;
  const empty = new Map<string, unknown>(Object.entries(emptyFields[kind]));
  const isAdded = ([field, value]: [string, unknown]) =>
    !Object.hasOwn(given, field) && JSON.stringify(value) === JSON.stringify(empty.get(field));
  return Object.fromEntries(Object.entries(current.record as object).filter((field) => !isAdded(field)));
}

function checkLetter({ title, markdown }: { title: string; markdown: string }, at: number): JsonProblem[] {
  const parsed = parseLetter(markdown, `“${title}”`);
  if (parsed.ok) return [];
  return parsed.problems.map((problem) => ({
    path: ['letters', at],
    sentence: `In the letter “${title}”, line ${problem.line}: ${problem.sentence}`,
  }));
}

function toRecords(content: StarterContent, saved: readonly AnyRecord[], newId: () => string): AnyRecord[] {
  const employer = content.employer ? toEmployer(content.employer, saved, newId) : null;
  const signer = content.signer ? toSigner(content.signer, employer, saved, newId) : null;
  const letters = content.letters.map((letter) => toLetter(letter, saved, newId));
  return [
    ...(employer ? [{ kind: 'employer', record: employer } as const] : []),
    ...(signer ? [{ kind: 'signer', record: signer } as const] : []),
    ...letters.map((record) => ({ kind: 'letter', record }) as const),
  ];
}

function toEmployer(
  given: NonNullable<StarterContent['employer']>,
  saved: readonly AnyRecord[],
  newId: () => string,
): Employer {
  const name = sameName(given.organisation ?? '');
  const existing = saved.find(
    ({ kind, record }) => kind === 'employer' && name !== '' && sameName(record.organisation) === name,
  );
  const base = existing?.kind === 'employer' ? existing.record : newRecord('employer', newId());
  const copies = given.copies?.map((copy) => {
    const existingCopy = base.copies.find(
      ({ name: known, email }) => known === copy.name && email === copy.email,
    );
    return existingCopy ?? { ...copy, id: newId() };
  });
  return { ...overlay(base, leaveOut(given, ['copies'])), copies: copies ?? base.copies };
}

function toSigner(
  given: NonNullable<StarterContent['signer']>,
  employer: Employer | null,
  saved: readonly AnyRecord[],
  newId: () => string,
): Signer {
  const keyOf = ({
    fullName = '',
    school = '',
  }: {
    fullName?: string | undefined;
    school?: string | undefined;
  }) => `${sameName(fullName)}\n${sameName(school)}`;
  const key = keyOf(given);
  const existing = saved.find(
    ({ kind, record }) => kind === 'signer' && key !== '\n' && keyOf(record) === key,
  );
  const base = existing?.kind === 'signer' ? existing.record : newRecord('signer', newId());
  return { ...overlay(base, given), employerId: employer?.id ?? base.employerId };
}

function toLetter(
  given: StarterContent['letters'][number],
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
function overlay<T extends object>(base: T, given: object): T {
  return { ...base, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}
