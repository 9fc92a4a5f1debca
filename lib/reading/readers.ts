import { type FileResult, MOST_SHOWN, UNREADABLE } from '../files/readText';
import type { TableAnswers } from '../files/tableQuestions';
import { readPastedWording, readWordWording } from '../import/readWording';
import type { IsoDate } from '../letter/model';
import { readSchools, readTrusts } from '../register/file';
import { saveRegister } from '../register/store';
import type { Done } from '../storage/area';
import type { AnyRecord } from '../storage/lists';
import type { RecordKind, RecordOf } from '../storage/schema';
import { readBackup } from '../transfer/backup';
import { compareRecords, type Comparison, listAddressFaults } from '../transfer/comparison';
import { readDetailsFile } from '../transfer/detailsFile';
import { readEmployersCsv } from '../transfer/employersCsv';
import { readSignersCsv } from '../transfer/signersCsv';

type Progress = (done: number) => void;

const newId = () => crypto.randomUUID();

/** What can be read, by kind. Each reader gets only data that can be posted to a worker. */
const readers = {
  backup: ({ file, saved }: FileToCompare, progress: Progress) => compare(saved, readBackup(file), progress),
  details: ({ file, saved }: FileToCompare, progress: Progress) =>
    compare(saved, readDetailsFile(file, newId, saved), progress),
  signers: ({ file, saved, answers }: TableToCompare, progress: Progress) => {
    const known = { signers: recordsOfKind(saved, 'signer'), employers: recordsOfKind(saved, 'employer') };
    return compare(saved, readSignersCsv(file, known, newId, answers).then(asRecords), progress);
  },
  employers: ({ file, saved, answers }: TableToCompare, progress: Progress) => {
    const known = recordsOfKind(saved, 'employer');
    return compare(saved, readEmployersCsv(file, known, newId, answers).then(asRecords), progress);
  },
  word: ({ file }: { file: File }) => readWordWording(file),
  pasted: ({ text }: { text: string }) => readPastedWording(text),
  schools: ({ file, today }: RegisterFile, progress: Progress) =>
    saveEntries(readSchools(file, progress), (entries) => saveRegister('schools', entries, today)),
  trusts: ({ file, today }: RegisterFile, progress: Progress) =>
    saveEntries(readTrusts(file, progress), (entries) => saveRegister('trusts', entries, today)),
};

interface FileToCompare {
  file: File;
  saved: readonly AnyRecord[];
}

interface TableToCompare extends FileToCompare {
  answers?: TableAnswers;
}

/** Reading a large file and comparing it take about as long as each other. */
const HALF = 0.5;

/** What the file would change. It is worked out in the worker too: comparing ten megabytes would block the page. */
interface Compared {
  records: readonly AnyRecord[];
  comparison: Comparison;
  /** As `listAddressFaults` returns them. */
  addressFaults: string[];
}

async function compare<Value extends Pick<Compared, 'records'>>(
  saved: readonly AnyRecord[],
  reading: Promise<FileResult<Value>>,
  progress: Progress,
): Promise<FileResult<Value & Compared>> {
  const read = await reading;
  if (!read.ok) return read;
  progress(HALF);
  const { records } = read.value;
  const comparison = compareRecords(saved, records);
  return { ...read, value: { ...read.value, comparison, addressFaults: listAddressFaults(records) } };
}

function asRecords(read: FileResult<AnyRecord[]>): FileResult<Pick<Compared, 'records'>> {
  return read.ok ? { ...read, value: { records: read.value } } : read;
}

function recordsOfKind<K extends RecordKind>(saved: readonly AnyRecord[], kind: K): RecordOf[K][] {
  return saved.filter((one) => one.kind === kind).map(({ record }) => record as RecordOf[K]);
}

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
export type Reading<K extends Kind> = Awaited<ReturnType<(typeof readers)[K]>>;

export interface Request<K extends Kind = Kind> {
  kind: K;
  given: Given<K>;
}

type Refusal = Exclude<FileResult<unknown>, { ok: true }>;

export type WorkerMessage =
  | { is: 'progress'; done: number } // between 0 and 1
  /** Items of the list that `path` names in the result. */
  | { is: 'part'; path: string[]; items: unknown[] }
  /** The lists of which parts were posted are empty here. */
  | { is: 'result'; result: Reading<Kind> };

/** At most so many items of a list are posted at once: taking over thousands of records would block the page. */
const MOST_POSTED = 200;

function postInParts(result: Reading<Kind>, post: (answer: WorkerMessage) => void): void {
  const parts = findLongLists(result, []);
  for (const { holder, path, items } of parts) {
    for (let at = 0; at < items.length; at += MOST_POSTED)
      post({ is: 'part', path, items: items.slice(at, at + MOST_POSTED) });
    holder[path.at(-1) ?? ''] = [];
  }
  post({ is: 'result', result });
}

interface LongList {
  holder: Record<string, unknown>;
  path: string[];
  items: unknown[];
}

function findLongLists(value: object, path: string[]): LongList[] {
  const holder = value as Record<string, unknown>;
  return Object.entries(holder).flatMap(([name, inner]) => {
    if (Array.isArray(inner))
      return inner.length > MOST_POSTED ? [{ holder, path: [...path, name], items: inner }] : [];
    return typeof inner === 'object' && inner !== null ? findLongLists(inner, [...path, name]) : [];
  });
}

/** A table can have a problem in each of half a million rows. Posting them would block the page, which shows only the first. */
function shorten({ problems, ...others }: Refusal): Refusal {
  return {
    ...others,
    problems: problems.slice(0, MOST_SHOWN),
    more: Math.max(0, problems.length - MOST_SHOWN),
  };
}

/** The worker’s side: reads what was posted, and posts progress and one result. Whatever fails ends in a sentence. */
export async function answer<K extends Kind>(
  { kind, given }: Request<K>,
  post: (answer: WorkerMessage) => void,
): Promise<void> {
  const read = readers[kind] as (given: Given<K>, progress: Progress) => Promise<Reading<K>>;
  try {
    const result = await read(given, (done) => post({ is: 'progress', done }));
    postInParts(result.ok ? result : shorten(result), post);
  } catch (error) {
    console.error(error);
    post({ is: 'result', result: UNREADABLE });
  }
}
