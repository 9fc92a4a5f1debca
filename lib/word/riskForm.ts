import { FileChild, type IContext, type IXmlableObject, Paragraph } from 'docx';
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
import { cutAfterBraces } from './runs';

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

const HEADING_SHADE = 'E7EDF3';
const LINE = { 'w:val': 'single', 'w:color': '8C8C8C', 'w:sz': 4 };
const LINES = ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'];
const PADDING = { 'w:top': 60, 'w:left': 90, 'w:bottom': 60, 'w:right': 90 };

type TableOfForm = Extract<FormPart, { type: 'table' }>;

/**
 * A table to fill in by hand or on screen: its header row comes back on every page, and no row is torn in two. It is
 * given to docx as docx itself writes its tables: with an object of docx's for every cell, paragraph and run, half of
 * the time a form takes went into those.
 */
class FormTable extends FileChild {
  constructor({ columns, rows, rowHeight }: TableOfForm) {
    super('w:tbl');
    const widths = columns.map(({ width }) => width);
    const headings = columns.map(({ heading }): FormCell => [{ style: 'FormColumn', text: heading }]);
    const height = { 'w:trHeight': { _attr: { 'w:val': rowHeight, 'w:hRule': 'atLeast' } } };
    this.root.push(
      writeProperties(widths),
      { 'w:tblGrid': widths.map((width) => ({ 'w:gridCol': { _attr: { 'w:w': width } } })) },
      writeRow({ 'w:tblHeader': {} }, headings, widths, HEADING_SHADE),
      ...rows.map((cells) => writeRow(height, cells, widths)),
    );
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    context.file.Numbering.createConcreteNumberingInstance(EXAMPLES_LIST, 0);
    return super.prepForXml(context);
  }
}

function writeProperties(widths: number[]): IXmlableObject {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return {
    'w:tblPr': [
      { 'w:tblW': inTwentieths(total) },
      { 'w:tblBorders': LINES.map((side) => ({ [side]: { _attr: LINE } })) },
      { 'w:tblLayout': { _attr: { 'w:type': 'fixed' } } },
      { 'w:tblCellMar': Object.entries(PADDING).map(([side, room]) => ({ [side]: inTwentieths(room) })) },
      { 'w:tblLook': { _attr: { 'w:firstRow': true, 'w:noHBand': true, 'w:noVBand': true } } },
    ],
  };
}

function writeRow(
  property: IXmlableObject,
  cells: FormCell[],
  widths: number[],
  fill?: string,
): IXmlableObject {
  const shade = { 'w:shd': { _attr: { 'w:fill': fill, 'w:color': 'auto', 'w:val': 'clear' } } };
  return {
    'w:tr': [
      { 'w:trPr': [{ 'w:cantSplit': {} }, property] },
      ...widths.map((width, index) => {
        const properties = [{ 'w:tcW': inTwentieths(width) }, ...(fill === undefined ? [] : [shade])];
        return { 'w:tc': [{ 'w:tcPr': properties }, ...writeCell(cells[index] ?? [])] };
      }),
    ],
  };
}

const inTwentieths = (size: number) => ({ _attr: { 'w:type': 'dxa', 'w:w': size } });

/** An empty cell is room to write. */
function writeCell(texts: FormCell): IXmlableObject[] {
  return texts.length === 0 ? [ROOM_TO_WRITE] : texts.map(writeParagraph);
}

const writeStyle = (style: FormText['style']) => ({ 'w:pStyle': { _attr: { 'w:val': style } } });

const ROOM_TO_WRITE = { 'w:p': [{ 'w:pPr': [writeStyle('FormEntry')] }] };

/** docx puts the list's number for its name in braces. */
const EXAMPLE = {
  'w:numPr': [
    { 'w:ilvl': { _attr: { 'w:val': 0 } } },
    { 'w:numId': { _attr: { 'w:val': `{${EXAMPLES_LIST}-0}` } } },
  ],
};

function writeParagraph({ style, text }: FormText): IXmlableObject {
  const isExample = style === 'FormExample' || style === 'FormLastExample';
  const properties = isExample ? [writeStyle(style), EXAMPLE] : [writeStyle(style)];
  return { 'w:p': [{ 'w:pPr': properties }, ...cutAfterBraces(text).map(writeRun)] };
}

const writeRun = (text: string) => ({ 'w:r': [{ 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, text] }] });
