import { type FileResult, refuse } from '../files/problem';
import { type PickedFile, readTextFile } from '../files/readText';
import type { AnyRecord } from '../storage/lists';
import { readBackup } from './backup';
import { readStarterFile } from './starterFile';

/** What a file of ours holds, whichever kind of file it is. */
export interface DetailsFile {
  /** Who made it, e.g. the branch; empty if the file does not say. */
  from: string;
  records: readonly AnyRecord[];
}

const EXPECTED = 'a starter file or a backup made by Dear Employer (a .json file)';
const MAX_BYTES = 50_000_000;

/** The kinds of file that say what they are, by the start of their `format`. A further kind of file is a line here. */
const readers: Record<string, (file: PickedFile, newId: () => string) => Promise<FileResult<DetailsFile>>> = {
  'starter file': (file, newId) => readStarterFile(file, [], newId),
  backup: async (file) => {
    const read = await readBackup(file);
    return read.ok ? { ...read, value: { from: '', records: read.value.records } } : read;
  },
};

/** Reads a starter file or a backup, with all checks of its kind. Nothing is stored. */
export async function readDetailsFile(
  file: PickedFile,
  newId: () => string,
): Promise<FileResult<DetailsFile>> {
  const text = await readTextFile(file, { what: EXPECTED, maxBytes: MAX_BYTES });
  if (!text.ok) return text;
  const kind = /"format"\s*:\s*"Dear Employer (starter file|backup)"/.exec(text.value)?.[1];
  const read = kind === undefined ? undefined : readers[kind];
  return read ? read(file, newId) : refuse(`This was not made by Dear Employer; ${EXPECTED} is expected.`);
}

/** What a branch edition holds: employers and letters. No head, because everyone who has its link can read it. */
export function withoutHeads({ records }: DetailsFile): AnyRecord[] {
  return records.filter(({ kind }) => kind === 'employer' || kind === 'letter');
}
