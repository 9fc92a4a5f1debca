import type { Span, WordingParagraph } from '../../letter/fromWord/wording';

/** A part of a Word document as mammoth reads it; only what we look at. */
export interface WordNode {
  type: string;
  children?: WordNode[];
  value?: string;
  styleName?: string | null;
  numbering?: { level: string; isOrdered: boolean } | null;
  isBold?: boolean;
  isStrikethrough?: boolean;
  breakType?: string;
  checked?: boolean;
  noteType?: string;
  noteId?: string;
  /** Of a note. */
  body?: WordNode[];
  /** Of the document: its footnotes and endnotes. */
  notes?: { resolve: (reference: WordNode) => WordNode | null };
  comments?: WordNode[];
}

export interface WordWording {
  paragraphs: WordingParagraph[];
  /** What a letter cannot hold and was left out, in plural: “pictures”. */
  leftOut: string[];
}

/** The words of a document in their order, with its notes at the end. */
export function readWordTree(document: WordNode): WordWording {
  const references: WordNode[] = [];
  const leftOut = new Set<string>();
  const toParagraphs = (nodes: readonly WordNode[]): WordingParagraph[] =>
    nodes.flatMap((node) =>
      node.type === 'paragraph'
        ? [toParagraph(node, references, leftOut)]
        : toParagraphs(node.children ?? []),
    );
  const paragraphs = toParagraphs(document.children ?? []);
  // A note may hold another’s mark: the list grows while it is read.
  for (const [at, reference] of references.entries()) {
    const note = at < MOST_NOTES ? document.notes?.resolve(reference) : null;
    const [first, ...others] = toParagraphs(note?.body ?? []);
    if (first) paragraphs.push({ ...first, spans: [plain(`${noteMark(at)} `), ...first.spans] }, ...others);
  }
  return { paragraphs, leftOut: [...leftOut] };
}

/** More than any letter has; a note that names itself must not go round for ever. */
const MOST_NOTES = 200;

const plain = (text: string): Span => ({ text, bold: false });
const noteMark = (index: number) => `[${index + 1}]`;

function toParagraph(node: WordNode, references: WordNode[], leftOut: Set<string>): WordingParagraph {
  const spans = (node.children ?? []).flatMap((child) => toSpans(child, false, references, leftOut));
  const { numbering, styleName } = node;
  return {
    style: styleName ?? '',
    spans,
    list: numbering ? { ordered: numbering.isOrdered, level: Number(numbering.level) || 0 } : null,
  };
}

function toSpans(node: WordNode, bold: boolean, references: WordNode[], leftOut: Set<string>): Span[] {
  switch (node.type) {
    case 'text':
      return [{ text: node.value ?? '', bold }];
    case 'tab':
      return [{ text: ' ', bold }];
    case 'break':
      return [{ text: '\n', bold }];
    case 'checkbox':
      return [{ text: node.checked ? '☑' : '☐', bold }];
    case 'noteReference':
      return [{ text: noteMark(references.push(node) - 1), bold }];
    case 'commentReference':
      leftOut.add('comments');
      return [];
    case 'image':
      leftOut.add('pictures');
      return [];
    case 'run':
      if (node.isStrikethrough) {
        leftOut.add('words that are struck out');
        return [];
      }
      break;
  }
  const isBold = bold || node.isBold === true || /^strong$/i.test(node.styleName ?? '');
  return (node.children ?? []).flatMap((child) => toSpans(child, isBold, references, leftOut));
}
