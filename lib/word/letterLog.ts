import {
  BorderStyle,
  type ISectionOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { packDocument } from './document';
import { layOutRecord, type LetterRecord, type RecordPart, recordTexts } from './letterLogParts';
import { recordNumbering, type RecordStyleId, recordStyles, REQUESTS_LIST } from './letterLogStyles';
import { letterPage, renderPageNumber } from './page';
import { renderRuns } from './runs';

/** The record as a Word file. Brings the docx library with it: load it when somebody asks for it. */
export async function renderRecord(record: LetterRecord): Promise<Uint8Array> {
  return packDocument({
    properties: { title: recordTexts.title, author: '', date: record.madeOn },
    styles: recordStyles,
    numbering: recordNumbering,
    footer: renderPageNumber(recordTexts.title),
    section: { properties: letterPage, children: layOutRecord(record).map(renderPart) },
  });
}

function renderPart(part: RecordPart): ISectionOptions['children'][number] {
  if (part.type === 'table') return renderRecordTable(part);
  const { style, content, newPage } = part;
  const list = style === 'RecordRequest' ? { numbering: { reference: REQUESTS_LIST, level: 0 } } : {};
  return new Paragraph({
    style,
    children: renderRuns(content),
    ...(newPage ? { pageBreakBefore: true } : {}),
    ...list,
  });
}

const HEADING_SHADE = 'E7EDF3';
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};
const PADDING = { top: 50, bottom: 50, left: 90, right: 90 };
/** Twentieths of a point: the 16 cm between the margins of the page. */
const WIDTHS = [2900, 4872, 1300];

/** Its heading row comes back on every page, and no row is torn in two. */
function renderRecordTable({ columns, rows }: Extract<RecordPart, { type: 'table' }>): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: WIDTHS,
    borders: BORDERS,
    margins: PADDING,
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: renderCells(columns, 'RecordColumn') }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: renderCells(cells, 'RecordCell') })),
    ],
  });
}

function renderCells(cells: readonly string[], style: RecordStyleId): TableCell[] {
  const shading = { type: ShadingType.CLEAR, color: 'auto', fill: HEADING_SHADE };
  return cells.map(
    (text) =>
      new TableCell({
        ...(style === 'RecordColumn' ? { shading } : {}),
        children: [new Paragraph({ style, children: renderRuns([{ type: 'text', text }]) })],
      }),
  );
}
