import { Document, Footer, type ISectionOptions, Packer } from 'docx';
import type { IsoDate } from '../letter/model';
import type { Numbering } from './runs';
import { escapeXml } from './styles';

export interface WordParts {
  properties: DocumentProperties;
  /** The whole of `word/styles.xml`. */
  styles: string;
  numbering: Numbering['config'];
  /** The whole of `word/footer1.xml`. */
  footer: string;
  section: Pick<ISectionOptions, 'properties' | 'children'>;
}

/** Writes a Word file. The same parts always give the same bytes: the file does not reveal when or where it was made. */
export async function packDocument({
  properties,
  styles,
  numbering,
  footer,
  section,
}: WordParts): Promise<Uint8Array> {
  const document = new Document({
    numbering: { config: numbering },
    sections: [{ ...section, footers: { default: new Footer() } }],
  });
  const parts = [
    { path: 'word/styles.xml', data: styles },
    { path: 'word/footer1.xml', data: footer },
    // docx writes the current time and "Un-named" into the properties, and has no option for either.
    { path: 'docProps/core.xml', data: renderCoreProperties(properties) },
  ];
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document, undefined, parts));
  setZipDates(bytes, properties.date);
  return bytes;
}

/** Shown by Word under "Properties". Contains nothing that the page does not show, because the file goes to other people. */
interface DocumentProperties {
  title: string;
  /** Left out when empty. */
  author: string;
  date: IsoDate;
}

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

function renderCoreProperties({ title, author, date }: DocumentProperties): string {
  // The date of the letter, not the time of saving.
  const day = `${date}T00:00:00Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${NAMESPACES}>`,
    `<dc:title>${escapeXml(title)}</dc:title>`,
    author === '' ? '' : `<dc:creator>${escapeXml(author)}</dc:creator>`,
    `<dc:language>en-GB</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_LENGTH = 22;
const DIRECTORY_ENTRY_LENGTH = 46;
const FIRST_YEAR = 1980;
const LAST_YEAR = 2107;

/**
 * Sets the date of every file in a zip to `date` at midnight, in place. docx uses the current time and has no option
 * for another. Offsets as in PKWARE's APPNOTE 4.3.
 */
export function setZipDates(zip: Uint8Array, date: IsoDate): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEndOfDirectory(view);
  const dosDate = toDosDate(date);
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    const file = view.getUint32(entry + 42, true);
    setDate(view, entry + 12, dosDate);
    setDate(view, file + 10, dosDate);
    entry += DIRECTORY_ENTRY_LENGTH + sumOf(view, entry + 28, entry + 30, entry + 32);
  }
}

function findEndOfDirectory(view: DataView): number {
  let offset = view.byteLength - END_OF_DIRECTORY_LENGTH;
  while (view.getUint32(offset, true) !== END_OF_DIRECTORY) offset--;
  return offset;
}

/** The zip format stores the time first, then the date. */
function setDate(view: DataView, offset: number, dosDate: number): void {
  view.setUint16(offset, 0, true);
  view.setUint16(offset + 2, dosDate, true);
}

const sumOf = (view: DataView, ...offsets: number[]) =>
  offsets.reduce((sum, offset) => sum + view.getUint16(offset, true), 0);

function toDosDate(date: IsoDate): number {
  const [year = FIRST_YEAR, month = 1, day = 1] = date.split('-').map(Number);
  const clamped = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
  return ((clamped - FIRST_YEAR) << 9) | (month << 5) | day;
}
