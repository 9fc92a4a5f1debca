import { isBlank } from '../text';
import { splitLines } from '../word/runs';
import type { FormStyleId } from './formStyles';
import { hazards, phases, type Hazard, type PhaseId } from './hazards';
import { formTexts, hazardColumns, headColumns, OTHER_HAZARDS, type FormColumn } from './wording';

export interface FormText {
  style: FormStyleId;
  text: string;
}

/** The paragraphs of one cell; none leaves room to write. */
export type FormCell = FormText[];

export type FormPart =
  | ({ type: 'text' } & FormText)
  | { type: 'table'; columns: FormColumn[]; rows: FormCell[][]; rowHeight: number };

export interface RiskFormHead {
  /** Empty leaves room to write. */
  employer: string;
  school: string;
}

/** Twentieths of a point. */
const ROW_HEIGHT = 1500;
const HEAD_ROW_HEIGHT = 620;
const BLANK_ROWS = 3;

/** The form from title to last row. Cells that a row does not mention are left to write in. */
export function layOutForm(head: RiskFormHead): FormPart[] {
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

/** Nothing to be seen is nothing written: it is left to write in. */
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

const layOutPhase = (phase: PhaseId) => hazards.filter((hazard) => hazard.phase === phase).map(layOutHazard);

function layOutHazard({ number, hazard, area, harmed, examples }: Hazard): FormCell[] {
  return [
    [
      { style: 'FormHazard', text: `${number}. ${hazard}` },
      { style: 'FormNote', text: `HSE area: ${area}` },
    ],
    [{ style: 'FormCell', text: harmed }],
    [],
    [
      { style: 'FormNote', text: formTexts.examples },
      ...examples.slice(0, -1).map((text): FormText => ({ style: 'FormExample', text })),
      ...examples.slice(-1).map((text): FormText => ({ style: 'FormLastExample', text })),
    ],
  ];
}
