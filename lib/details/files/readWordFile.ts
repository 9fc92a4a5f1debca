import { isBlank } from '../../letter/text';
import { wordsOf } from '../../letter/fromWord/wording';
import { refuse, type FileResult } from './fileProblem';
import type { PickedFile } from './readTextFile';
import { formatSize, recogniseFile } from './recogniseFile';
import { readWordTree, type WordNode, type WordWording } from './wordTree';
import { readWordZip } from './wordZip';

const WHAT = 'a Word document (a .docx file)';
const MOST_BYTES = 10_000_000;
const ZIP = 'PK\u0003\u0004';
const OLD_WORD = '\u00D0\u00CF\u0011\u00E0';

/** The words of a Word file, as data: nothing in it is ever taken for markup, and nothing in it runs. */
export async function readWordFile(file: PickedFile): Promise<FileResult<WordWording>> {
  if (file.size > MOST_BYTES) {
    return refuse(
      `This file is ${formatSize(file.size)}; ${WHAT} with a letter is at most ${formatSize(MOST_BYTES)}.`,
    );
  }
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes)
    return refuse('The browser could not read this file. It may have been moved, or be open elsewhere.');
  const start = String.fromCharCode(...new Uint8Array(bytes.slice(0, 5)));
  if (!start.startsWith(ZIP)) return refuse(sayWhatItIs(start, new Uint8Array(bytes)));
  const zip = readWordZip(new Uint8Array(bytes), WHAT);
  if (!zip.ok) return zip;
  const document = await readDocument(zip.value.bytes.buffer);
  if (!document) return refuse('This Word file is damaged. Save it again in Word, or ask for it once more.');
  const { paragraphs, leftOut } = readWordTree(document);
  if (paragraphs.every(({ spans }) => isBlank(wordsOf(spans)))) {
    return refuse('There are no words in this Word file.');
  }
  return { ok: true, value: { paragraphs, leftOut: [...leftOut, ...zip.value.leftOut] } };
}

function sayWhatItIs(start: string, bytes: Uint8Array): string {
  if (bytes.length === 0) return `This file is empty; ${WHAT} is expected.`;
  if (start.startsWith(OLD_WORD)) {
    return 'This is an old Word file, or one with a password. Open it in Word and save it as a Word document (.docx) without a password.';
  }
  if (start === '{\\rtf') {
    return 'This is a rich text file (.rtf). Open it in Word and save it as a Word document (.docx).';
  }
  return `This is ${recogniseFile(bytes) ?? 'not a Word document'}; ${WHAT} is expected.`;
}

/** mammoth reads the file into a tree of parts; we take that, and none of the HTML it could make of it. */
async function readDocument(arrayBuffer: ArrayBuffer): Promise<WordNode | null> {
  const { default: mammoth } = await import('mammoth');
  let found: WordNode | null = null;
  const transformDocument = (document: WordNode): WordNode => {
    found = document;
    return { ...document, children: [], comments: [] };
  };
  // Browsers look for `arrayBuffer`, Node, where tests run, for `buffer`.
  const input = { arrayBuffer, buffer: arrayBuffer };
  try {
    await mammoth.convertToHtml(input, { transformDocument, includeEmbeddedStyleMap: false });
  } catch {
    // Not the XML it should be, or nested without end.
    return null;
  }
  return found;
}
