import {
  findTypedLists,
  type FoundBlock,
  type FoundLetter,
  type FoundSection,
  type Span,
  tidyParagraphs,
  type WordingParagraph,
  wordsOf,
} from './paragraphs';
import { shorten } from './toMarkdown';

/** Longer bold paragraphs are emphasis, not headings. */
const LONGEST_HEADING = 90;

/** Headings begin sections, numbered items are requests; every word is kept, in its order. */
export function findParts(wording: readonly WordingParagraph[], fallbackTitle: string): FoundLetter {
  const paragraphs = findTypedLists(tidyParagraphs(wording));
  const subject = findSubject(paragraphs);
  const others = paragraphs.filter((_, at) => at !== subject?.at);
  const body = others.length > 0 ? others : paragraphs;
  const named = paragraphs.find(({ style }) => /^title$/i.test(style));
  const title = named ? wordsOf(named.spans).replaceAll('\n', ' ') : (subject?.words ?? fallbackTitle);
  const sections = body.reduce<FoundSection[]>(addParagraph, []);
  return { title, subject: subject?.words ?? title, sections };
}

function addParagraph(sections: FoundSection[], paragraph: WordingParagraph): FoundSection[] {
  const { spans, list } = paragraph;
  if (isHeading(paragraph)) {
    const words = wordsOf(spans);
    const bold = [{ text: words, bold: true }];
    return [...sections, { title: words.replaceAll('\n', ' '), blocks: [{ is: 'paragraph', spans: bold }] }];
  }
  const section = sections.at(-1);
  const last = section?.blocks.at(-1);
  if (list && list.level > 0 && last?.is === 'request') {
    last.spans.push(...joinOn(list.ordered, spans));
    return sections;
  }
  const block: FoundBlock = {
    is: list ? (list.ordered ? 'request' : 'bullet') : 'paragraph',
    spans: [...spans],
  };
  // What follows requests begins a new section: in a letter a request is one paragraph.
  if (!section || (last?.is === 'request' && block.is !== 'request')) {
    return [...sections, { title: section ? shorten(wordsOf(spans)) : 'Opening', blocks: [block] }];
  }
  section.blocks.push(block);
  return sections;
}

/** What stands below a numbered item, lettered or with a dash, goes on in its paragraph. */
function joinOn(ordered: boolean, spans: readonly Span[]): Span[] {
  return [{ text: ordered ? '; ' : ' – ', bold: false }, ...spans];
}

function isHeading({ spans, style, list }: WordingParagraph): boolean {
  if (/^(heading \d|title|subtitle)$/i.test(style)) return true;
  const words = wordsOf(spans);
  const isShort = words.length <= LONGEST_HEADING && !words.includes('\n') && !/[.,;]$/.test(words);
  return list === null && isShort && !/^dear\b/i.test(words) && spans.every(({ bold }) => bold);
}

export interface Subject {
  /** The paragraph that holds it. */
  at: number;
  words: string;
}

const NAMED = /^(?:re|ref|reference|regarding|subject)\s*[:–-]\s*(\S.*)$/i;
const FEWEST_WORDS = 3;

/** The line that says what the letter is about: “Re: …”, or the bold line below “Dear …”. */
function findSubject(paragraphs: readonly WordingParagraph[]): Subject | null {
  const dear = paragraphs.findIndex(({ spans }) => /^dear\b/i.test(wordsOf(spans)));
  const last = dear === -1 ? paragraphs.length : dear + 3;
  for (const [at, { spans, style }] of paragraphs.slice(0, last).entries()) {
    const words = wordsOf(spans);
    const named = NAMED.exec(words)?.[1];
    if (named !== undefined) return { at, words: named };
    if (/^(letter )?subject$/i.test(style) && !words.includes('\n')) return { at, words };
  }
  const below = dear === -1 ? undefined : paragraphs[dear + 1];
  return below && isSubjectLine(below) ? { at: dear + 1, words: wordsOf(below.spans) } : null;
}

function isSubjectLine({ spans, list, style }: WordingParagraph): boolean {
  const words = wordsOf(spans);
  const isBoldLine = spans.every(({ bold }) => bold) && !words.includes('\n');
  return isBoldLine && list === null && !/^heading/i.test(style) && words.split(/\s+/).length >= FEWEST_WORDS;
}
