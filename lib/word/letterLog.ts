import { type ISectionOptions, Paragraph } from 'docx';
import { packDocument } from './document';
import { layOutLetterLog, type LetterLog, type LogPart, logTexts } from './letterLogParts';
import { logNumbering, type LogStyleId, logStyles, REQUESTS_LIST } from './letterLogStyles';
import { letterPage, renderPageNumber } from './page';
import { renderRuns } from './runs';
import { type CellContent, renderRuledTable } from './table';

/** The letter log as a Word file. Imports the docx library (60 kB), so load this module only on request. */
export async function renderLetterLog(record: LetterLog): Promise<Uint8Array> {
  return packDocument({
    properties: { title: logTexts.title, author: '', date: record.madeOn },
    styles: logStyles,
    numbering: logNumbering,
    footer: renderPageNumber(logTexts.title),
    section: { properties: letterPage, children: layOutLetterLog(record).map(renderPart) },
  });
}

function renderPart(part: LogPart): ISectionOptions['children'][number] {
  if (part.type === 'table') return renderLogTable(part);
  const { style, content, newPage } = part;
  const list = style === 'RecordRequest' ? { numbering: { reference: REQUESTS_LIST, level: 0 } } : {};
  return new Paragraph({
    style,
    children: renderRuns(content),
    ...(newPage ? { pageBreakBefore: true } : {}),
    ...list,
  });
}

/** Twentieths of a point: together the 16 cm between the margins of the page. */
const COLUMN_WIDTHS = [2900, 4872, 1300];

function renderLogTable({ columns, rows }: Extract<LogPart, { type: 'table' }>) {
  return renderRuledTable({
    columnWidths: COLUMN_WIDTHS,
    heading: columns.map((text) => renderCell(text, 'RecordColumn')),
    rows: rows.map((cells) => cells.map((text) => renderCell(text, 'RecordCell'))),
    verticalPadding: 50,
  });
}

function renderCell(text: string, style: LogStyleId): CellContent {
  return [new Paragraph({ style, children: renderRuns([{ type: 'text', text }]) })];
}
