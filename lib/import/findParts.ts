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
const MAX_HEADING_LENGTH = 90;

/** Divides wording into a letter's parts: headings begin sections, numbered items are requests. Keeps every word. */
export function findParts(wording: readonly WordingParagraph[], fallbackTitle: string): FoundLetter {
  const paragraphs = findTypedLists(tidyParagraphs(wording));
  const subject = findSubject(paragraphs);
  const others = paragraphs.filter((_, at) => at !== subject?.at);
  const body = others.length > 0 ? others : paragraphs;
  const titledAt = paragraphs.findIndex(({ style }) => /^title$/i.test(style));
  const titled = titledAt === -1 ? null : wordsOf(paragraphs[titledAt]?.spans ?? []).replaceAll('\n', ' ');
  // Above “Dear”, a branch’s name or “Model letter” is set like a title.
  const isLetterhead = titledAt < findSalutation(paragraphs);
  const title = (isLetterhead ? (subject?.words ?? titled) : (titled ?? subject?.words)) ?? fallbackTitle;
  const sections: FoundSection[] = [];
  for (const paragraph of body) addParagraph(sections, paragraph);
  return { title, subject: subject?.words ?? title, sections };
}

function addParagraph(sections: FoundSection[], paragraph: WordingParagraph): void {
  const { spans, list } = paragraph;
  if (isHeading(paragraph)) {
    const words = wordsOf(spans);
    const bold = [{ text: words, bold: true }];
    sections.push({ title: words.replaceAll('\n', ' '), blocks: [{ is: 'paragraph', spans: bold }] });
    return;
  }
  const section = sections.at(-1);
  const last = section?.blocks.at(-1);
  if (list && list.level > 0 && last?.is === 'request') {
    for (const span of asContinuation(list.ordered, spans)) last.spans.push(span);
    return;
  }
  const block: FoundBlock = {
    is: list ? (list.ordered ? 'request' : 'bullet') : 'paragraph',
    spans: [...spans],
  };
  // A request is one paragraph, so a paragraph after requests begins a new section.
  if (!section || (last?.is === 'request' && block.is !== 'request')) {
    sections.push({ title: section ? shorten(wordsOf(spans)) : 'Opening', blocks: [block] });
  } else section.blocks.push(block);
}

/** A sub-item of a numbered item, prepared to continue that item's paragraph. */
function asContinuation(ordered: boolean, spans: readonly Span[]): Span[] {
  return [{ text: ordered ? '; ' : ' – ', bold: false }, ...spans];
}

function isHeading({ spans, style, list }: WordingParagraph): boolean {
  if (/^(heading \d|title|subtitle)$/i.test(style)) return true;
  const words = wordsOf(spans);
  const isShort = words.length <= MAX_HEADING_LENGTH && !words.includes('\n') && !/[.,;]$/.test(words);
  return list === null && isShort && !/^dear\b/i.test(words) && spans.every(({ bold }) => bold);
}

export interface Subject {
  /** The index of the paragraph that contains the subject. */
  at: number;
  words: string;
}

const SUBJECT_PREFIX = /^(?:re|ref|reference|regarding|subject)\s*[:–-]\s*(\S.*)$/i;
const MIN_SUBJECT_WORDS = 3;

/** Finds the subject line: “Re: …”, or the bold line below “Dear …”. */
function findSubject(paragraphs: readonly WordingParagraph[]): Subject | null {
  const dear = findSalutation(paragraphs);
  const last = dear === -1 ? paragraphs.length : dear + 3;
  for (const [at, { spans, style }] of paragraphs.slice(0, last).entries()) {
    const words = wordsOf(spans);
    const named = SUBJECT_PREFIX.exec(words)?.[1];
    if (named !== undefined) return { at, words: named };
    if (/^(letter )?subject$/i.test(style) && !words.includes('\n')) return { at, words };
  }
  const below = dear === -1 ? undefined : paragraphs[dear + 1];
  return below && isSubjectLine(below) ? { at: dear + 1, words: wordsOf(below.spans) } : null;
}

function findSalutation(paragraphs: readonly WordingParagraph[]): number {
  return paragraphs.findIndex(({ spans }) => /^dear\b/i.test(wordsOf(spans)));
}

/** Directly below “Dear …”, a heading is the subject too: no section begins before the first sentence. */
function isSubjectLine({ spans, list, style }: WordingParagraph): boolean {
  const words = wordsOf(spans);
  const isMarked = /^heading/i.test(style) || spans.every(({ bold }) => bold);
  const isLine = list === null && !words.includes('\n');
  return isMarked && isLine && words.split(/\s+/).length >= MIN_SUBJECT_WORDS;
}
