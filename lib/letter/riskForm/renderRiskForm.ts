import { Paragraph } from 'docx';
import type { IsoDate } from '../model';
import { formPage, renderPageNumber } from '../word/page';
import { packDocument } from '../word/packDocument';
import { formNumbering, formStyles } from './formStyles';
import { FormTable } from './formTable';
import { layOutForm, type RiskFormHead } from './layOutForm';
import { formTexts } from './wording';

export interface RiskFormDetails extends RiskFormHead {
  /** The file's own date. The day of the assessment is the assessor's to write. */
  date: IsoDate;
}

/** The risk assessment form as a Word file: HSE's columns, the hazards we know of, and room for what we do not. */
export async function renderRiskForm({ date, ...head }: RiskFormDetails): Promise<Uint8Array> {
  const children = layOutForm(head).map((part) =>
    part.type === 'table' ? new FormTable(part) : new Paragraph({ style: part.style, text: part.text }),
  );
  return packDocument({
    properties: { title: formTexts.title, author: '', date },
    styles: formStyles,
    numbering: formNumbering,
    footer: renderPageNumber(formTexts.title),
    section: { properties: formPage, children },
  });
}
