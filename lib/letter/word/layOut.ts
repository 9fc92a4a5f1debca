import { isBlank } from '../text';
import { formatDate } from '../dates';
import type { Block, Inline, LetterDocument } from '../model';
import { inlineText } from '../render/text';
import { createNumbering, type ListBlock, type Numbering } from './numbering';
import type { LetterStyleId } from './styles';

/** One paragraph of the Word file: its look comes from its style alone. */
export interface StyledParagraph {
  style: LetterStyleId;
  content: Inline[];
  /** Reference of a numbering definition. */
  list?: string;
}

export interface Layout {
  paragraphs: StyledParagraph[];
  numbering: Numbering['config'];
}

/** The letter from the sender's address to the last copy, in the order of a British business letter. */
export function layOut(doc: LetterDocument, blankDate = false): Layout {
  const numbering = createNumbering();
  const blocks = doc.sections.flatMap((section) => section.blocks);
  const [first] = blocks;
  const salutation =
    first?.type === 'paragraph' && inlineText(first.content).startsWith('Dear ') ? first : undefined;
  const paragraphs = [
    ...layOutAddresses(doc, blankDate),
    ...style('LetterSalutation', salutation ? [salutation.content] : []),
    ...style('LetterSubject', [doc.subject]),
    ...layOutBody(salutation ? blocks.slice(1) : blocks, numbering),
  ];
  // The space between paragraphs belongs to their styles: an empty one would add to it.
  return { paragraphs: paragraphs.filter(({ content }) => !isEmpty(content)), numbering: numbering.config };
}

/** A letter is dated; a section on its own, which has no addresses, is not. */
function layOutAddresses({ sender, recipient, date }: LetterDocument, blankDate: boolean): StyledParagraph[] {
  if (sender.length === 0 && recipient.length === 0) return [];
  const day: Inline = blankDate
    ? { type: 'missing', field: 'today', text: '[date]' }
    : { type: 'text', text: formatDate(date) };
  return [
    ...style('LetterSender', sender),
    ...style('LetterDate', [[day]]),
    ...style('LetterAddress', recipient),
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
        return style(isBelow ? noteStyle(block.lines) : 'LetterLines', block.lines);
      case 'paragraph':
        return style(isBelow ? noteStyle([block.content]) : bodyStyle(blocks, index, signature), [
          block.content,
        ]);
    }
  });
}

/** "Yours sincerely" is whatever stands right above the first signature; the sentence before it stays with it. */
function bodyStyle(blocks: Block[], index: number, signature: number): LetterStyleId {
  if (index === signature - 1) return 'LetterClosing';
  if (index === signature - 2) return 'LetterLastSentence';
  // What announces a list is not left behind at the foot of a page.
  return blocks[index + 1]?.type === 'list' ? 'LetterLeadIn' : 'LetterBody';
}

function layOutList(list: ListBlock, numbering: Numbering): StyledParagraph[] {
  const reference = numbering.place(list);
  return list.items.map(({ content }) => ({ style: 'LetterList', content, list: reference }));
}

/** Each signer is a block of their own: room to sign, then name, job title, school. */
function layOutSignature([name = [], ...others]: Inline[][]): StyledParagraph[] {
  return [...style('SignatureName', [name]), ...style('Signature', others)];
}

const style = (name: LetterStyleId, lines: Inline[][]): StyledParagraph[] =>
  lines.map((content) => ({ style: name, content }));

const isEmpty = (content: Inline[]) => isBlank(inlineText(content));

/** What stands below the signatures. */
function noteStyle([first = []]: Inline[][]): LetterStyleId {
  const text = inlineText(first);
  if (/^Enc\b/.test(text)) return 'LetterEnclosure';
  return /^cc\b/.test(text) ? 'LetterCopies' : 'LetterNote';
}
