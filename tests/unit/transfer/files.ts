import { type PickedFile, formatProblem, type FileResult } from '../../../lib/files/readText';

/** A file as the user picks it. */
export function pick(content: string | Uint8Array<ArrayBuffer>, name = 'file.json'): PickedFile {
  return new File([content], name);
}

export const hugeFile: PickedFile = {
  name: 'huge.json',
  size: 2_000_000_000,
  arrayBuffer: () => Promise.reject(new Error('must not be read')),
};

export const movedFile: PickedFile = {
  name: 'moved.json',
  size: 100,
  arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
};

export function sentencesOf(result: FileResult<unknown>, name = 'file.json'): string[] {
  if (result.ok) throw new Error('no problem was found');
  return result.problems.map((problem) => formatProblem(name, problem));
}

export function valueOf<T>(result: FileResult<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** Encodes text as Excel’s “Unicode text” does. */
export function utf16(text: string, order: 'little-endian' | 'big-endian' = 'little-endian') {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return new Uint8Array(order === 'big-endian' ? bytes.swap16() : bytes);
}

/** Files that users pick by mistake, and the expected message. */
export const wrongFiles: [name: string, content: string | Uint8Array<ArrayBuffer>, message: string][] = [
  ['an empty file', '', 'this file is empty'],
  ['blank lines', ' \n\n ', 'this file is empty'],
  ['a saved web page', '\uFEFF\n<!DOCTYPE html><html>Sign in</html>', 'this is a web page'],
  ['a zip', 'PK\u0003\u0004…', 'this is a zip file or a Word or Excel file'],
  ['a PDF', '%PDF-1.7', 'this is a PDF file'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2), 'this is a picture'],
  ['binary', Uint8Array.of(1, 0, 2, 0), 'this file is not text'],
];
