import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import { letterStyles, pt } from '../word/styles';

export type FormStyleId =
  | 'Title'
  | 'Heading1'
  | 'FormText'
  | 'FormColumn'
  | 'FormHazard'
  | 'FormCell'
  | 'FormNote'
  | 'FormExample'
  | 'FormEntry';

const NOTE_GREY = '595959';

const formParagraphs = [
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'LetterBody',
    next: 'FormText',
    quickFormat: true,
    paragraph: { keepNext: true, outlineLevel: 0, spacing: { after: pt(6) } },
    run: { bold: true, size: 36 },
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    basedOn: 'LetterBody',
    next: 'FormText',
    quickFormat: true,
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: 0,
      spacing: { before: pt(14), after: pt(5) },
    },
    run: { bold: true, size: 26 },
  },
  {
    id: 'FormText',
    name: 'Form text',
    basedOn: 'LetterBody',
    quickFormat: true,
    paragraph: { spacing: { before: pt(4), after: pt(4) } },
    run: { size: 20 },
  },
  {
    id: 'FormColumn',
    name: 'Form column heading',
    basedOn: 'LetterBody',
    quickFormat: true,
    paragraph: { keepNext: true, spacing: { after: 0, line: 240 } },
    run: { bold: true, size: 18 },
  },
  {
    id: 'FormCell',
    name: 'Form cell',
    basedOn: 'LetterBody',
    quickFormat: true,
    paragraph: { spacing: { after: pt(2), line: 240 } },
    run: { size: 18 },
  },
  {
    id: 'FormHazard',
    name: 'Form hazard',
    basedOn: 'FormCell',
    quickFormat: true,
    run: { bold: true, size: 18 },
  },
  {
    id: 'FormNote',
    name: 'Form note',
    basedOn: 'FormCell',
    quickFormat: true,
    run: { size: 17, color: NOTE_GREY },
  },
  {
    id: 'FormExample',
    name: 'Form example',
    basedOn: 'FormNote',
    // Whoever presses Enter after the last example writes an entry of their own.
    next: 'FormEntry',
    quickFormat: true,
    run: { size: 17, color: NOTE_GREY },
  },
  { id: 'FormEntry', name: 'Form entry', basedOn: 'FormCell', quickFormat: true, run: { size: 20 } },
] satisfies (IParagraphStyleOptions & { id: FormStyleId })[];

export const formStyles = {
  ...letterStyles,
  paragraphStyles: [...letterStyles.paragraphStyles, ...formParagraphs],
} satisfies IStylesOptions;
