import { Paragraph, type ISectionOptions } from 'docx';
import { letterPage, renderPageNumber } from '../page';
import { packDocument } from '../packDocument';
import { renderRuns } from '../runs';
import { layOutRecord, type RecordPart } from './layOutRecord';
import type { LetterRecord } from './letterRecord';
import { recordNumbering, recordStyles, REQUESTS_LIST } from './recordStyles';
import { renderRecordTable } from './recordTable';
import { recordTexts } from './wording';

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
