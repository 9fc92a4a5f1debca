import { AlignmentType, type INumberingOptions, LevelFormat, Paragraph } from 'docx';
import { isBlank } from '../letter/text';
import { hazardsFromInspectionOn } from './riskForm.hazardsAfter';
import { hazardsBeforeInspection } from './riskForm.hazardsBefore';
import {
  type FormColumn,
  formTexts,
  type Hazard,
  hazardColumns,
  headColumns,
  onePageColumns,
  onePageHeadColumns,
  OTHER_HAZARDS,
  type PhaseId,
  phases,
} from './riskForm.wording';
import { splitLines, renderRuns, type CellContent, renderRuledTable } from './runs';
import { characterStyles, letterParagraphStyles, type ParagraphStyle, renderStyleSheet } from './styles';
import type { IsoDate } from '../letter/model';
import { packDocument, formPage, onePageFormPage, renderPageNumber } from './document';

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

export interface FormText {
  style: FormStyleId;
  text: string;
}

/** The paragraphs of one cell. An empty cell is left blank to write in. */
export type FormCell = FormText[];

export type FormPart =
  | ({ type: 'text' } & FormText)
  | { type: 'table'; columns: FormColumn[]; rows: FormCell[][]; rowHeight: number };

export interface RiskFormHead {
  /** Empty if unknown, to be filled in by hand. */
  employer: string;
  school: string;
}

/** Twentieths of a point. */
const ROW_HEIGHT = 1500;
const HEAD_ROW_HEIGHT = 620;
const ONE_PAGE_ROW_HEIGHT = 640;
const BLANK_ROWS = 3;

/** Every part of the annex, in order: all hazards by phase, and blank rows. A row may have fewer cells than columns; the others are left blank to write in. */
export function layOutAnnex(head: RiskFormHead): FormPart[] {
  return [
    line('Title', formTexts.title),
    ...formTexts.introduction.map((words) => line('FormText', words)),
    {
      type: 'table',
      columns: headColumns,
      rows: [[entry(head.employer), entry(head.school)]],
      rowHeight: HEAD_ROW_HEIGHT,
    },
    ...formTexts.guidance.map((words) => line('FormText', words)),
    ...phases.flatMap(({ id, title }) => [line('Heading1', title), hazardTable(layOutPhase(id))]),
    line('Heading1', OTHER_HAZARDS),
    hazardTable(Array.from({ length: BLANK_ROWS }, () => [])),
  ];
}

const line = (style: FormStyleId, words: string): FormPart => ({ type: 'text', style, text: words });

/** Lines of a known detail. Text without a visible character gives an empty cell. */
const entry = (words: string): FormCell =>
  splitLines(words)
    .filter((text) => !isBlank(text))
    .map((text) => ({ style: 'FormEntry', text }));

const hazardTable = (rows: FormCell[][]): FormPart => ({
  type: 'table',
  columns: hazardColumns,
  rows,
  rowHeight: ROW_HEIGHT,
});

/** Every part of the one-page form, in order: the hazards that matter most. */
function layOutOnePage(head: RiskFormHead): FormPart[] {
  const { title, introduction, guidance } = formTexts.onePage;
  return [
    line('Title', title),
    line('FormSmallText', introduction),
    {
      type: 'table',
      columns: onePageHeadColumns,
      rows: [[entry(head.employer), entry(head.school)]],
      rowHeight: 0,
    },
    line('FormSmallText', guidance),
    {
      type: 'table',
      columns: onePageColumns,
      rows: hazards.flatMap(layOutBrief),
      rowHeight: ONE_PAGE_ROW_HEIGHT,
    },
  ];
}

function layOutBrief({ number, hazard, brief, existing = [] }: Hazard): FormCell[][] {
  if (!brief) return [];
  return [
    [
      [{ style: 'FormSmallHazard', text: `${number}. ${hazard}` }],
      [{ style: 'FormSmall', text: brief.harmed }],
      existing.map((text) => ({ style: 'FormSmall', text })),
      [{ style: 'FormSmall', text: brief.action }],
    ],
  ];
}

/** In the project's own words. A hazard keeps its number, because people refer to "hazard 9". */
export const hazards: readonly Hazard[] = [...hazardsBeforeInspection, ...hazardsFromInspectionOn];

const layOutPhase = (phase: PhaseId) => hazards.filter((hazard) => hazard.phase === phase).map(layOutHazard);

function layOutHazard({ number, hazard, area, harmed, existing = [], examples }: Hazard): FormCell[] {
  return [
    [
      { style: 'FormHazard', text: `${number}. ${hazard}` },
      { style: 'FormNote', text: `HSE area: ${area}` },
    ],
    [{ style: 'FormCell', text: harmed }],
    existing.length === 0 ? [] : [note(formTexts.existing), ...existing.map(note)],
    [
      note(formTexts.examples),
      ...examples.slice(0, -1).map((text): FormText => ({ style: 'FormExample', text })),
      ...examples.slice(-1).map((text): FormText => ({ style: 'FormLastExample', text })),
    ],
  ];
}

const note = (text: string): FormText => ({ style: 'FormNote', text });

type FormStyleId =
  | 'Title'
  | 'Heading1'
  | 'FormText'
  | 'FormColumn'
  | 'FormHazard'
  | 'FormCell'
  | 'FormNote'
  | 'FormExample'
  | 'FormLastExample'
  | 'FormEntry'
  | 'FormSmall'
  | 'FormSmallHazard'
  | 'FormSmallText';

const EXAMPLES_LIST = 'examples';

const NOTE_GREY = '595959';

const basedOn = 'FormText';

const formParagraphStyles: ParagraphStyle<FormStyleId>[] = [
  {
    id: 'FormText',
    name: 'Form text',
    basedOn: 'LetterBody',
    paragraph: { before: 4, after: 4 },
    text: { size: 10 },
  },
  {
    id: 'Title',
    name: 'Title',
    builtIn: true,
    basedOn,
    next: 'FormText',
    paragraph: { before: 0, after: 6, keepNext: true },
    text: { bold: true, size: 18 },
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    builtIn: true,
    basedOn,
    next: 'FormText',
    paragraph: { before: 14, after: 5, keepNext: true, keepLines: true, headingLevel: 1 },
    text: { bold: true, size: 13 },
  },
  { id: 'FormCell', name: 'Form cell', basedOn, paragraph: { before: 0, after: 2 }, text: { size: 9 } },
  {
    id: 'FormColumn',
    name: 'Form column heading',
    basedOn: 'FormCell',
    paragraph: { after: 0, keepNext: true },
    text: { bold: true },
  },
  { id: 'FormHazard', name: 'Form hazard', basedOn: 'FormCell', text: { bold: true } },
  { id: 'FormNote', name: 'Form note', basedOn: 'FormCell', text: { size: 8.5, color: NOTE_GREY } },
  // Enter after an example starts an entry of the assessor's own, not another example.
  { id: 'FormExample', name: 'Form example', basedOn: 'FormNote', next: 'FormEntry' },
  // Space for two handwritten lines.
  {
    id: 'FormLastExample',
    name: 'Form last example',
    basedOn: 'FormExample',
    next: 'FormEntry',
    paragraph: { after: 20 },
  },
  { id: 'FormEntry', name: 'Form entry', basedOn: 'FormCell', text: { size: 10 } },
  { id: 'FormSmall', name: 'Form one page', basedOn: 'FormCell', paragraph: { before: 0, after: 0 } },
  { id: 'FormSmallHazard', name: 'Form one page hazard', basedOn: 'FormSmall', text: { bold: true } },
  {
    id: 'FormSmallText',
    name: 'Form one page text',
    basedOn: 'FormSmall',
    paragraph: { before: 4, after: 4 },
  },
];

const formStyles = renderStyleSheet([...letterParagraphStyles, ...formParagraphStyles], characterStyles);

const formNumbering = [
  {
    reference: EXAMPLES_LIST,
    levels: [
      {
        level: 0,
        format: LevelFormat.BULLET,
        text: '•',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 200, hanging: 200 } } },
      },
    ],
  },
] satisfies INumberingOptions['config'];
