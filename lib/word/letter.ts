import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { formatDate } from '../letter/dates';
import type { Block, Inline, LetterDocument, ListBlock, IsoDate } from '../letter/model';
import { inlineText } from '../letter/render/text';
import { isBlank } from '../letter/text';
import { packDocument, letterPage, renderPageNumber } from './document';
import { type Numbering, createNumbering, renderRuns } from './runs';
import { type LetterStyleId, letterStyles } from './styles';

const MAX_SIGNERS_ON_ONE_PAGE = 12;

export interface WordOptions {
  /** Leaves a gap for the date, to fill in by hand. The file's own date stays the document's. */
  blankDate?: boolean;
}

/**
 * The letter as a Word file. Imports the docx library (60 kB), so pages load this module with `await import()` when the
 * user asks for Word.
 */
export async function renderDocx(
  doc: LetterDocument,
  { blankDate = false }: WordOptions = {},
): Promise<Uint8Array> {
  const { paragraphs, numbering } = layOut(doc, blankDate);
  return packDocument({
    properties: {
      title: isBlank(inlineText(doc.subject)) ? doc.title : inlineText(doc.subject),
      author: findAuthor(paragraphs),
      date: doc.date,
    },
    styles: letterStyles,
    numbering,
    footer: renderPageNumber(),
    section: { properties: letterPage, children: renderBody(paragraphs) },
  });
}

function renderBody(paragraphs: StyledParagraph[]): (Paragraph | Table)[] {
  const { above, signers, below } = splitAtSignatures(paragraphs);
  return [
    ...above.map(renderParagraph),
    ...(signers.length > 0 ? [renderSignatures(signers.map(renderSigner))] : []),
    ...below.map(renderParagraph),
  ];
}

function renderParagraph({ style, content, list }: StyledParagraph): Paragraph {
  const numbering = list === undefined ? {} : { numbering: { reference: list, level: 0 } };
  return new Paragraph({ style, ...numbering, children: renderRuns(content) });
}

/** Signers stay on the page of the letter's end, unless there are too many for one page. */
function renderSigner(signer: StyledParagraph[], _: number, { length }: unknown[]): Paragraph[] {
  const keep = length > MAX_SIGNERS_ON_ONE_PAGE ? { keepNext: false } : {};
  return signer.map(({ style, content }) => new Paragraph({ style, ...keep, children: renderRuns(content) }));
}

/** The author in the file's properties: the signers' names, which the letter shows too. */
function findAuthor(paragraphs: StyledParagraph[]): string {
  return paragraphs
    .filter(
      ({ style, content }) => style === 'SignatureName' && content.every(({ type }) => type !== 'missing'),
    )
    .map(({ content }) => inlineText(content))
    .join('; ');
}

/** One paragraph of the Word file. Its look depends only on its style. */
interface StyledParagraph {
  style: LetterStyleId;
  content: Inline[];
  /** Reference of a numbering definition. */
  list?: string;
}

export interface Layout {
  paragraphs: StyledParagraph[];
  numbering: Numbering['config'];
}

/** Every paragraph from the sender's address to the last copy, in the order of a British business letter. */
export function layOut(doc: LetterDocument, blankDate = false): Layout {
  const numbering = createNumbering();
  const blocks = doc.sections.flatMap((section) => section.blocks);
  const [first] = blocks;
  const salutation =
    first?.type === 'paragraph' && inlineText(first.content).startsWith('Dear ') ? first : undefined;
  const paragraphs = [
    ...layOutAddresses(doc, blankDate),
    ...styled('LetterSalutation', salutation ? [salutation.content] : []),
    ...styled('LetterSubject', [doc.subject]),
    ...layOutBody(salutation ? blocks.slice(1) : blocks, numbering),
  ];
  // Styles set the space between paragraphs, so an empty paragraph would add to it.
  return { paragraphs: paragraphs.filter(({ content }) => !isEmpty(content)), numbering: numbering.config };
}

/** Addresses and date. A single section has no addresses, and so gets no date. */
function layOutAddresses({ sender, recipient, date }: LetterDocument, blankDate: boolean): StyledParagraph[] {
  if (sender.length === 0 && recipient.length === 0) return [];
  const day: Inline = blankDate
    ? { type: 'missing', field: 'today', text: '[date]' }
    : { type: 'text', text: formatDate(date) };
  return [
    ...styled('LetterSender', sender),
    ...styled('LetterDate', [[day]]),
    ...styled('LetterAddress', recipient),
  ];
}

function layOutBody(blocks: Block[], numbering: Numbering): StyledParagraph[] {
  const signature = blocks.findIndex((block) => block.type === 'lines' && block.signature);
  return blocks.flatMap((block, index) => {
    const isBelow = signature !== -1 && index > signature;
    switch (block.type) {
      case 'list':
        return layOutList(block, numbering);
      case 'lines':
        if (block.signature) return layOutSignature(block.lines);
        return styled(isBelow ? noteStyle(block.lines) : 'LetterLines', block.lines);
      case 'paragraph':
        return styled(isBelow ? noteStyle([block.content]) : bodyStyle(blocks, index, signature), [
          block.content,
        ]);
    }
  });
}

/** The paragraph above the signatures is the close ("Yours sincerely"), and the one before stays on the same page. */
function bodyStyle(blocks: Block[], index: number, signature: number): LetterStyleId {
  if (index === signature - 1) return 'LetterClosing';
  if (index === signature - 2) return 'LetterLastSentence';
  // A lead-in must be on the same page as the first item of its list.
  return blocks[index + 1]?.type === 'list' ? 'LetterLeadIn' : 'LetterBody';
}

function layOutList(list: ListBlock, numbering: Numbering): StyledParagraph[] {
  const reference = numbering.place(list);
  return list.items.map(({ content }) => ({ style: 'LetterList', content, list: reference }));
}

/** One block for each signer: room to sign, then name, job title and school. */
function layOutSignature([name = [], ...others]: Inline[][]): StyledParagraph[] {
  return [...styled('SignatureName', [name]), ...styled('Signature', others)];
}

const styled = (name: LetterStyleId, lines: Inline[][]): StyledParagraph[] =>
  lines.map((content) => ({ style: name, content }));

const isEmpty = (content: Inline[]) => isBlank(inlineText(content));

/** The style of the lines below the signatures. */
function noteStyle([first = []]: Inline[][]): LetterStyleId {
  const text = inlineText(first);
  if (/^Enc\b/.test(text)) return 'LetterEnclosure';
  return /^cc\b/.test(text) ? 'LetterCopies' : 'LetterNote';
}

/** Two signers fit one below the other; three or more would need a page of their own. */
const MIN_SIGNERS_SIDE_BY_SIDE = 3;

/** Twentieths of a point: half of the 16 cm between the margins of the page. */
const COLUMN = 4536;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

/** A letter split at its signatures. */
export interface SplitLetter {
  above: StyledParagraph[];
  /** One entry for each signer if there are three or more; otherwise empty, and `above` is the whole letter. */
  signers: StyledParagraph[][];
  below: StyledParagraph[];
}

function splitAtSignatures(paragraphs: StyledParagraph[]): SplitLetter {
  const start = paragraphs.findIndex(({ style }) => style === 'SignatureName');
  const length = paragraphs.slice(start).findIndex(({ style }) => !style.startsWith('Signature'));
  const end = length === -1 ? paragraphs.length : start + length;
  const signers: StyledParagraph[][] = [];
  for (const paragraph of start === -1 ? [] : paragraphs.slice(start, end)) {
    if (paragraph.style === 'SignatureName') signers.push([]);
    signers.at(-1)?.push(paragraph);
  }
  if (signers.length < MIN_SIGNERS_SIDE_BY_SIDE) return { above: paragraphs, signers: [], below: [] };
  return { above: paragraphs.slice(0, start), signers, below: paragraphs.slice(end) };
}

/** Two signers in each row. No page break splits a signer. */
function renderSignatures(signers: Paragraph[][]): Table {
  const pairs = signers.flatMap((signer, index) =>
    index % 2 === 0 ? [[signer, signers[index + 1]].filter((one) => one !== undefined)] : [],
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: 2 * COLUMN, type: WidthType.DXA },
    columnWidths: [COLUMN, COLUMN],
    borders: NO_BORDERS,
    margins: { left: 0, right: 200 },
    rows: pairs.map((pair) => new TableRow({ cantSplit: true, children: pair.map(renderSignerCell) })),
  });
}

/** With an odd number of signers, the last one spans the whole row. */
function renderSignerCell(children: Paragraph[], _: number, pair: Paragraph[][]): TableCell {
  const columnSpan = 3 - pair.length;
  return new TableCell({
    columnSpan,
    width: { size: columnSpan * COLUMN, type: WidthType.DXA },
    children,
  });
}

/** A letter of which only the text is kept, as `renderText` wrote it. */
interface KeptLetter {
  letterId: string;
  title: string;
  sentOn: IsoDate;
  text: string;
}

/** The letter as it was sent, with its date. The address blocks were not kept, so it says that it is a copy. */
export function layOutKeptLetter({ letterId, title, sentOn, text }: KeptLetter): LetterDocument {
  return {
    letterId,
    title,
    date: sentOn,
    subject: [],
    sender: [words('Copy of a letter')],
    recipient: [],
    sections: [{ id: 'text', title, blocks: readBlocks(text) }],
    missing: [],
  };
}

const words = (text: string): Inline[] => [{ type: 'text', text }];

/** A blank line ends a paragraph. Numbered requests are paragraphs that begin with their number. */
function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let isSigned = false;
  for (const part of text.split(/\n{2,}/).filter((one) => one.trim() !== '')) {
    const last = blocks.at(-1);
    const [, number, request = ''] = /^ ?(\d{1,2})\. ([^]*)$/.exec(part) ?? [];
    if (number !== undefined && last?.type === 'list' && last.ordered)
      last.items.push({ content: words(request) });
    else if (number !== undefined)
      blocks.push({
        type: 'list',
        ordered: true,
        start: Number(number),
        items: [{ content: words(request) }],
      });
    else blocks.push(readParagraph(part, isSigned));
    isSigned = /^Yours (sincerely|faithfully)$/.test(part) || (isSigned && isSignature(part));
  }
  return blocks;
}

/** Signatures follow the close. "Enc.", "cc" and sentences after them are not signatures. */
const isSignature = (part: string) => !/^(Enc\.|cc )|\.$/.test(part);

function readParagraph(part: string, isSigned: boolean): Block {
  const lines = part.split('\n');
  if (lines.every((line) => line.startsWith('- ')))
    return {
      type: 'list',
      ordered: false,
      start: 1,
      items: lines.map((line) => ({ content: words(line.slice(2)) })),
    };
  if (isSigned && isSignature(part)) return { type: 'lines', lines: lines.map(words), signature: true };
  return lines.length > 1
    ? { type: 'lines', lines: lines.map(words) }
    : { type: 'paragraph', content: words(part) };
}
