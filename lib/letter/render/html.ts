import type { Block, Inline, LetterDocument, ListBlock } from '../model';
import { cleanLine, toBase64 } from '../text';

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
const REQUEST = 'margin:0 0 6pt 0';
const BULLET = 'margin:0';
/** The last item has the gap that follows the list, because LibreOffice ignores the list's own margin. In a browser the two margins collapse into one. */
const LAST_ITEM = PARAGRAPH;
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
  const styleOf = (at: number) => (at === items.length - 1 ? LAST_ITEM : itemStyle);
  const content = items.map((item, at) => element('li', styleOf(at), renderInlines(item.content))).join('');
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

export interface EmailParts {
  /** Addresses only, already checked. */
  to: readonly string[];
  cc: readonly string[];
  subject: string;
  html: string;
  text: string;
  file: { name: string; type: string; bytes: Uint8Array };
}

/**
 * The letter as an email in a file (RFC 5322 and 2045). Mail programs that know `X-Unsent` open it as a draft. Without
 * “From”, the program uses the account of the person who opens it. The file has ASCII characters only.
 */
export function renderEmailFile({ to, cc, subject, html, text, file }: EmailParts): string {
  const page = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"></head><body>${html}</body></html>`;
  return [
    ...(to.length > 0 ? [`To: ${to.join(',\r\n ')}`] : []),
    ...(cc.length > 0 ? [`Cc: ${cc.join(',\r\n ')}`] : []),
    `Subject: ${encodeWords(cleanLine(subject))}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    multipart('mixed', [
      multipart('alternative', [
        // In mail, lines of text end with CRLF.
        part('text/plain; charset=utf-8', encode(text.replaceAll('\n', '\r\n'))),
        part('text/html; charset=utf-8', encode(page)),
      ]),
      part(file.type, file.bytes, `Content-Disposition: attachment; ${fileNames(file.name)}`),
    ]),
    '',
  ].join('\r\n');
}

/** Base64 has no underscore, so that no part can contain the boundary. */
function multipart(kind: 'mixed' | 'alternative', parts: readonly string[]): string {
  const boundary = `=_letter_${kind}`;
  return [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.flatMap((each) => [`--${boundary}`, each]),
    `--${boundary}--`,
  ].join('\r\n');
}

function part(type: string, bytes: Uint8Array, ...headers: string[]): string {
  const lines = toBase64(bytes).replace(/.{76}(?=.)/g, '$&\r\n');
  return [`Content-Type: ${type}`, ...headers, 'Content-Transfer-Encoding: base64', '', lines].join('\r\n');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A line with an encoded word has at most 76 characters: “Subject: ”, 12 around the word, and 52 for 39 bytes in base64. */
const MAX_WORD_BYTES = 39;

/** A header in encoded words (RFC 2047), one on each line, none of which splits a character. */
function encodeWords(text: string): string {
  const isPlain = text.length <= 60 && !/[^ -~]/.test(text) && !text.includes('=?');
  if (isPlain) return text;
  const words: string[] = [''];
  for (const character of text) {
    const longer = `${words.at(-1)}${character}`;
    if (encode(longer).length > MAX_WORD_BYTES) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${toBase64(encode(word))}?=`).join('\r\n ');
}

/** The name in ASCII for every program, and the exact name (RFC 2231) for those that can read it. */
function fileNames(name: string): string {
  const ascii = name
    .replaceAll(/[–—]/g, '-')
    .replaceAll('’', "'")
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]|["\\]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `filename="${ascii}"${ascii === name ? '' : `;\r\n filename*=UTF-8''${exact}`}`;
}
