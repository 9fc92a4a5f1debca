import type { Block, Inline, LetterDocument } from './model';

export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}

/** The lines, items or single paragraph of one block, each as the words every output must show. */
function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [inlineText(block.content)];
    case 'lines':
      return block.lines.map(inlineText);
    case 'list':
      return block.items.map((item) => inlineText(item.content));
  }
}

/** One string per paragraph, line or item of the body, in order, without the numbers of lists. */
export function blockTexts(doc: LetterDocument): string[] {
  return doc.sections.flatMap((section) => section.blocks.flatMap(blockLines));
}

/** The words of each section, by which a draft that already holds it is recognised. */
export function sectionTexts(doc: LetterDocument): { id: string; text: string }[] {
  return doc.sections.map(({ id, blocks }) => ({ id, text: blocks.flatMap(blockLines).join('\n') }));
}
