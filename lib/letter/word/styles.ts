import { renderStyleSheet, type CharacterStyle, type ParagraphStyle } from './styleSheet';

/** Styles a paragraph of a letter may have; a school restyles a letter by changing these. */
export type LetterStyleId =
  | 'LetterBody'
  | 'LetterLeadIn'
  | 'LetterSender'
  | 'LetterAddress'
  | 'LetterDate'
  | 'LetterSalutation'
  | 'LetterSubject'
  | 'LetterList'
  | 'LetterLines'
  | 'LetterLastSentence'
  | 'LetterClosing'
  | 'SignatureName'
  | 'Signature'
  | 'LetterEnclosure'
  | 'LetterCopies'
  | 'LetterNote'
  | 'PageNumber';

export type CharacterStyleId = 'MissingDetail' | 'StrongText';

const PAGE_NUMBER_GREY = '595959';

const basedOn = 'LetterBody';

export const letterParagraphStyles: ParagraphStyle<LetterStyleId>[] = [
  { id: 'LetterBody', name: 'Letter body', paragraph: { after: 5 } },
  {
    id: 'LetterLeadIn',
    name: 'Letter lead-in',
    basedOn,
    paragraph: { after: 3, keepNext: true, keepLines: true },
  },
  {
    id: 'LetterAddress',
    name: 'Letter address',
    basedOn,
    paragraph: { after: 8, tight: true, keepLines: true },
  },
  { id: 'LetterSender', name: 'Letter sender', basedOn: 'LetterAddress', paragraph: { align: 'right' } },
  { id: 'LetterDate', name: 'Letter date', basedOn, paragraph: { after: 8 } },
  {
    id: 'LetterSalutation',
    name: 'Letter salutation',
    basedOn,
    next: 'LetterBody',
    paragraph: { keepNext: true },
  },
  {
    id: 'LetterSubject',
    name: 'Letter subject',
    basedOn,
    next: 'LetterBody',
    paragraph: { keepNext: true, keepLines: true, headingLevel: 1 },
    text: { bold: true },
  },
  { id: 'LetterList', name: 'Letter list', basedOn, paragraph: { after: 4 } },
  { id: 'LetterLines', name: 'Letter lines', basedOn, paragraph: { tight: true, keepLines: true } },
  // From here to the last copy everything stays on one page: nobody signs a sheet that says nothing.
  {
    id: 'LetterLastSentence',
    name: 'Letter last sentence',
    basedOn,
    paragraph: { keepNext: true, keepLines: true },
  },
  {
    id: 'LetterClosing',
    name: 'Letter closing',
    basedOn,
    next: 'SignatureName',
    paragraph: { before: 6, after: 0, keepNext: true },
  },
  // Room for a signature by hand.
  {
    id: 'SignatureName',
    name: 'Signature name',
    basedOn,
    next: 'Signature',
    paragraph: { before: 21, after: 0, keepNext: true },
  },
  {
    id: 'Signature',
    name: 'Signature',
    builtIn: true,
    basedOn,
    paragraph: { after: 0, keepNext: true, keepLines: true },
  },
  {
    id: 'LetterEnclosure',
    name: 'Letter enclosure',
    basedOn,
    paragraph: { before: 9, after: 0, tight: true, keepNext: true },
  },
  {
    id: 'LetterCopies',
    name: 'Letter copies',
    basedOn,
    paragraph: { before: 9, after: 0, tight: true, keepNext: true },
  },
  { id: 'LetterNote', name: 'Letter note', basedOn, paragraph: { before: 7, after: 0, tight: true } },
  {
    id: 'PageNumber',
    name: 'Letter page number',
    basedOn,
    paragraph: { after: 0, align: 'center' },
    text: { size: 9, color: PAGE_NUMBER_GREY },
  },
];

export const characterStyles: CharacterStyle<CharacterStyleId>[] = [
  { id: 'StrongText', name: 'Strong text', text: { bold: true } },
  { id: 'MissingDetail', name: 'Missing detail', text: { color: '000000', shade: 'FFF2A8' } },
];

export const letterStyles = renderStyleSheet(letterParagraphStyles, characterStyles);
