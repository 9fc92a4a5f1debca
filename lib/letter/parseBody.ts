import type { RequestTemplate, TemplateBlock } from './model';
import { parseInlines } from './parseInlines';
import type { Report } from './problems';
import { scanBody, type BodyToken } from './scanBody';

/** A section as written; its sources are in the front matter. */
export interface ParsedSection {
  id: string;
  title: string;
  line: number;
  blocks: TemplateBlock[];
}

type TokenOf<Is extends BodyToken['is']> = Extract<BodyToken, { is: Is }>;

/** Far more than a letter needs; keeps a hostile file from exhausting the stack. */
const DEEPEST = 8;

/** Reads the sections below the front matter. `firstLine` is the number of the first of `lines` in the file. */
export function parseBody(lines: readonly string[], firstLine: number, report: Report): ParsedSection[] {
  const reader = new BlockReader(scanBody(lines, firstLine, report), report);
  const before = reader.readBlocks(0);
  if (before.length > 0) report(firstLine, 'There is text before the first section (“## Title {#id}”).');
  const sections: ParsedSection[] = [];
  for (let token = reader.take('section'); token; token = reader.take('section')) {
    sections.push({ id: token.id, title: token.title, line: token.line, blocks: reader.readBlocks(0) });
  }
  return sections;
}

class BlockReader {
  readonly #tokens: readonly BodyToken[];
  readonly #report: Report;
  #next = 0;

  constructor(tokens: readonly BodyToken[], report: Report) {
    this.#tokens = tokens;
    this.#report = report;
  }

  take<Is extends BodyToken['is']>(is: Is): TokenOf<Is> | null {
    const token = this.#tokens[this.#next];
    if (token?.is !== is) return null;
    this.#next += 1;
    return token as TokenOf<Is>;
  }

  /** Up to the next section or, inside a condition, to its end. */
  readBlocks(depth: number): TemplateBlock[] {
    const blocks: TemplateBlock[] = [];
    for (;;) {
      const token = this.#tokens[this.#next];
      if (!token || token.is === 'section' || (token.is === 'close' && depth > 0)) return blocks;
      this.#next += 1;
      this.#addToken(blocks, token, depth);
    }
  }

  #addToken(blocks: TemplateBlock[], token: Exclude<BodyToken, { is: 'section' }>, depth: number): void {
    switch (token.is) {
      case 'open':
        return this.#addCondition(blocks, token, depth);
      case 'close':
        return this.#report(token.line, 'This “:::” closes nothing.');
      case 'request':
        return this.#addRequest(blocks, token);
      case 'bullet':
        return this.#addBullet(blocks, token);
      case 'paragraph':
        return this.#addParagraph(blocks, token);
    }
  }

  #addCondition(blocks: TemplateBlock[], token: TokenOf<'open'>, depth: number): void {
    if (depth === DEEPEST) return this.#report(token.line, 'Conditions stand too deep inside one another.');
    const inner = this.readBlocks(depth + 1);
    if (!this.take('close'))
      this.#report(token.line, 'This condition is not closed by “:::” within its section.');
    blocks.push({ type: 'when', anyOf: token.conditions, negated: token.negated, blocks: inner });
  }

  #addRequest(blocks: TemplateBlock[], { line, id, title, optional }: TokenOf<'request'>): void {
    const text = this.take('paragraph');
    if (!text) return this.#report(line, `The request “${title}” has no text below its heading.`);
    const request: RequestTemplate = { id, title, optional, content: this.#inlines(text) };
    const last = blocks.at(-1);
    if (last?.type === 'requests') last.requests.push(request);
    else blocks.push({ type: 'requests', requests: [request] });
  }

  #addBullet(blocks: TemplateBlock[], token: TokenOf<'bullet'>): void {
    this.#refuseAfterRequest(blocks, token.line);
    const last = blocks.at(-1);
    if (last?.type === 'list') last.items.push(this.#inlines(token));
    else blocks.push({ type: 'list', items: [this.#inlines(token)] });
  }

  #addParagraph(blocks: TemplateBlock[], token: TokenOf<'paragraph'>): void {
    this.#refuseAfterRequest(blocks, token.line);
    const lines = splitHardBreaks(token);
    if (lines.length === 1) blocks.push({ type: 'paragraph', content: this.#inlines(token) });
    else blocks.push({ type: 'lines', lines: lines.map((line) => this.#inlines(line)) });
  }

  #refuseAfterRequest(blocks: readonly TemplateBlock[], line: number): void {
    if (blocks.at(-1)?.type !== 'requests') return;
    this.#report(line, 'A request is one paragraph. Begin a new section for what follows the requests.');
  }

  #inlines({ text, line }: { text: string; line: number }): ReturnType<typeof parseInlines> {
    return parseInlines(text, line, this.#report);
  }
}

/** A line ends where a backslash stands at its end; a doubled backslash is one that was typed. */
function splitHardBreaks({ text, line }: { text: string; line: number }): { text: string; line: number }[] {
  const parts = [{ text: '', line }];
  for (const [index, words] of text.split('\n').entries()) {
    const breaks = backslashesAtEnd(words) % 2 === 1;
    const last = parts.at(-1);
    const kept = breaks ? words.slice(0, -1).trimEnd() : words;
    if (last) last.text += last.text === '' ? kept : `\n${kept}`;
    if (breaks) parts.push({ text: '', line: line + index + 1 });
  }
  return parts.filter((part, index) => part.text !== '' || index === 0);
}

/** Counted by hand: a pattern for it would take the square of the time on a line of nothing else. */
function backslashesAtEnd(words: string): number {
  let count = 0;
  while (words.at(-1 - count) === '\\') count += 1;
  return count;
}
