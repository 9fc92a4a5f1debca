import { findSubject } from './findSubject';
import { shorten } from './names';
import { tidyParagraphs } from './tidy';
import { findTypedLists } from './typedLists';
import {
  wordsOf,
  type FoundBlock,
  type FoundLetter,
  type FoundSection,
  type Span,
  type WordingParagraph,
} from './wording';

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
