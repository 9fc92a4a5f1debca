import { type FileResult, refuse, type PickedFile, readTextFile } from '../files/readText';
import type { AnyRecord } from '../storage/lists';
import { readBackup } from './backup';
import { readBranchFile, renderBranchFile } from './branchFile';
import { readStarterFile } from './starterFile';

/** What a file of ours holds, whichever kind of file it is. */
export interface DetailsFile {
  kind: FileKind;
  /** Who made it, e.g. the branch; empty if the file does not say. */
  from: string;
  /** Whom to ask about the file; empty if the file does not say. */
  contact: string;
  records: readonly AnyRecord[];
}

const EXPECTED = 'a branch file, a starter file or a backup made by Dear Employer (a .json file)';
const MAX_BYTES = 50_000_000;

type FileKind = 'branch file' | 'starter file' | 'backup';
type Saved = readonly AnyRecord[];

/** The kinds of file that say what they are, by the start of their `format`. A further kind of file is a line here. */
const readers: Record<
  FileKind,
  (file: PickedFile, saved: Saved, newId: () => string) => Promise<FileResult<Omit<DetailsFile, 'kind'>>>
> = {
  'branch file': readBranchFile,
  'starter file': async (file, saved, newId) =>
    withDefaults(await readStarterFile(file, saved, newId), ({ from }) => ({ from })),
  backup: async (file) => withDefaults(await readBackup(file), () => ({ from: '' })),
};

function withDefaults<Value extends { records: Saved }>(
  read: FileResult<Value>,
  origin: (value: Value) => { from: string },
): FileResult<Omit<DetailsFile, 'kind'>> {
  if (!read.ok) return read;
  return { ...read, value: { ...origin(read.value), contact: '', records: read.value.records } };
}

/** Reads a file of any kind, with all checks of its kind. Nothing is stored. Records of `saved` with the same name keep their ids. */
export async function readDetailsFile(
  file: PickedFile,
  newId: () => string,
  saved: Saved = [],
): Promise<FileResult<DetailsFile>> {
  const text = await readTextFile(file, { what: EXPECTED, maxBytes: MAX_BYTES });
  if (!text.ok) return text;
  const named = /"format"\s*:\s*"Dear Employer (branch file|starter file|backup)"/.exec(text.value)?.[1];
  const kind = (Object.keys(readers) as FileKind[]).find((each) => each === named);
  if (!kind) return refuse(`This was not made by Dear Employer; ${EXPECTED} is expected.`);
  const read = await readers[kind](file, saved, newId);
  return read.ok ? { ...read, value: { kind, ...read.value } } : read;
}

/** The branch file of a branch’s edition. No head is in it, because everyone who has its link can read it. */
export function renderBranchEdition({ from, contact, records }: Omit<DetailsFile, 'kind'>): string {
  const employers = records.flatMap(({ kind, record }) => (kind === 'employer' ? [record] : []));
  const letters = records.flatMap(({ kind, record }) => (kind === 'letter' ? [record] : []));
  return renderBranchFile({ from, contact, until: '', employers, letters });
}
