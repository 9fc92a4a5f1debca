import { Paragraph, type Table } from 'docx';
import { isBlank } from './text';
import type { LetterDocument } from './model';
import { inlineText } from './render/text';
import { layOut, type StyledParagraph } from './word/layOut';
import { letterPage, renderPageNumber } from './word/page';
import { packDocument } from './word/packDocument';
import { renderRuns } from './word/runs';
import { renderSignatures, splitAtSignatures } from './word/signatures';
import { letterStyles } from './word/styles';

const MOST_KEPT_TOGETHER = 12;

export interface WordOptions {
  /** Leaves the day to be written in by hand; the file itself keeps the document's. */
  blankDate?: boolean;
}

/**
 * The letter as a Word file. Brings the docx library with it (60 kB): pages load it with `await import()` when
 * somebody asks for Word.
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

/** More signers than a page can hold together with the end of the letter may go on overleaf. */
function renderSigner(signer: StyledParagraph[], _: number, { length }: unknown[]): Paragraph[] {
  const keep = length > MOST_KEPT_TOGETHER ? { keepNext: false } : {};
  return signer.map(({ style, content }) => new Paragraph({ style, ...keep, children: renderRuns(content) }));
}

/** Whoever signs; the file says no more about them than the letter does. */
function findAuthor(paragraphs: StyledParagraph[]): string {
  return paragraphs
    .filter(
      ({ style, content }) => style === 'SignatureName' && content.every(({ type }) => type !== 'missing'),
    )
    .map(({ content }) => inlineText(content))
    .join('; ');
}
