import type { JsonProblem } from '../files/json';
import { parseLetter } from '../letter/parse/parse';
import { sameName } from '../letter/text';
import type { AnyRecord } from '../storage/lists';
import { type Employer, type FieldsOf, newRecord, type OwnLetter, type Signer } from '../storage/schema';
import type { GivenParts } from './readGiven';

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
