import * as v from 'valibot';
import { parseLetter } from '../letter/parse/parse';
import {
  type Employer,
  employerSchema,
  emptyFields,
  type OwnLetter,
  ownLetterSchema,
  type Signer,
  signerSchema,
} from '../storage/schema';
import { refuse, type FileProblem, type FileResult } from '../files/problem';
import { listIssues, parseJsonFile, type JsonFile } from '../files/json';
import { readTextFile, type PickedFile } from '../files/readText';
import type { AnyRecord } from '../storage/lists';
import { sameName } from '../letter/text';

/** Details and letters that a branch prepares for one head: shown first, and added only when the head says so. */
export interface Starter {
  /** Who made it, e.g. the branch. */
  from: string;
  /** Ready to be compared and stored; what is saved already under the same name keeps its place. */
  records: AnyRecord[];
}

const FORMAT = 'Dear Employer starter file';
const VERSION = 1;
const WHAT = 'a starter file made by Dear Employer';
const MAX_BYTES = 10_000_000;

const copySchema = v.object({ name: v.string(), email: v.string() });

/** Whatever a branch leaves out is left for the head to fill in. */
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
    ...(signer ? { signer: leaveOut(signer, ['v', 'id', 'coSigners', 'employerId']) } : {}),
    ...(employer
      ? {
          employer: {
            ...leaveOut(employer, ['v', 'id']),
            copies: employer.copies.map((copy) => leaveOut(copy, ['id'])),
          },
        }
      : {}),
    letters: letters.map((letter) => leaveOut(letter, ['v', 'id'])),
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
  const text = await readTextFile(file, { what: `${WHAT} (a .json file)`, maxBytes: MAX_BYTES });
  if (!text.ok) return text;
  const json = parseJsonFile(text.value, WHAT);
  return json.ok ? readContent(json.value, saved, newId) : json;
}

const headSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

function readContent(json: JsonFile, saved: readonly AnyRecord[], newId: () => string): FileResult<Starter> {
  const head = v.safeParse(headSchema, json.value);
  if (!head.success) return refuse(`This is not ${WHAT}: it does not begin with “format” and “version”.`);
  if (head.output.version > VERSION) {
    return refuse(
      'This starter file was made by a later version of Dear Employer. Update the extension, then open it.',
    );
  }
  const content = v.safeParse(starterSchema, json.value);
  if (!content.success) return { ok: false, problems: listIssues(content.issues, json) };
  const problems = content.output.letters.flatMap((letter, at) =>
    checkLetter(letter, json.lineOf(['letters', at])),
  );
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { from: content.output.from, records: toRecords(content.output, saved, newId) } };
}

function checkLetter({ title, markdown }: { title: string; markdown: string }, line: number): FileProblem[] {
  const parsed = parseLetter(markdown, `“${title}”`);
  if (parsed.ok) return [];
  return parsed.problems.map((problem) => ({
    line,
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
  const former = saved.find(
    (one) => one.kind === 'employer' && name !== '' && sameName(one.record.organisation) === name,
  );
  const base =
    former?.kind === 'employer' ? former.record : { ...emptyFields.employer, v: 1 as const, id: newId() };
  const copies = given.copies?.map((copy) => {
    const known = base.copies.find(({ name: one, email }) => one === copy.name && email === copy.email);
    return known ?? { ...copy, id: newId() };
  });
  return { ...overlay(base, leaveOut(given, ['copies'])), copies: copies ?? base.copies };
}

function toSigner(
  given: NonNullable<StarterContent['signer']>,
  employer: Employer | null,
  saved: readonly AnyRecord[],
  newId: () => string,
): Signer {
  const key = (one: { fullName?: string | undefined; school?: string | undefined }) =>
    `${sameName(one.fullName ?? '')}\n${sameName(one.school ?? '')}`;
  const former = saved.find(
    (one) => one.kind === 'signer' && key(given) !== '\n' && key(one.record) === key(given),
  );
  const base =
    former?.kind === 'signer' ? former.record : { ...emptyFields.signer, v: 1 as const, id: newId() };
  return { ...overlay(base, given), employerId: employer?.id ?? base.employerId };
}

function toLetter(
  given: StarterContent['letters'][number],
  saved: readonly AnyRecord[],
  newId: () => string,
): OwnLetter {
  const isSame = (one: OwnLetter) => one.title === given.title && one.supplier === (given.supplier ?? '');
  const former = saved.find((one) => one.kind === 'letter' && isSame(one.record));
  const base =
    former?.kind === 'letter' ? former.record : { ...emptyFields.letter, v: 1 as const, id: newId() };
  return overlay(base, given);
}

/** What the file gives, over what is there; what it leaves out stays. */
function overlay<T extends object>(base: T, given: object): T {
  return { ...base, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}
