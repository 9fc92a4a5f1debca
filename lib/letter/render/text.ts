import type { Block, Inline, LetterDocument, LetterTemplate, ListBlock } from '../model';

/** The letter as plain text, with a blank line between paragraphs. Wrapped at `width` columns if given; mail needs none. */
export function renderText(doc: LetterDocument, { width }: { width?: number } = {}): string {
  const blocks = doc.sections.flatMap((section) => section.blocks);
  return blocks.map((block) => renderBlock(block, width ?? Infinity)).join('\n\n');
}

function renderBlock(block: Block, width: number): string {
  switch (block.type) {
    case 'paragraph':
      return wrap(inlineText(block.content), width);
    case 'lines':
      return block.lines.map((line) => wrap(inlineText(line), width)).join('\n');
    case 'list':
      return renderList(block, width);
  }
}

/** Numbered requests are separated by a blank line, because they are paragraphs; bullets are not. */
function renderList({ ordered, start, items }: ListBlock, width: number): string {
  const lastMark = ordered ? `${start + items.length - 1}. ` : '- ';
  return items
    .map((item, index) =>
      hang(ordered ? `${start + index}. ` : '- ', lastMark.length, inlineText(item.content), width),
    )
    .join(ordered ? '\n\n' : '\n');
}

function hang(mark: string, indent: number, text: string, width: number): string {
  return mark.padStart(indent) + wrap(text, width - indent).replaceAll('\n', `\n${' '.repeat(indent)}`);
}

/** Breaks only at ordinary spaces. A word longer than `width` gets a line of its own. */
function wrap(text: string, width: number): string {
  if (width === Infinity) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && columns(line) + 1 + columns(word) > width) {
      lines.push(line.trimEnd());
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n').trimEnd();
}

/** Counts code points, roughly the characters that a reader sees: an emoji is one, not two. */
function columns(text: string): number {
  return Array.from(text).length;
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}

/** The words of each line, item or paragraph of one block. Every output must show them. */
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

/** One string for each paragraph, line or item of the body, in order, without list numbers. */
export function blockTexts(doc: LetterDocument): string[] {
  return doc.sections.flatMap((section) => section.blocks.flatMap(blockLines));
}

/** The words of each section. */
export function sectionTexts(doc: LetterDocument): { id: string; text: string }[] {
  return doc.sections.map(({ id, blocks }) => ({ id, text: blocks.flatMap(blockLines).join('\n') }));
}

/** The words by which a draft with the letter is recognised: as it is today, and as earlier releases had it. */
export function textsToRecognise(
  doc: LetterDocument,
  { released = [] }: Pick<LetterTemplate, 'released'>,
): { id: string; text: string; release?: string }[] {
  const earlier = released.flatMap(({ release, sentences }) =>
    sentences.map((text, index) => ({ id: `${release} ${index}`, text, release })),
  );
  return [...sectionTexts(doc), ...earlier];
}
