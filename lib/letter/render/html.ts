import type { Block, Inline, LetterDocument } from '../model';

/**
 * The letter for an email. Only elements and inline styles that Gmail and Outlook both keep, and neither font nor
 * size, so that it takes on the user's own. No white space between elements: editors that keep it would show it.
 */
export function renderHtml(doc: LetterDocument): string {
  return doc.sections.flatMap((section) => section.blocks.map(renderBlock)).join('');
}

const PARAGRAPH = 'margin:0 0 1em 0';
const LIST = 'margin:0 0 1em 0;padding:0 0 0 2em';
const REQUEST = 'margin:0 0 0.5em 0';
const BULLET = 'margin:0';
/** Dark on pale in both colours, so that dark mode cannot leave light text on a light ground. */
const MISSING = 'background-color:#ffefb3;color:#3d2c00';

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

function renderList({ ordered, start, items }: Extract<Block, { type: 'list' }>): string {
  const itemStyle = ordered ? REQUEST : BULLET;
  const content = items.map((item) => element('li', itemStyle, renderInlines(item.content))).join('');
  return ordered && start !== 1
    ? `<ol start="${start}" style="${LIST}">${content}</ol>`
    : element(ordered ? 'ol' : 'ul', LIST, content);
}

/** A single line without paragraph marks, for a detail that stands inside the user’s own sentence. */
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
