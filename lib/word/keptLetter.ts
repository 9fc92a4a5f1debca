import type { Block, Inline, IsoDate, LetterDocument } from '../letter/model';

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
