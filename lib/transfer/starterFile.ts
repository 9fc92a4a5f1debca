import { type Employer, type FieldsOf, newRecord, type OwnLetter, type Signer } from '../storage/schema';
import type { FileResult, PickedFile } from '../files/readText';
import { placeProblems } from '../files/json';
import type { AnyRecord } from '../storage/lists';
import { leaveOut, overlay, readLetters, toEmployer, toLetter, withoutIds } from './branchFile';
import { type GivenParts, headOf, type OpenedFile, openOwnFile } from './readGiven';
import { sameName } from '../letter/text';

/** Details and letters that a branch prepares for one head. The head sees them before choosing to add them. */
export interface Starter {
  /** Who made the file, e.g. the branch. */
  from: string;
  /** To be compared and stored. A record saved already under the same name keeps its id. */
  records: AnyRecord[];
}

/** A branch may omit any detail; the head fills it in. */
interface StarterContent {
  signer: Partial<FieldsOf<'signer'>> | null;
  employer: Partial<FieldsOf<'employer'>> | null;
  letters: Partial<FieldsOf<'letter'>>[];
}

export interface StarterParts {
  from: string;
  signer: Signer | null;
  employer: Employer | null;
  letters: readonly OwnLetter[];
}

export function renderStarterFile({ from, signer, employer, letters }: StarterParts): string {
  const content = {
    ...headOf('starter'),
    from,
    ...(signer ? { signer: leaveOut(signer, ['id', 'coSigners', 'employerId']) } : {}),
    ...(employer ? { employer: withoutIds(employer) } : {}),
    letters: letters.map((letter) => leaveOut(letter, ['id'])),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

export async function readStarterFile(
  file: PickedFile,
  saved: readonly AnyRecord[],
  newId: () => string,
): Promise<FileResult<Starter>> {
  const opened = await openOwnFile(file, 'starter');
  return opened.ok ? readContent(opened.value, saved, newId) : opened;
}

function readContent(
  { json, body, parts }: OpenedFile,
  saved: readonly AnyRecord[],
  newId: () => string,
): FileResult<Starter> {
  const { from = '', signer, employer, letters } = parts.keepKnown(body, names);
  if (typeof from !== 'string') parts.leaveOut(['from'], 'is not text.');
  const content = {
    signer: signer === undefined ? null : readPart('signer', signer, parts),
    employer: employer === undefined ? null : readPart('employer', employer, parts),
    letters: readLetters(letters, parts),
  };
  const records = toRecords(content, saved, newId);
  const leftOut = placeProblems(json, parts.leftOut);
  if (records.length === 0 && leftOut.length > 0) return { ok: false, problems: leftOut };
  return { ok: true, value: { from: typeof from === 'string' ? from : '', records }, leftOut };
}

const names = ['format', 'version', 'from', 'signer', 'employer', 'letters'];

/** The details of one person or employer. Ids and people signing with them are never taken from such a file. */
function readPart(kind: 'signer' | 'employer', given: unknown, parts: GivenParts): object | null {
  const fields = parts.readRecord(kind, given, [kind]);
  if (!fields) return null;
  const { v: _, id: _id, coSigners, employerId, ...details } = fields;
  if (coSigners !== undefined) parts.leaveOut([kind, 'coSigners'], 'does not belong in a starter file.');
  if (employerId !== undefined) parts.leaveOut([kind, 'employerId'], 'does not belong in a starter file.');
  return details;
}

function toRecords(content: StarterContent, saved: readonly AnyRecord[], newId: () => string): AnyRecord[] {
  const known = content.signer && findSigner(content.signer, saved);
  const employer = content.employer ? toEmployer(content.employer, known, saved, newId) : null;
  const signer = content.signer && toSigner(content.signer, known, employer, newId);
  const letters = content.letters.map((letter) => toLetter(letter, saved, newId));
  return [
    ...(employer ? [{ kind: 'employer', record: employer } as const] : []),
    ...(signer ? [{ kind: 'signer', record: signer } as const] : []),
    ...letters.map((record) => ({ kind: 'letter', record }) as const),
  ];
}

/**
 * The saved person that the file is about: of the same name and school, or the only one of that name without a school, or of
 * that school without a name. The first answers may have been half typed when the file is opened.
 */
function findSigner(given: Partial<FieldsOf<'signer'>>, saved: readonly AnyRecord[]): Signer | null {
  const name = sameName(given.fullName ?? '');
  const school = sameName(given.school ?? '');
  if (name === '' && school === '') return null;
  const signers = saved.flatMap(({ kind, record }) => (kind === 'signer' ? [record] : []));
  const same = signers.find((each) => sameName(each.fullName) === name && sameName(each.school) === school);
  const half = signers.filter(
    (each) =>
      (name !== '' && sameName(each.fullName) === name && each.school.trim() === '') ||
      (school !== '' && sameName(each.school) === school && each.fullName.trim() === ''),
  );
  return same ?? (half.length === 1 ? (half[0] ?? null) : null);
}

function toSigner(
  given: Partial<FieldsOf<'signer'>>,
  known: Signer | null,
  employer: Employer | null,
  newId: () => string,
): Signer {
  const base = known ?? newRecord('signer', newId());
  return { ...overlay(base, given), employerId: employer?.id ?? base.employerId };
}
