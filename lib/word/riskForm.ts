import { Paragraph } from 'docx';
import type { IsoDate } from '../letter/model';
import { packDocument } from './document';
import { formPage, onePageFormPage, renderPageNumber } from './page';
import { formTexts } from './riskForm.wording';
import {
  EXAMPLES_LIST,
  type FormCell,
  formNumbering,
  type FormPart,
  formStyles,
  type FormText,
  layOutAnnex,
  layOutOnePage,
  type RiskFormHead,
} from './riskFormParts';
import { renderRuns, type CellContent, renderRuledTable } from './runs';

export interface RiskFormDetails extends RiskFormHead {
  /** The file's own date. The assessor writes in the date of the assessment. */
  date: IsoDate;
}

/**
 * The risk assessment form as a Word file, in HSE's columns: the ten hazards that matter most on one page, or its annex with every
 * hazard and blank rows for others.
 */
export async function renderRiskForm(
  { date, ...head }: RiskFormDetails,
  version: 'one page' | 'annex' = 'one page',
): Promise<Uint8Array> {
  const isOnePage = version === 'one page';
  const parts = isOnePage ? layOutOnePage(head) : layOutAnnex(head);
  const title = isOnePage ? formTexts.onePage.title : formTexts.title;
  const children = parts.map((part) =>
    part.type === 'table' ? renderFormTable(part, isOnePage ? 25 : 60) : renderFormText(part),
  );
  return packDocument({
    properties: { title, author: '', date },
    styles: formStyles,
    numbering: formNumbering,
    footer: renderPageNumber(title),
    section: { properties: isOnePage ? onePageFormPage : formPage, children },
  });
}

function renderFormTable(
  { columns, rows, rowHeight }: Extract<FormPart, { type: 'table' }>,
  verticalPadding: number,
) {
  return renderRuledTable({
    columnWidths: columns.map(({ width }) => width),
    heading: columns.map(({ heading }) => renderFormCell([{ style: 'FormColumn', text: heading }])),
    rows: rows.map((cells) => columns.map((_, index) => renderFormCell(cells[index]))),
    minRowHeight: rowHeight,
    verticalPadding,
  });
}

/** A cell without text is left blank to write in. */
function renderFormCell(texts: FormCell = []): CellContent {
  return texts.length === 0 ? [new Paragraph({ style: BLANK_STYLE })] : texts.map(renderFormText);
}

const BLANK_STYLE = 'FormEntry' satisfies FormText['style'];

function renderFormText({ style, text }: FormText): Paragraph {
  const isExample = style === 'FormExample' || style === 'FormLastExample';
  return new Paragraph({
    style,
    ...(isExample ? { numbering: { reference: EXAMPLES_LIST, level: 0 } } : {}),
    children: renderRuns([{ type: 'text', text }]),
  });
}
