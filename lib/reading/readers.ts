import { type FileResult, MOST_SHOWN, UNREADABLE } from '../files/problem';
import { readPastedWording, readWordWording } from '../import/readWording';
import type { IsoDate } from '../letter/model';
import { readSchools, readTrusts } from '../register/file';
import { saveRegister } from '../register/store';
import type { Done } from '../storage/area';
import type { AnyRecord } from '../storage/lists';
import type { Employer, Signer } from '../storage/schema';
import { readBackup } from '../transfer/backup';
import { readEmployersCsv } from '../transfer/employersCsv';
import { readSignersCsv } from '../transfer/signersCsv';
import { readStarterFile } from '../transfer/starterFile';

type Progress = (done: number) => void;

const newId = () => crypto.randomUUID();

/** What can be read, by kind. Each reader gets only data that can be posted to a worker. */
const readers = {
  backup: ({ file }: { file: File }) => readBackup(file),
  starter: ({ file, saved }: { file: File; saved: readonly AnyRecord[] }) =>
    readStarterFile(file, saved, newId),
  signers: ({ file, saved }: { file: File; saved: { signers: Signer[]; employers: Employer[] } }) =>
    readSignersCsv(file, saved, newId),
  employers: ({ file, saved }: { file: File; saved: Employer[] }) => readEmployersCsv(file, saved, newId),
  word: ({ file }: { file: File }) => readWordWording(file),
  pasted: ({ text }: { text: string }) => readPastedWording(text),
  schools: ({ file, today }: RegisterFile, progress: Progress) =>
    saveEntries(readSchools(file, progress), (entries) => saveRegister('schools', entries, today)),
  trusts: ({ file, today }: RegisterFile, progress: Progress) =>
    saveEntries(readTrusts(file, progress), (entries) => saveRegister('trusts', entries, today)),
};

interface RegisterFile {
  file: File;
  today: IsoDate;
}

/** Saves in the worker too: thirty thousand schools posted to the page would block it. */
async function saveEntries<Entry>(
  reading: Promise<FileResult<Entry[]>>,
  save: (entries: Entry[]) => Promise<Done>,
): Promise<FileResult<{ count: number; saved: Done }>> {
  const entries = await reading;
  if (!entries.ok) return entries;
  return { ok: true, value: { count: entries.value.length, saved: await save(entries.value) } };
}

export type Kind = keyof typeof readers;
export type Given<K extends Kind> = Parameters<(typeof readers)[K]>[0];
export type Result<K extends Kind> = Awaited<ReturnType<(typeof readers)[K]>>;

export interface Request<K extends Kind = Kind> {
  kind: K;
  given: Given<K>;
}

type Refusal = Extract<FileResult<never>, { ok: false }>;

export type Answer =
  /** `done` is between 0 and 1. */
  { is: 'progress'; done: number } | { is: 'result'; result: Result<Kind> };

/** A table can have a problem in each of half a million rows. Posting them would block the page, which shows only the first. */
function shorten({ problems }: Refusal): Refusal {
  return {
    ok: false,
    problems: problems.slice(0, MOST_SHOWN),
    more: Math.max(0, problems.length - MOST_SHOWN),
  };
}

/** The worker’s side: reads what was posted, and posts progress and one result. Whatever fails ends in a sentence. */
export async function answer<K extends Kind>(
  { kind, given }: Request<K>,
  post: (answer: Answer) => void,
): Promise<void> {
  const read = readers[kind] as (given: Given<K>, progress: Progress) => Promise<Result<K>>;
  try {
    const result = await read(given, (done) => post({ is: 'progress', done }));
    post({ is: 'result', result: result.ok ? result : shorten(result) });
  } catch (error) {
    console.error(error);
    post({ is: 'result', result: UNREADABLE });
  }
}
