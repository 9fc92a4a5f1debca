import { AlignmentType, LevelFormat, Paragraph, type INumberingOptions, type Table } from 'docx';
import type { IsoDate } from '../model';
import { formPage, renderPageNumber } from '../word/page';
import { packDocument } from '../word/packDocument';
import { formStyles, type FormStyleId } from './formStyles';
import { renderFormTable, type CellText, type FormColumn } from './formTable';
import { hazards, phases, type Hazard, type PhaseId } from './hazards';
import { formTexts, headColumns, hazardColumns, OTHER_HAZARDS } from './wording';

export interface RiskFormDetails {
  /** Printed in the head; empty leaves room to write. */
  employer: string;
  school: string;
  /** The file's own date. The day of the assessment is the assessor's to write. */
  date: IsoDate;
}

const ROW_HEIGHT = 1500;
const HEAD_ROW_HEIGHT = 620;
const BLANK_ROWS = 3;
const EXAMPLES = 'examples';

const numbering = [
  {
    reference: EXAMPLES,
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

/** The risk assessment form as a Word file: HSE's columns, the hazards we know of, and room for what we do not. */
export async function renderRiskForm({ employer, school, date }: RiskFormDetails): Promise<Uint8Array> {
  return packDocument({
    properties: { title: formTexts.title, author: '', date },
    styles: formStyles,
    numbering,
    section: {
      properties: formPage,
      footers: { default: renderPageNumber(formTexts.title) },
      children: [
        paragraph('Title', formTexts.title),
        ...formTexts.introduction.map((text) => paragraph('FormText', text)),
        renderHead(employer, school),
        ...formTexts.guidance.map((text) => paragraph('FormText', text)),
        ...phases.flatMap(({ id, title }) => [paragraph('Heading1', title), renderPhase(id)]),
        paragraph('Heading1', OTHER_HAZARDS),
        renderFormTable(
          hazardColumns,
          Array.from({ length: BLANK_ROWS }, () => []),
          ROW_HEIGHT,
        ),
      ],
    },
  });
}

const paragraph = (style: FormStyleId, text: string) => new Paragraph({ style, text });

function renderHead(employer: string, school: string): Table {
  const entry = (text: string): CellText[] => (text === '' ? [] : [{ style: 'FormEntry', text }]);
  return renderFormTable(headColumns, [[entry(employer), entry(school)]], HEAD_ROW_HEIGHT);
}

function renderPhase(phase: PhaseId): Table {
  const rows = hazards.filter((hazard) => hazard.phase === phase).map(renderHazard);
  return renderFormTable(hazardColumns satisfies FormColumn[], rows, ROW_HEIGHT);
}

function renderHazard({ number, hazard, area, harmed, examples }: Hazard): CellText[][] {
  return [
    [
      { style: 'FormHazard', text: `${number}. ${hazard}` },
      { style: 'FormNote', text: `HSE area: ${area}` },
    ],
    [{ style: 'FormCell', text: harmed }],
    [],
    [
      { style: 'FormNote', text: formTexts.examples },
      ...examples.map((text): CellText => ({ style: 'FormExample', text, list: EXAMPLES })),
    ],
  ];
}
