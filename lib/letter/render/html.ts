import type { Block, Inline, LetterDocument, ListBlock } from '../model';

/**
 * The letter as HTML for an email. It uses only elements and inline styles that both Gmail and Outlook keep, and sets
 * no font or size, so that the user's own apply. No white space between elements: some editors would show it.
 */
export function renderHtml(doc: LetterDocument): string {
  return doc.sections.flatMap((section) => section.blocks.map(renderBlock)).join('');
}

/**
 * In points: Outlook's editor drops a margin of 1em, because that is a paragraph's own, and Outlook then sends a style that
 * takes the paragraph's own margins away.
 */
const PARAGRAPH = 'margin:0 0 12pt 0';
const LIST = 'margin:0 0 12pt 0;padding:0 0 0 2em';
const REQUEST = 'margin:0 0 0.5em 0';
const BULLET = 'margin:0';
/**
 * Colours of a missing detail in the email, in Word, in print, and on our pages in the light theme (`--mark` and
 * `--mark-ink` of theme.css and page.css). Text
 * and background are always set together, so that dark mode cannot put light text on a light background.
 */
export const missingColours = { background: '#ffefb3', text: '#3d2c00' } as const;
const MISSING = `background-color:${missingColours.background};color:${missingColours.text}`;

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return element('p', PARAGRAPH, renderInlines(block.content));
    case 'lines':
      return element('p', PARAGRAPH, block.lines.map(renderInlines).join('<br>'));
    case 'list':
      return renderList(block);
  }
}

function renderList({ ordered, start, items }: ListBlock): string {
  const itemStyle = ordered ? REQUEST : BULLET;
  const content = items.map((item) => element('li', itemStyle, renderInlines(item.content))).join('');
  return ordered && start !== 1
    ? `<ol start="${start}" style="${LIST}">${content}</ol>`
    : element(ordered ? 'ol' : 'ul', LIST, content);
}

/** One line without a paragraph, for a detail inserted into the user’s own sentence. */
export function renderInlines(inlines: readonly Inline[]): string {
  return inlines.map(renderInline).join('');
}

function renderInline(inline: Inline): string {
  const text = escapeHtml(inline.text);
  switch (inline.type) {
    case 'text':
      return text;
    case 'strong':
      return `<strong>${text}</strong>`;
    case 'missing':
      return element('span', MISSING, text);
  }
}

function element(name: string, style: string, content: string): string {
  return `<${name} style="${style}">${content}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
