import { Paragraph } from 'docx';
import type { IsoDate } from '../letter/model';
import { packDocument } from './document';
import { formPage, renderPageNumber } from './page';
import { formTexts } from './riskForm.wording';
import {
  EXAMPLES_LIST,
  type FormCell,
  formNumbering,
  type FormPart,
  formStyles,
  type FormText,
  layOutForm,
  type RiskFormHead,
} from './riskFormParts';
import { renderRuns } from './runs';
import { type CellContent, renderRuledTable } from './table';

export interface RiskFormDetails extends RiskFormHead {
  /** The file's own date. The assessor writes in the date of the assessment. */
  date: IsoDate;
}

/** The risk assessment form as a Word file: HSE's columns, the hazards we know of, and blank rows for others. */
export async function renderRiskForm({ date, ...head }: RiskFormDetails): Promise<Uint8Array> {
  const children = layOutForm(head).map((part) =>
    part.type === 'table' ? renderFormTable(part) : renderFormText(part),
  );
  return packDocument({
    properties: { title: formTexts.title, author: '', date },
    styles: formStyles,
    numbering: formNumbering,
    footer: renderPageNumber(formTexts.title),
    section: { properties: formPage, children },
  });
}

function renderFormTable({ columns, rows, rowHeight }: Extract<FormPart, { type: 'table' }>) {
  return renderRuledTable({
    columnWidths: columns.map(({ width }) => width),
    heading: columns.map(({ heading }) => renderFormCell([{ style: 'FormColumn', text: heading }])),
    rows: rows.map((cells) => columns.map((_, index) => renderFormCell(cells[index]))),
    minRowHeight: rowHeight,
    verticalPadding: 60,
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
