import { AlignmentType, LevelFormat, type INumberingOptions } from 'docx';
import { characterStyles, letterParagraphStyles } from '../word/styles';
import { renderStyleSheet, type ParagraphStyle } from '../word/styleSheet';

export type FormStyleId =
  | 'Title'
  | 'Heading1'
  | 'FormText'
  | 'FormColumn'
  | 'FormHazard'
  | 'FormCell'
  | 'FormNote'
  | 'FormExample'
  | 'FormLastExample'
  | 'FormEntry';

export const EXAMPLES_LIST = 'examples';

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
  // Whoever presses Enter after the last example writes an entry of their own.
  { id: 'FormExample', name: 'Form example', basedOn: 'FormNote', next: 'FormEntry' },
  // Two lines to write on, by hand.
  {
    id: 'FormLastExample',
    name: 'Form last example',
    basedOn: 'FormExample',
    next: 'FormEntry',
    paragraph: { after: 20 },
  },
  { id: 'FormEntry', name: 'Form entry', basedOn: 'FormCell', text: { size: 10 } },
];

export const formStyles = renderStyleSheet(
  [...letterParagraphStyles, ...formParagraphStyles],
  characterStyles,
);

/** Only the examples are a list. */
export const formNumbering = [
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
