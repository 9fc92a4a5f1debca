import {
  AlignmentType,
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
} from 'docx';

/** Arial stands on every school's computer, and what replaces it elsewhere is as wide. */
const FONT = 'Arial';
const PAGE_NUMBER_GREY = '595959';

/** Ids of the styles a paragraph of ours may have; a school restyles a letter by changing these. */
export type ParagraphStyleId =
  | 'LetterBody'
  | 'LetterSender'
  | 'LetterAddress'
  | 'LetterDate'
  | 'LetterSalutation'
  | 'LetterSubject'
  | 'LetterList'
  | 'LetterLines'
  | 'LetterClosing'
  | 'SignatureName'
  | 'Signature'
  | 'LetterEnclosure'
  | 'LetterCopies'
  | 'Footer';

export type CharacterStyleId = 'MissingDetail' | 'StrongText' | 'DefaultParagraphFont';

/** Distances in twentieths of a point, as Word counts them. */
export const pt = (points: number) => points * 20;

/** Lines of one style sit close together; the space belongs to the block they form. */
const block = (before: number, after: number) => ({
  spacing: { before: pt(before), after: pt(after) },
  contextualSpacing: true,
  keepLines: true,
});

const paragraphStyles = [
  { id: 'LetterBody', name: 'Letter body', quickFormat: true, paragraph: { spacing: { after: pt(8) } } },
  {
    id: 'LetterAddress',
    name: 'Letter address',
    basedOn: 'LetterBody',
    quickFormat: true,
    paragraph: block(0, 14),
  },
  {
    id: 'LetterSender',
    name: 'Letter sender',
    basedOn: 'LetterAddress',
    quickFormat: true,
    paragraph: { ...block(0, 14), alignment: AlignmentType.RIGHT },
  },
  {
    id: 'LetterDate',
    name: 'Letter date',
    basedOn: 'LetterBody',
    quickFormat: true,
    paragraph: { spacing: { after: pt(14) } },
  },
  {
    id: 'LetterSalutation',
    name: 'Letter salutation',
    basedOn: 'LetterBody',
    next: 'LetterBody',
    quickFormat: true,
    paragraph: { keepNext: true },
  },
  {
    id: 'LetterSubject',
    name: 'Letter subject',
    basedOn: 'LetterBody',
    next: 'LetterBody',
    quickFormat: true,
    // A heading to screen readers and in Word's list of headings.
    paragraph: { keepNext: true, keepLines: true, outlineLevel: 0 },
    run: { bold: true },
  },
  {
    id: 'LetterList',
    name: 'Letter list',
    basedOn: 'LetterBody',
    quickFormat: true,
    paragraph: { spacing: { after: pt(7) } },
  },
  {
    id: 'LetterLines',
    name: 'Letter lines',
    basedOn: 'LetterBody',
    quickFormat: true,
    paragraph: block(0, 8),
  },
  {
    id: 'LetterClosing',
    name: 'Letter closing',
    basedOn: 'LetterBody',
    next: 'SignatureName',
    quickFormat: true,
    paragraph: { keepNext: true, spacing: { before: pt(12), after: 0 } },
  },
  {
    id: 'SignatureName',
    name: 'Signature name',
    basedOn: 'LetterBody',
    next: 'Signature',
    quickFormat: true,
    // Room for a signature by hand.
    paragraph: { keepNext: true, spacing: { before: pt(38), after: 0 } },
  },
  {
    id: 'Signature',
    name: 'Signature',
    basedOn: 'LetterBody',
    quickFormat: true,
    paragraph: { keepNext: true, keepLines: true, spacing: { after: 0 } },
  },
  {
    id: 'LetterEnclosure',
    name: 'Letter enclosure',
    basedOn: 'LetterBody',
    quickFormat: true,
    paragraph: { keepNext: true, ...block(14, 0) },
  },
  {
    id: 'LetterCopies',
    name: 'Letter copies',
    basedOn: 'LetterBody',
    quickFormat: true,
    paragraph: { keepNext: true, ...block(14, 0) },
  },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'LetterBody',
    paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
    run: { size: 18, color: PAGE_NUMBER_GREY },
  },
] satisfies (IParagraphStyleOptions & { id: ParagraphStyleId })[];

const characterStyles = [
  // docx bases its own styles on this one and does not define it.
  { id: 'DefaultParagraphFont', name: 'Default Paragraph Font', semiHidden: true, uiPriority: 1 },
  { id: 'StrongText', name: 'Strong text', quickFormat: true, run: { bold: true } },
  {
    id: 'MissingDetail',
    name: 'Missing detail',
    quickFormat: true,
    run: { shading: { type: 'clear', color: 'auto', fill: 'FFF2A8' }, color: '000000' },
  },
] satisfies (ICharacterStyleOptions & { id: CharacterStyleId })[];

export const letterStyles = {
  default: {
    document: {
      run: { font: FONT, size: 22, language: { value: 'en-GB', eastAsia: 'en-GB' } },
      paragraph: { spacing: { line: 264 } },
    },
  },
  paragraphStyles,
  characterStyles,
} satisfies IStylesOptions;
