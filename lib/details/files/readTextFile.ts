import { refuse, type FileResult } from './fileProblem';
import { mendWindows1252 } from './windows1252';
import { formatSize, recogniseFile } from './recogniseFile';

/** The part of a browser's File that is needed. */
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

/** The text of a file, or why it cannot be what is expected. */
export async function readTextFile(file: PickedFile, expected: Expectation): Promise<FileResult<string>> {
  if (file.size > expected.maxBytes) {
    const sizes = `This file is ${formatSize(file.size)}; ${expected.what} is at most ${formatSize(expected.maxBytes)}.`;
    return refuse(sizes);
  }
  const bytes = await readBytes(file);
  if (!bytes)
    return refuse('The browser could not read this file. It may have been moved, or be open elsewhere.');
  if (bytes.length === 0) return refuse(`This file is empty; ${expected.what} is expected.`);
  const utf16 = utf16Of(bytes);
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
    // Moved, renamed or locked since it was picked: the browser says so by throwing.
    return null;
  }
}

function decode(bytes: Uint8Array, mayBeWindows1252: boolean): string | null {
  if (bytes.includes(0)) return null;
  const text = decodeAs('utf-8', bytes);
  if (text !== null || !mayBeWindows1252) return text;
  return mendWindows1252(new TextDecoder('windows-1252').decode(bytes));
}

/** Excel’s “Unicode text” and old Notepads begin with this mark. */
function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
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
