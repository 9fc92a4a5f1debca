import { missingColours } from '../letter/render/html';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escapes text for an XML element. Control characters become spaces, because XML 1.0 cannot contain them. */
export function escapeXml(text: string): string {
  const writable = text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]+/gu, ' ');
  return writable.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Paragraph format of a style, inherited where left out. Distances in points. */
export interface ParagraphLook {
  before?: number;
  after?: number;
  /** No space between neighbouring paragraphs of this style, only around the block. */
  tight?: true;
  keepNext?: true;
  keepLines?: true;
  align?: 'right' | 'center';
  /** Level for Word's list of headings and for screen readers; 1 is the top. */
  headingLevel?: number;
}

export interface TextLook {
  /** Points. */
  size?: number;
  bold?: true;
  /** Six hexadecimal digits, like `shade`. */
  color?: string;
  shade?: string;
}

export interface ParagraphStyle<Id extends string = string> {
  id: Id;
  /** The name in Word's list of styles. */
  name: string;
  /** One of Word's own styles, recognised by name: Word then lists headings as such, whatever their format. */
  builtIn?: true;
  basedOn?: string;
  /** The style after Enter is pressed; the same style if left out. */
  next?: Id;
  paragraph?: ParagraphLook;
  text?: TextLook;
}

interface CharacterStyle<Id extends string = string> {
  id: Id;
  name: string;
  text: TextLook;
}

const TWENTIETHS = 20;
/** Schools' computers have Arial, and its substitutes elsewhere have the same widths. */
const FONT = 'Arial';
/** Points. With single line spacing, the first letter ends by the middle of page 2 for every kind of employer. */
const FONT_SIZE = 10.5;
/** In 240ths of the font’s line height. */
const LINE_HEIGHT = 240;

const DEFAULTS = [
  '<w:docDefaults>',
  `<w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>`,
  `<w:sz w:val="${FONT_SIZE * 2}"/><w:szCs w:val="${FONT_SIZE * 2}"/>`,
  '<w:lang w:val="en-GB" w:eastAsia="en-GB"/></w:rPr></w:rPrDefault>',
  `<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:line="${LINE_HEIGHT}" w:lineRule="auto"/></w:pPr></w:pPrDefault>`,
  '</w:docDefaults>',
].join('');

/** Styles that Word expects in every document, and those of the note separators, which docx always writes. */
const STANDARD_STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">',
  '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>',
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>',
  '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>',
  '</w:tblCellMar></w:tblPr></w:style>',
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>',
  '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:semiHidden/>',
  '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="EndnoteReference"><w:name w:val="endnote reference"/><w:semiHidden/>',
  '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
].join('');

/**
 * The whole of `word/styles.xml`. Written by hand, because docx would add about twenty styles that a school has to look
 * through, and would build them again for every letter.
 */
export function renderStyleSheet(paragraphs: ParagraphStyle[], characters: CharacterStyle[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<w:styles xmlns:w="${WORD_NAMESPACE}">`,
    DEFAULTS,
    STANDARD_STYLES,
    ...paragraphs.map(renderParagraphStyle),
    ...characters.map(renderCharacterStyle),
    '</w:styles>',
  ].join('');
}

function renderParagraphStyle({ id, name, builtIn, basedOn, next, paragraph, text }: ParagraphStyle): string {
  const custom = builtIn ? '' : ' w:customStyle="1"';
  return [
    `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${name}"/>`,
    `<w:basedOn w:val="${basedOn ?? 'Normal'}"/>`,
    next === undefined ? '' : `<w:next w:val="${next}"/>`,
    '<w:qFormat/>',
    wrap('pPr', renderParagraphLook(paragraph ?? {})),
    wrap('rPr', renderTextLook(text ?? {})),
    '</w:style>',
  ].join('');
}

function renderCharacterStyle({ id, name, text }: CharacterStyle): string {
  return [
    `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>`,
    '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>',
    wrap('rPr', renderTextLook(text)),
    '</w:style>',
  ].join('');
}

/** The elements must be in the order of the schema. */
function renderParagraphLook(look: ParagraphLook): string {
  const spacing = [
    look.before === undefined ? '' : ` w:before="${look.before * TWENTIETHS}"`,
    look.after === undefined ? '' : ` w:after="${look.after * TWENTIETHS}"`,
  ].join('');
  return [
    look.keepNext ? '<w:keepNext/>' : '',
    look.keepLines ? '<w:keepLines/>' : '',
    spacing === '' ? '' : `<w:spacing${spacing}/>`,
    look.tight ? '<w:contextualSpacing/>' : '',
    look.align === undefined ? '' : `<w:jc w:val="${look.align}"/>`,
    look.headingLevel === undefined ? '' : `<w:outlineLvl w:val="${look.headingLevel - 1}"/>`,
  ].join('');
}

function renderTextLook({ size, bold, color, shade }: TextLook): string {
  return [
    bold ? '<w:b/><w:bCs/>' : '',
    color === undefined ? '' : `<w:color w:val="${color}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
    shade === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>`,
  ].join('');
}

const wrap = (name: string, content: string) => (content === '' ? '' : `<w:${name}>${content}</w:${name}>`);

/** The paragraph styles of a letter. A school changes the look of a letter by changing these styles in Word. */
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
  // From here to the last copy everything stays on one page, so that signatures are never on a page without text.
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
  // The space above the name is for a handwritten signature.
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

/** "#ffefb3" as Word writes it: "FFEFB3". */
const toWordColour = (colour: string) => colour.slice(1).toUpperCase();

export const characterStyles: CharacterStyle<CharacterStyleId>[] = [
  { id: 'StrongText', name: 'Strong text', text: { bold: true } },
  {
    id: 'MissingDetail',
    name: 'Missing detail',
    text: { color: toWordColour(missingColours.text), shade: toWordColour(missingColours.background) },
  },
];

export const letterStyles = renderStyleSheet(letterParagraphStyles, characterStyles);
