import { AlignmentType, LevelFormat, type INumberingOptions } from 'docx';
import { characterStyles, letterParagraphStyles, type ParagraphStyle, renderStyleSheet } from './styles';

export type LogStyleId =
  | 'Title'
  | 'Heading1'
  | 'Heading2'
  | 'RecordText'
  | 'RecordFact'
  | 'RecordRequest'
  | 'RecordColumn'
  | 'RecordCell'
  | 'RecordLetter';

export const REQUESTS_LIST = 'requests';

const basedOn = 'RecordText';

const logParagraphStyles: ParagraphStyle<LogStyleId>[] = [
  { id: 'RecordText', name: 'Record text', basedOn: 'LetterBody', text: { size: 10.5 } },
  {
    id: 'Title',
    name: 'Title',
    builtIn: true,
    basedOn,
    next: 'RecordText',
    paragraph: { before: 0, after: 10, keepNext: true },
    text: { bold: true, size: 20 },
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    builtIn: true,
    basedOn,
    next: 'RecordText',
    paragraph: { before: 18, after: 6, keepNext: true, keepLines: true, headingLevel: 1 },
    text: { bold: true, size: 14 },
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    builtIn: true,
    basedOn,
    next: 'RecordText',
    paragraph: { before: 14, after: 4, keepNext: true, keepLines: true, headingLevel: 2 },
    text: { bold: true, size: 11.5 },
  },
  { id: 'RecordFact', name: 'Record fact', basedOn, paragraph: { after: 3 } },
  { id: 'RecordRequest', name: 'Record request', basedOn, paragraph: { after: 2 } },
  { id: 'RecordCell', name: 'Record cell', basedOn, paragraph: { after: 0 }, text: { size: 9.5 } },
  {
    id: 'RecordColumn',
    name: 'Record column heading',
    basedOn: 'RecordCell',
    paragraph: { keepNext: true },
    text: { bold: true },
  },
  // The exact text of a letter.
  { id: 'RecordLetter', name: 'Record letter', basedOn, paragraph: { after: 6 } },
];

export const logStyles = renderStyleSheet([...letterParagraphStyles, ...logParagraphStyles], characterStyles);

export const logNumbering = [
  {
    reference: REQUESTS_LIST,
    levels: [
      {
        level: 0,
        format: LevelFormat.BULLET,
        text: '•',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 400, hanging: 280 } } },
      },
    ],
  },
] satisfies INumberingOptions['config'];
