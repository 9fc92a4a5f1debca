import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type FileResult, refuse, formatSize, type PickedFile, recogniseFile } from '../files/readText';
import { checksumOf, readZipChecksums } from '../files/zipChecksums';
import { isBlank } from '../letter/text';
import { type Span, type WordingParagraph, wordsOf } from './paragraphs';
import { findWordMarkup, type WordMarkup, unwrapForMammoth } from './wordMarkup';

const DESCRIPTION = 'a Word document (a .docx file)';
const MAX_BYTES = 10_000_000;
const ZIP = 'PK\u0003\u0004';
const OLD_WORD = '\u00D0\u00CF\u0011\u00E0';

/** Reads the words of a Word file as plain data: nothing in it is treated as markup, and nothing in it runs. */
export async function readWordFile(file: PickedFile): Promise<FileResult<WordWording>> {
  if (file.size > MAX_BYTES) {
    return refuse(
      `This file is ${formatSize(file.size)}; ${DESCRIPTION} with a letter is at most ${formatSize(MAX_BYTES)}.`,
    );
  }
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes)
    return refuse('The browser could not read this file. It may have been moved, or be open elsewhere.');
  const start = String.fromCharCode(...new Uint8Array(bytes.slice(0, 5)));
  if (!start.startsWith(ZIP)) return refuse(describeOtherFile(start, new Uint8Array(bytes)));
  const zip = readWordZip(new Uint8Array(bytes), DESCRIPTION);
  if (!zip.ok) return zip;
  const read = await readDocument(zip.value.bytes.buffer);
  if (!read) return refuse('This Word file is damaged. Save it again in Word, or ask for it once more.');
  const { paragraphs, leftOut } = readWordTree(read.document);
  if (paragraphs.every(({ spans }) => isBlank(wordsOf(spans)))) {
    return refuse('There are no words in this Word file.');
  }
  const { markup } = zip.value;
  return {
    ok: true,
    value: { paragraphs, leftOut: [...leftOut, ...read.leftOut, ...markup.leftOut], toCheck: markup.toCheck },
  };
}

function describeOtherFile(start: string, bytes: Uint8Array): string {
  if (bytes.length === 0) return `This file is empty; ${DESCRIPTION} is expected.`;
  if (start.startsWith(OLD_WORD)) {
    return 'This is an old Word file, or one with a password. Open it in Word and save it as a Word document (.docx) without a password.';
  }
  if (start === '{\\rtf') {
    return 'This is a rich text file (.rtf). Open it in Word and save it as a Word document (.docx).';
  }
  return `This is ${recogniseFile(bytes) ?? 'not a Word document'}; ${DESCRIPTION} is expected.`;
}

/** Takes the document tree from mammoth, and discards its HTML. `null` when the file is damaged. */
async function readDocument(
  arrayBuffer: ArrayBuffer,
): Promise<{ document: WordNode; leftOut: string[] } | null> {
  const { default: mammoth } = await import('mammoth');
  let found: WordNode | null = null;
  const transformDocument = (document: WordNode): WordNode => {
    found = document;
    return { ...document, children: [], comments: [] };
  };
  // mammoth reads `arrayBuffer` in browsers and `buffer` in Node, where the tests run.
  const input = { arrayBuffer, buffer: arrayBuffer };
  try {
    const { messages } = await mammoth.convertToHtml(input, {
      transformDocument,
      includeEmbeddedStyleMap: false,
    });
    const hasUnreadSigns = messages.some(({ message }) => message.includes('w:sym'));
    return found && { document: found, leftOut: hasUnreadSigns ? ['signs of a special font'] : [] };
  } catch {
    // The XML is invalid, or nested too deeply for the parser.
    return null;
  }
}

/** A node of mammoth's document tree, with only the fields that we use. */
interface WordNode {
  type: string;
  children?: WordNode[];
  value?: string;
  styleName?: string | null;
  numbering?: { level: string; isOrdered: boolean } | null;
  isBold?: boolean;
  isStrikethrough?: boolean;
  breakType?: string;
  checked?: boolean;
  noteType?: string;
  noteId?: string;
  /** Set on a note. */
  body?: WordNode[];
  /** Set on the document: its footnotes and endnotes. */
  notes?: { resolve: (reference: WordNode) => WordNode | null };
  comments?: WordNode[];
}

interface WordWording {
  paragraphs: WordingParagraph[];
  /** Kinds of content that a letter cannot contain and that were left out, in the plural: “pictures”. */
  leftOut: string[];
  /** Kinds of content that are in the paragraphs and that the user should look at. */
  toCheck: string[];
}

/** The paragraphs of a document in order, followed by its notes. */
function readWordTree(document: WordNode): Omit<WordWording, 'toCheck'> {
  const references: WordNode[] = [];
  const leftOut = new Set<string>();
  const toParagraphs = (nodes: readonly WordNode[]): WordingParagraph[] =>
    nodes.flatMap((node) =>
      node.type === 'paragraph'
        ? [toParagraph(node, references, leftOut)]
        : toParagraphs(node.children ?? []),
    );
  const paragraphs = toParagraphs(document.children ?? []);
  // A note can refer to another note, so the list can grow during this loop.
  for (const [at, reference] of references.entries()) {
    const note = at < MAX_NOTES ? document.notes?.resolve(reference) : null;
    const [first, ...others] = toParagraphs(note?.body ?? []);
    if (first) paragraphs.push({ ...first, spans: [plain(`${noteMark(at)} `), ...first.spans] }, ...others);
  }
  return { paragraphs, leftOut: [...leftOut] };
}

/** More than any letter has. The limit ends the loop for a note that refers to itself. */
const MAX_NOTES = 200;

const plain = (text: string): Span => ({ text, bold: false });
const noteMark = (index: number) => `[${index + 1}]`;

function toParagraph(node: WordNode, references: WordNode[], leftOut: Set<string>): WordingParagraph {
  const spans = (node.children ?? []).flatMap((child) => toSpans(child, false, references, leftOut));
  const { numbering, styleName } = node;
  return {
    style: styleName ?? '',
    spans,
    list: numbering ? { ordered: numbering.isOrdered, level: Number(numbering.level) || 0 } : null,
  };
}

function toSpans(node: WordNode, bold: boolean, references: WordNode[], leftOut: Set<string>): Span[] {
  switch (node.type) {
    case 'text':
      return [{ text: node.value ?? '', bold }];
    case 'tab':
      return [{ text: ' ', bold }];
    case 'break':
      return [{ text: '\n', bold }];
    case 'checkbox':
      return [{ text: node.checked ? '☑' : '☐', bold }];
    case 'noteReference':
      return [{ text: noteMark(references.push(node) - 1), bold }];
    case 'commentReference':
      leftOut.add('comments');
      return [];
    case 'image':
      leftOut.add('pictures');
      return [];
    case 'run':
      if (node.isStrikethrough) {
        leftOut.add('words that are struck out');
        return [];
      }
      break;
  }
  const isBold = bold || node.isBold === true || /^strong$/i.test(node.styleName ?? '');
  return (node.children ?? []).flatMap((child) => toSpans(child, isBold, references, leftOut));
}

/** Twenty times the unpacked size of a letter of twenty pages. */
const MAX_UNPACKED = 20_000_000;
/** Over a hundred times the packed size of such a letter. A file that understates its unpacked size stops here. */
const MAX_PACKED = 2_000_000;
/** A letter of the greatest length has fewer, even if Word marks each word. mammoth takes seconds for a million. */
const MAX_TAGS = 600_000;
const DAMAGED = 'This file is damaged or was cut off. Save it again in Word, or ask for it once more.';
const CHECKBOX = 'FORMCHECKBOX';
const CONTENT_TYPES = '[Content_Types].xml';

/** Word on the web can name the document “document2.xml”. */
const BODY_PART = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;

export interface WordZip {
  /** The Word file without pictures and embedded files. */
  bytes: Uint8Array<ArrayBuffer>;
  markup: WordMarkup;
}

/** Unpacks only the XML parts, up to a limit, because a hostile zip can state a wrong size. */
function readWordZip(bytes: Uint8Array, expected: string): FileResult<WordZip> {
  const names: string[] = [];
  let unpacked = 0;
  let packed = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        names.push(name);
        const isWanted = name === 'mimetype' || /\.(xml|rels)$/i.test(name);
        unpacked += isWanted ? originalSize : 0;
        packed += isWanted ? size : 0;
        return isWanted && unpacked <= MAX_UNPACKED && packed <= MAX_PACKED;
      },
    });
  } catch {
    return refuse(DAMAGED);
  }
  if (unpacked > MAX_UNPACKED) {
    return refuse(`This file unpacks to ${formatSize(unpacked)}, far more than a letter.`);
  }
  if (packed > MAX_PACKED) {
    return refuse(`The words of this file take ${formatSize(packed)}, far more than a letter.`);
  }
  const tags = Object.values(files).reduce((sum, content) => sum + countTags(content), 0);
  const pieces = tags.toLocaleString('en-GB');
  if (tags > MAX_TAGS) return refuse(`This file has ${pieces} pieces of formatting, far more than a letter.`);
  // fflate does not verify checksums.
  const checksums = readZipChecksums(bytes);
  const isDamaged = Object.entries(files).some(
    ([name, content]) => checksums.has(name) && checksums.get(name) !== checksumOf(content),
  );
  if (isDamaged) return refuse(DAMAGED);
  if (Object.values(files).some((content) => opensManyFields(strFromU8(content)))) return refuse(DAMAGED);
  const other = recogniseZip(names, files);
  if (other) return refuse(`This is ${other}; ${expected} is expected.`);
  const headers = names.filter(
    (name) => /^word\/(header|footer)\d*\.xml$/.test(name) && hasWords(files[name]),
  );
  const textOf = (part: RegExp) =>
    names.flatMap((name) => (part.test(name) && files[name] ? [strFromU8(files[name])] : [])).join('');
  const markup = findWordMarkup(textOf(BODY_PART), textOf(/^word\/styles\d*\.xml$/));
  return {
    ok: true,
    value: {
      bytes: new Uint8Array(zipSync(withoutFieldCodes(files), { level: 0 })),
      markup: {
        ...markup,
        leftOut: headers.length > 0 ? [...markup.leftOut, 'headers and footers'] : markup.leftOut,
      },
    },
  };
}

function countTags(xml: Uint8Array): number {
  let count = 0;
  for (const byte of xml) if (byte === 0x3c) count += 1;
  return count;
}

/**
 * Word nests two or three fields. mammoth 1.13.0 looks through all open ones at each run, so that a hundred thousand fields
 * that never end, a few kB when packed, take hours.
 */
function opensManyFields(xml: string): boolean {
  let open = 0;
  for (const [, end] of xml.matchAll(/fldCharType\s*=\s*["'](?:begin|(end))/g)) {
    open = Math.max(0, open + (end ? -1 : 1));
    if (open > 100) return true;
  }
  return false;
}

function recogniseZip(names: readonly string[], files: Record<string, Uint8Array>): string | null {
  const mimeType = files['mimetype'] ? strFromU8(files['mimetype']) : '';
  if (mimeType.includes('opendocument')) return 'an OpenDocument file';
  if (names.some((name) => name.startsWith('xl/'))) return 'an Excel file';
  if (names.some((name) => name.startsWith('ppt/'))) return 'a PowerPoint file';
  const isWord = files[CONTENT_TYPES] && names.some((name) => /^word\/.*\.xml$/.test(name));
  return isWord ? null : 'a zip file without a Word document in it';
}

function hasWords(xml: Uint8Array | undefined): boolean {
  return xml !== undefined && /<w:t(?: [^<>]*)?>\s*[^<\s]/.test(strFromU8(xml));
}

/**
 * Field codes (“HYPERLINK …”) are not words of the letter. mammoth 1.13.0 searches them with a pattern whose time grows
 * with the square of the number of spaces: two million spaces, a few kB when packed, take hours. Only the code for a
 * tick box is kept.
 */
function withoutFieldCodes(files: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const entries = Object.entries(files).map(([name, content]) => {
    const xml = strFromU8(content);
    const changed = unwrapForMammoth(xml.includes('instrText') ? dropFieldCodes(xml) : xml);
    return [name, changed === xml ? content : strToU8(changed)] as const;
  });
  return Object.fromEntries(entries);
}

function dropFieldCodes(xml: string): string {
  const parts = xml.split(/(?=<\/?(?:[^\s<>/:]*:)?instrText[\s/>])/);
  return parts
    .map((part) => {
      const end = part.indexOf('>') + 1;
      const opens = part.startsWith('<') && !part.startsWith('</') && part[end - 2] !== '/';
      if (!opens || !/^<(?:[^\s<>/:]*:)?instrText[\s>]/.test(part)) return part;
      return part.slice(0, end) + (part.includes(CHECKBOX, end) ? CHECKBOX : '');
    })
    .join('');
}
