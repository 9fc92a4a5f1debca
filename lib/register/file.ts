import { refuse, type FileProblem, type FileResult, formatSize, recogniseFile } from '../files/readText';
import { scanCsv } from './csvStream';
import type { School, Trust, TrustKind } from './schools';

/** Reads the Department for Education's files as downloaded. Columns are found by name, because their order changes. */

interface Table<T> {
  /** The expected file, worded for a sentence. */
  what: string;
  /** Columns that the expected file always has. */
  required: readonly string[];
  /** A column that only the other of the two files has, and what to say if the user picked that file. */
  other: { column: string; sentence: string };
  toEntry(cell: (column: string) => string): T | null;
}

const schoolTable: Table<School> = {
  what: 'the register of schools (edubasealldata….csv)',
  required: [
    'URN',
    'EstablishmentName',
    'TypeOfEstablishment (code)',
    'EstablishmentStatus (name)',
    'LA (code)',
  ],
  other: {
    column: 'Group UID',
    sentence:
      'This is the register of trusts; the register of schools (edubasealldata….csv) is expected here.',
  },
  toEntry: toSchool,
};

const trustTable: Table<Trust> = {
  what: 'the register of trusts (allgroupsdata….csv)',
  required: ['Group UID', 'Group Name', 'Group Type (code)', 'Group Status'],
  other: {
    column: 'EstablishmentName',
    sentence:
      'This is the register of schools; the register of trusts (allgroupsdata….csv) is expected here.',
  },
  toEntry: toTrust,
};

type Progress = (done: number) => void;

/** Reads the open schools. `progress` is called with a number between 0 and 1. */
export function readSchools(file: Blob, progress: Progress = () => {}): Promise<FileResult<School[]>> {
  return readTable(file, schoolTable, progress);
}

/** Reads the open academy trusts. The file also lists closed trusts and other groups, which are left out. */
export function readTrusts(file: Blob, progress: Progress = () => {}): Promise<FileResult<Trust[]>> {
  return readTable(file, trustTable, progress);
}

async function readTable<T>(file: Blob, table: Table<T>, progress: Progress): Promise<FileResult<T[]>> {
  const unfit = await findFileProblem(file, table.what);
  if (unfit) return refuse(unfit);
  const entries: T[] = [];
  const places = new Map<string, number>();
  const scanned = await scanCsv(file, {
    header: (columns) => {
      columns.forEach((column, at) => places.set(column, at));
      return findColumnProblem(places, table);
    },
    row: (cells) => {
      const entry = table.toEntry((column) => (cells[places.get(column) ?? -1] ?? '').trim());
      if (entry) entries.push(entry);
    },
    progress,
  });
  if (!scanned.ok) return scanned;
  return entries.length > 0
    ? { ok: true, value: entries }
    : refuse(`There is no open entry in this file; ${table.what} is expected.`);
}

/** The whole register is about 60 MB. */
const MAX_BYTES = 500_000_000;

async function findFileProblem(file: Blob, what: string): Promise<string | null> {
  if (file.size === 0) return `This file is empty; ${what} is expected.`;
  if (file.size > MAX_BYTES) return `This file is ${formatSize(file.size)}; ${what} is about 60 MB.`;
  const start = await readStart(file);
  if (!start) return 'The browser could not read this file. It may have been moved, or be open elsewhere.';
  const found = recogniseFile(start);
  if (!found) return start.includes(0) ? `This file is not text; ${what} is expected.` : null;
  const advice = found.includes('zip')
    ? ' If it is the zip you downloaded, open it and pick the .csv file in it.'
    : '';
  return `This is ${found}; ${what} is expected.${advice}`;
}

async function readStart(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(0, 512).arrayBuffer());
  } catch {
    return null;
  }
}

function findColumnProblem<T>(
  found: ReadonlyMap<string, number>,
  { what, required, other }: Table<T>,
): FileProblem | null {
  const missing = required.filter((column) => !found.has(column));
  if (missing.length === 0) return null;
  if (found.has(other.column)) return { sentence: other.sentence };
  const [first = ''] = missing;
  const sentence =
    missing.length === required.length
      ? `These are not the columns of ${what}.`
      : `Of the columns of ${what}, ${missing.map((column) => `“${column}”`).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`;
  return { line: 1, column: first, sentence };
}

function toSchool(cell: (column: string) => string): School | null {
  // Keeps "Open, but proposed to close" and "Proposed to open" too: their staff have an employer.
  if (!/open/i.test(cell('EstablishmentStatus (name)')) || cell('EstablishmentName') === '') return null;
  return {
    urn: cell('URN'),
    name: cell('EstablishmentName'),
    typeCode: cell('TypeOfEstablishment (code)'),
    councilCode: cell('LA (code)'),
    address: joinLines(['Street', 'Locality', 'Address3', 'Town', 'County (name)'].map(cell)),
    postcode: cell('Postcode'),
    phone: cell('TelephoneNum'),
    trustId: cell('Trusts (code)'),
    trustName: cell('Trusts (name)'),
    trustKind: kindFromFlag(cell('TrustSchoolFlag (name)')),
  };
}

function kindFromFlag(flag: string): TrustKind {
  if (/multi-academy/i.test(flag)) return 'multi';
  return /single-academy/i.test(flag) ? 'single' : 'unknown';
}

const trustKinds: Record<string, TrustKind> = { '6': 'multi', '10': 'single' };

function toTrust(cell: (column: string) => string): Trust | null {
  const kind = trustKinds[String(Number(cell('Group Type (code)')))];
  if (!kind || cell('Group Status').toLowerCase() !== 'open') return null;
  const lines = ['Group Street', 'Group Locality', 'Group Address 3', 'Group Town', 'Group County'];
  return {
    id: cell('Group UID'),
    name: cell('Group Name'),
    kind,
    address: joinLines(lines.map(cell)),
    postcode: cell('Group Postcode'),
  };
}

function joinLines(lines: string[]): string {
  return lines.filter((line) => line !== '' && !/^not (recorded|applicable)$/i.test(line)).join('\n');
}
