import type { Result } from '../failure/failure';
import type { TableQuestion } from './tableQuestions';

/** A problem in a file that the user picked: its place, and what was expected. */
export interface FileProblem {
  /** Counted from 1; absent when the problem concerns the whole file. */
  line?: number;
  /** In a table, the row as a spreadsheet numbers it. */
  row?: number;
  /** The name of a table's column, or the position in a line of text. */
  column?: string | number;
  sentence: string;
}

/** Enough to correct in one go; the others are shown once these are corrected. */
export const MOST_SHOWN = 20;

export type FileResult<T> = Result<
  {
    value: T;
    /** What the file holds and this version cannot use, e.g. a field of a later version. */
    leftOut?: readonly FileProblem[];
    /** What a table leaves open. Each has an answer already, which the user can change. */
    questions?: readonly TableQuestion[];
  },
  FileRefusal
>;

export interface FileRefusal {
  problems: FileProblem[];
  /** What the user can choose, so that a table can be used after all. */
  questions?: readonly TableQuestion[];
  /** The number of problems that are not listed. */
  more?: number;
}

export function refuse(
  sentence: string,
  place: Omit<FileProblem, 'sentence'> = {},
): Result<never, FileRefusal> {
  return { ok: false, problems: [{ ...place, sentence }] };
}

export const UNREADABLE = refuse(
  'This could not be read. It may be damaged: save it again, or ask for it once more.',
);

/** “heads.csv”, line 3, column “Email”: this is not an email address. */
export function formatProblem(fileName: string, { line, row, column, sentence }: FileProblem): string {
  const place = [
    `“${fileName}”`,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column ${typeof column === 'number' ? column : `“${column}”`}`]),
  ];
  // A first word in capitals stays: "URN" must not become "uRN".
  const runOn = sentence.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase());
  return `${place.join(', ')}: ${runOn}`;
}

/** The part of a browser's `File` that we use, so that tests can pass a plain object. */
export interface PickedFile {
  name: string;
  size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface Expectation {
  /** E.g. "a backup made by Dear Employer (a .json file)". */
  what: string;
  maxBytes: number;
  /** Tables saved by Excel on Windows are often not UTF-8. */
  mayBeWindows1252?: boolean;
}

/** Reads a text file. On failure returns one problem that says what the file is and what is expected. */
export async function readTextFile(file: PickedFile, expected: Expectation): Promise<FileResult<string>> {
  if (file.size > expected.maxBytes) {
    const sizes = `This file is ${formatSize(file.size)}; ${expected.what} is at most ${formatSize(expected.maxBytes)}.`;
    return refuse(sizes);
  }
  const bytes = await readBytes(file);
  if (!bytes)
    return refuse('The browser could not read this file. It may have been moved, or be open elsewhere.');
  if (bytes.length === 0) return refuse(`This file is empty; ${expected.what} is expected.`);
  const utf16 = detectUtf16(bytes);
  const other = utf16 ? null : recogniseFile(bytes);
  if (other) return refuse(`This is ${other}; ${expected.what} is expected.`);
  const text = utf16 ? decodeAs(utf16, bytes) : decode(bytes, expected.mayBeWindows1252 ?? false);
  if (text === null) return refuse(`This file is not text; ${expected.what} is expected.`);
  if (text.trim() === '') return refuse(`This file is empty; ${expected.what} is expected.`);
  return { ok: true, value: text };
}

async function readBytes(file: PickedFile): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // The browser throws when the file was moved, renamed or locked after it was picked.
    return null;
  }
}

function decode(bytes: Uint8Array, mayBeWindows1252: boolean): string | null {
  if (bytes.includes(0)) return null;
  const text = decodeAs('utf-8', bytes);
  if (text !== null || !mayBeWindows1252) return text;
  return decodeWindows1252(bytes);
}

/** Excel's “Unicode text” and old versions of Notepad write UTF-16 with a byte order mark. */
function detectUtf16([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function decodeAs(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** The first bytes of files that users pick by mistake. */
const signatures = [
  { start: 'PK\u0003\u0004', what: 'a zip file or a Word or Excel file' },
  { start: '%PDF', what: 'a PDF file' },
  { start: '\u00D0\u00CF\u0011\u00E0', what: 'an old Word or Excel file' },
  { start: '\u0089PNG', what: 'a picture' },
  { start: '\u00FF\u00D8\u00FF', what: 'a picture' },
  { start: '\u001F\u008B', what: 'a compressed file' },
  { start: '\u00FF\u00FE', what: 'text in an encoding (UTF-16) that cannot be read here' },
  { start: '\u00FE\u00FF', what: 'text in an encoding (UTF-16) that cannot be read here' },
] as const;

/** Names the kind of file if it is a known one other than plain text; `null` otherwise. */
export function recogniseFile(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 512));
  const known = signatures.find((signature) => start.startsWith(signature.start));
  if (known) return known.what;
  const firstText = start
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
    .toLowerCase();
  return /^<(!doctype|html|head|body|!--|\?xml|script|meta)/.test(firstText) ? 'a web page' : null;
}

/** "2 GB", "14 MB", "3 kB". */
export function formatSize(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const at = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${Number((bytes / 1000 ** at).toPrecision(2))} ${units[at]}`;
}

/**
 * With `stream`, because without it Node 20 decodes Latin-1 although asked for Windows-1252
 * (github.com/nodejs/node/issues/56542, January 2025).
 */
function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes, { stream: true });
}

/** The characters of Windows-1252, each at the place that is its byte. */
const WINDOWS_1252 = decodeWindows1252(Uint8Array.from({ length: 256 }, (_, byte) => byte));

/**
 * The text that was meant, if UTF-8 was read as Windows-1252 and saved so ("ZoÃ«" for "Zoë"); null for any other text. Such
 * bytes are valid UTF-8 by chance only in texts that nobody writes.
 */
export function readMisread(text: string): string | null {
  // oxlint-disable-next-line no-control-regex -- a test for ASCII
  if (/^[\u0000-\u007f]*$/.test(text)) return null;
  const bytes = Array.from(text, (character) => WINDOWS_1252.indexOf(character));
  if (bytes.includes(-1)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
