import Papa from 'papaparse';
import { refuse, type FileProblem, type FileResult } from '../files/readText';

/** Callbacks of `scanCsv`, which reads a large table in pieces: the page stays responsive, and 60 MB never fill memory. */
export interface CsvScan {
  /** Called with the column names. Returning a problem stops the scan. */
  header(columns: string[]): FileProblem | null;
  row(cells: string[]): void;
  /** Called after each piece with the part read, between 0 and 1. */
  progress(done: number): void;
}

/** Asking the browser for a piece takes about a millisecond however small the piece is; progress is shown after each. */
const PIECE_BYTES = 256 * 1024;
const GUESS_BYTES = 1024 * 1024;
/** No real row is this long, so a longer one means an unclosed quotation mark. */
const MAX_ROW_LENGTH = 1024 * 1024;
const LINE_ENDS = /\r\n|\r|\n/g;

export async function scanCsv(
  file: Blob,
  scan: CsvScan,
  pieceBytes = PIECE_BYTES,
): Promise<FileResult<null>> {
  const rows = new RowReader(scan);
  let decoder: TextDecoder | null = null;
  for (let from = 0; from < file.size; from += pieceBytes) {
    const bytes = await readPiece(file.slice(from, from + pieceBytes));
    if (!bytes) return refuse('The browser could not read this file to its end. It may have been moved.');
    if (!decoder && !isAscii(bytes)) decoder = new TextDecoder(await guessEncoding(file, from));
    const isLast = from + pieceBytes >= file.size;
    const problem = rows.read(decode(decoder, bytes, isLast), isLast);
    if (problem) return { ok: false, problems: [problem] };
    scan.progress(Math.min(1, (from + pieceBytes) / file.size));
  }
  return { ok: true, value: null };
}

/** Reads one piece; `null` if the browser cannot. The await lets the page draw and respond between pieces. */
async function readPiece(piece: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await piece.arrayBuffer());
  } catch {
    return null;
  }
}

/**
 * In UTF-8 every other character has several bytes, and a byte that fits none becomes U+FFFD. The decoder reads 60 MB
 * in a small part of the time that a loop over its bytes takes.
 */
function isAscii(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  return text.length === bytes.length && !text.includes('\uFFFD');
}

/** The register is Windows-1252; another program may save it as UTF-8. Called at the first byte where the two differ. */
async function guessEncoding(file: Blob, from: number): Promise<'utf-8' | 'windows-1252'> {
  const to = from + GUESS_BYTES;
  const bytes = (await readPiece(file.slice(from, to))) ?? new Uint8Array();
  try {
    // With `stream`, because the bytes may end in the middle of a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: to < file.size });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Without a decoder, every byte so far is ASCII, which all encodings decode alike. */
function decode(decoder: TextDecoder | null, bytes: Uint8Array, isLast: boolean): string {
  if (!decoder) return new TextDecoder().decode(bytes);
  // Always with `stream` for Windows-1252, as in readText.ts.
  return decoder.decode(bytes, { stream: !isLast || decoder.encoding !== 'utf-8' });
}

class RowReader {
  readonly #scan: CsvScan;
  #rest = '';
  #line = 1;
  #newline = '';
  #delimiter = '';
  #columns: string[] | null = null;

  constructor(scan: CsvScan) {
    this.#scan = scan;
  }

  read(text: string, isLast: boolean): FileProblem | null {
    this.#rest += text;
    this.#newline ||= /\r\n|\n|\r(?=[^\n])/.exec(this.#rest)?.[0] ?? '';
    if (this.#newline) this.#delimiter ||= delimiterOf(this.#rest.split(this.#newline, 1)[0] ?? '');
    const parser = new Papa.Parser({
      delimiter: this.#delimiter || ',',
      newline: (this.#newline || '\n') as '\n',
    });
    const parsed = parser.parse(this.#rest, 0, !isLast) as Papa.ParseResult<string[]>;
    // An error in the last row may only mean that this piece ends within the row.
    const fault = parsed.errors.find(({ row = 0 }) => isLast || row < parsed.data.length);
    const goodRows = fault ? parsed.data.slice(0, fault.row) : parsed.data;
    const problem = this.#takeRows(goodRows, isLast && !fault);
    if (problem) return problem;
    if (fault) return { line: this.#lineAfter(goodRows), sentence: isLast ? CUT_OFF : BAD_QUOTES };
    this.#line += this.#rest.slice(0, parsed.meta.cursor).match(LINE_ENDS)?.length ?? 0;
    this.#rest = this.#rest.slice(parsed.meta.cursor);
    return this.#rest.length > MAX_ROW_LENGTH ? { line: this.#line, sentence: BAD_QUOTES } : null;
  }

  #takeRows(rows: string[][], toTheEnd: boolean): FileProblem | null {
    for (const [at, cells] of rows.entries()) {
      const isVeryLast = toTheEnd && at === rows.length - 1;
      const lineOfRow = () => this.#lineAfter(rows.slice(0, at));
      const isEmpty = cells.length === 1 && cells[0] === '';
      const problem = isEmpty ? null : this.#takeRow(cells, lineOfRow, isVeryLast);
      if (problem) return problem;
    }
    return null;
  }

  /** The line in which the row after `rows` begins. Counted only for a problem: it takes longer than reading the rows. */
  #lineAfter(rows: string[][]): number {
    return rows.reduce((line, cells) => line + countLines(cells), this.#line);
  }

  #takeRow(cells: string[], line: () => number, isVeryLast: boolean): FileProblem | null {
    if (!this.#columns) {
      this.#columns = cells.map((name) => name.replace(/^\uFEFF/, '').trim());
      return this.#scan.header(this.#columns);
    }
    if (cells.length === this.#columns.length) {
      this.#scan.row(cells);
      return null;
    }
    if (isVeryLast && cells.length < this.#columns.length) return { line: line(), sentence: CUT_OFF };
    return { line: line(), sentence: describeWidths(cells.length, this.#columns.length) };
  }
}

/** Spreadsheet programs in many European languages save CSV files with semicolons. */
function delimiterOf(firstLine: string): ',' | ';' {
  return firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
}

const CUT_OFF = 'The file ends here, in the middle of an entry. Download it again, and pick the new file.';
const BAD_QUOTES =
  'A quotation mark here is not closed. Download the file again, and pick the new one unchanged.';

/** The number of lines that a row takes up: cells can contain line breaks. */
function countLines(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 1);
}

function describeWidths(here: number, above: number): string {
  const columns = here === 1 ? 'is 1 column' : `are ${here} columns`;
  return `There ${columns} here and ${above} in the first line; both must be the same.`;
}
