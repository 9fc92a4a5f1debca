import {
  CommentRangeStart,
  CommentReference,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IParagraphOptions,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Makes a Word file, as Word would save it, from paragraphs and tables. */
export async function makeWordFile(
  children: (Paragraph | Table)[],
  { header }: { header?: string } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    numbering: {
      config: [
        { reference: 'numbers', levels: levels(LevelFormat.DECIMAL) },
        { reference: 'bullets', levels: levels(LevelFormat.BULLET) },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('Schools Week, October 2025')] } },
    comments: {
      children: [{ id: 0, author: 'A', date: new Date(0), children: [new Paragraph('Check this')] }],
    },
    sections: [
      {
        ...(header ? { headers: { default: new Header({ children: [new Paragraph(header)] }) } } : {}),
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat]) {
  return [0, 1].map((level) => ({
    level,
    format,
    text: format === LevelFormat.BULLET ? '•' : `%${level + 1}.`,
  }));
}

export const para = (text: string, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, children: [new TextRun(text)] });
export const bold = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] });
export const runs = (...parts: (string | { bold: string } | { struck: string } | { br: string })[]) =>
  new Paragraph({
    children: parts.map((part) => {
      if (typeof part === 'string') return new TextRun(part);
      if ('bold' in part) return new TextRun({ text: part.bold, bold: true });
      if ('br' in part) return new TextRun({ text: part.br, break: 1 });
      return new TextRun({ text: part.struck, strike: true });
    }),
  });
export const heading = (text: string) => para(text, { heading: HeadingLevel.HEADING_1 });
export const numbered = (text: string, level = 0) =>
  para(text, { numbering: { reference: 'numbers', level } });
export const bullet = (text: string, level = 0) => para(text, { numbering: { reference: 'bullets', level } });
export const withFootnote = (text: string) =>
  new Paragraph({ children: [new TextRun(text), new FootnoteReferenceRun(1)] });
export const withComment = (text: string) =>
  new Paragraph({
    children: [
      new CommentRangeStart(0),
      new TextRun(text),
      new TextRun({ children: [new CommentReference(0)] }),
    ],
  });
export const table = (...rows: string[][]) =>
  new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [para(cell)] })) }),
    ),
  });

export function editPart(
  file: Uint8Array,
  part: string,
  change: (xml: string) => string,
): Uint8Array<ArrayBuffer> {
  const files = unzipSync(file);
  const before = files[part];
  if (!before) throw new Error(`no ${part}`);
  return new Uint8Array(zipSync({ ...files, [part]: strToU8(change(strFromU8(before))) }));
}

export const zip = (files: Record<string, string>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
