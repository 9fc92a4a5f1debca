import {
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageOrientation,
  type ISectionPropertiesOptions,
} from 'docx';
import type { IsoDate } from '../letter/model';
import type { Numbering } from './runs';
import { escapeXml, type LetterStyleId, WORD_NAMESPACE } from './styles';

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

/** 210 mm × 297 mm in twentieths of a point, Word's unit for lengths. */
const A4 = { width: 11906, height: 16838 };
const MARGIN_2_5_CM = 1417;
const MARGIN_1_5_CM = 850;
const FOOTER_1_25_CM = 709;
const FOOTER_0_7_CM = 397;

/** `titlePage` gives the first page an empty footer of its own, and so no page number. */
export const letterPage = {
  titlePage: true,
  page: {
    size: { ...A4, orientation: PageOrientation.PORTRAIT },
    margin: {
      top: MARGIN_2_5_CM,
      right: MARGIN_2_5_CM,
      bottom: MARGIN_2_5_CM,
      left: MARGIN_2_5_CM,
      header: FOOTER_1_25_CM,
      footer: FOOTER_1_25_CM,
    },
  },
} satisfies ISectionPropertiesOptions;

export const formPage = {
  page: {
    // docx swaps width and height itself for landscape.
    size: { ...A4, orientation: PageOrientation.LANDSCAPE },
    margin: {
      top: MARGIN_1_5_CM,
      right: MARGIN_1_5_CM,
      bottom: MARGIN_1_5_CM,
      left: MARGIN_1_5_CM,
      header: FOOTER_0_7_CM,
      footer: FOOTER_0_7_CM,
    },
  },
} satisfies ISectionPropertiesOptions;

/** Narrower margins, so that ten rows fit on the page. */
export const onePageFormPage = {
  page: {
    ...formPage.page,
    margin: { ...formPage.page.margin, top: 567, right: 680, bottom: 680, left: 680 },
  },
} satisfies ISectionPropertiesOptions;

/** The whole of `word/footer1.xml`: "Page 2 of 3", after the title if one is given. */
export function renderPageNumber(title = ''): string {
  const before = title === '' ? 'Page ' : `${title} · Page `;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<w:ftr xmlns:w="${WORD_NAMESPACE}"><w:p>`,
    `<w:pPr><w:pStyle w:val="${'PageNumber' satisfies LetterStyleId}"/></w:pPr>`,
    renderRun(before),
    renderField('PAGE'),
    renderRun(' of '),
    renderField('NUMPAGES'),
    '</w:p></w:ftr>',
  ].join('');
}

const renderRun = (text: string) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

const renderMark = (type: 'begin' | 'separate' | 'end') => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** A field that the program opening the file computes; it shows 1 until then. */
function renderField(name: 'PAGE' | 'NUMPAGES'): string {
  const instruction = `<w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>`;
  return [renderMark('begin'), instruction, renderMark('separate'), renderRun('1'), renderMark('end')].join(
    '',
  );
}
