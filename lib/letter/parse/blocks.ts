import { readCondition } from '../compose/fieldValues';
import type { Report, RequestTemplate, TemplateBlock, TemplateInline } from '../model';
import { fields, isFieldName } from '../compose/fields';

/** A section of the body. Its sources are in the front matter. */
export interface ParsedSection {
  id: string;
  title: string;
  line: number;
  blocks: TemplateBlock[];
}

type TokenOf<Is extends BodyToken['is']> = Extract<BodyToken, { is: Is }>;

/** Limits recursion, so that a hostile file cannot overflow the stack. Letters need at most two levels. */
const MAX_CONDITION_DEPTH = 8;

/** Reads the sections below the front matter. `firstLine` is the line number in the file of `lines[0]`. */
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

  /** Reads up to the next section or, inside a condition, to the end of the condition. */
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
    if (depth === MAX_CONDITION_DEPTH)
      return this.#report(token.line, 'Conditions stand too deep inside one another.');
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

/** Splits at hard line breaks: a backslash at the end of a line. A doubled backslash is a literal one. */
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

/** Counts in a loop, because a regular expression would take quadratic time on a line of backslashes. */
function backslashesAtEnd(words: string): number {
  let count = 0;
  while (words.at(-1 - count) === '\\') count += 1;
  return count;
}

/** One token of a letter's body, with the number of its first line. */
type BodyToken = { line: number } & (
  | { is: 'section'; title: string; id: string }
  | { is: 'request'; title: string; id: string; optional: boolean }
  | { is: 'open'; negated: boolean; conditions: string[] }
  | { is: 'close' }
  | { is: 'bullet'; text: string }
  /** `text` keeps its line breaks. */
  | { is: 'paragraph'; text: string }
);

const HEADING = /^(###?) (.*)$/;
const ID_AT_END = /\{#([a-z0-9]+(?:-[a-z0-9]+)*)( optional)?\}$/;
const BULLET = /^ {0,3}- +(?=\S)/;

/**
 * Splits the body into tokens. The format of letters has six markers at the beginning of a line. A Markdown parser
 * would also read links, HTML, quotes and code, all of which would need switching off, and would lose line numbers.
 */
function scanBody(lines: readonly string[], firstLine: number, report: Report): BodyToken[] {
  const tokens: BodyToken[] = [];
  let open: Extract<BodyToken, { text: string }> | null = null;
  for (const [index, typed] of lines.entries()) {
    const line = firstLine + index;
    const text = typed.trimEnd();
    const sign = readSign(text, line, report);
    if (sign === 'words' && open) open.text += `\n${text.trimStart()}`;
    else {
      const token: BodyToken | null =
        sign === 'words' ? { is: 'paragraph', line, text: text.trimStart() } : sign;
      open = token?.is === 'bullet' || token?.is === 'paragraph' ? token : null;
      if (token) tokens.push(token);
    }
  }
  return tokens;
}

/** `null` for a blank line or one that cannot be read; `words` for a line that begins or continues a paragraph. */
function readSign(text: string, line: number, report: Report): BodyToken | 'words' | null {
  if (text === '') return null;
  if (text.startsWith(':::')) return readDirective(text, line, report);
  const heading = HEADING.exec(text);
  if (heading) return readHeading(heading[1] === '##', heading[2] ?? '', line, report);
  const bullet = BULLET.exec(text);
  return bullet ? { is: 'bullet', line, text: text.slice(bullet[0].length) } : 'words';
}

function readHeading(isSection: boolean, heading: string, line: number, report: Report): BodyToken | null {
  const name = isSection ? 'section' : 'request';
  const found = ID_AT_END.exec(heading);
  const [whole = '', id = '', optional] = found ?? [];
  const title = heading.slice(0, heading.length - whole.length).trim();
  if (!found || (isSection && optional)) {
    const example = isSection ? '## Opening {#opening}' : '### Assess the risk {#assess}';
    report(line, `The heading of a ${name} ends with its id in small letters, as in “${example}”.`);
    return null;
  }
  if (title === '') report(line, `This ${name} has no title before its id.`);
  return isSection
    ? { is: 'section', line, title, id }
    : { is: 'request', line, title, id, optional: Boolean(optional) };
}

function readDirective(text: string, line: number, report: Report): BodyToken | null {
  const rest = text.slice(3).trim();
  if (rest === '') return { is: 'close', line };
  const [word = '', ...names] = rest.split(/\s+/);
  const conditions = names
    .join(' ')
    .split(',')
    .map((name) => name.trim());
  if ((word !== 'if' && word !== 'unless') || names.length === 0) {
    report(line, '“:::” is followed by “if” or “unless” and a condition, or stands alone to close one.');
  }
  for (const name of conditions) {
    if (readCondition(name) === null && names.length > 0) report(line, `There is no condition “${name}”.`);
  }
  return { is: 'open', line, negated: word === 'unless', conditions };
}

/** A backslash makes the character after it literal, as in Markdown. */
const TOKEN = /\\[\\*{}#:-]|\*\*(?=\S)((?:[^*\\]|\\.|\*(?!\*))+)\*\*|\{\{([^{}]*)\}\}/gs;

/**
 * Reads words, **bold**, `{{fields}}` and `{{I/we}}`. Other Markdown and HTML is plain text. `line` is the line number
 * of the beginning of `text`; line breaks in `text` become spaces.
 */
export function parseInlines(text: string, line: number, report: Report): TemplateInline[] {
  const parts: TemplateInline[] = [];
  let end = 0;
  let at = line;
  const addWords = (words: string) => {
    if (words.includes('{{')) report(at, 'A field that begins with {{ is not closed by }}.');
    pushText(parts, words);
    at += countBreaks(words);
  };
  for (const { 0: token, 1: bold, 2: braces, index } of text.matchAll(TOKEN)) {
    addWords(text.slice(end, index));
    end = index + token.length;
    if (bold !== undefined) parts.push(readBold(bold, at, report));
    else if (braces !== undefined) parts.push(...readBraces(braces, at, report));
    else pushText(parts, token.slice(1));
    at += countBreaks(token);
  }
  addWords(text.slice(end));
  return parts;
}

function countBreaks(text: string): number {
  return text.split('\n').length - 1;
}

/** Line breaks inside a paragraph come from wrapping the file, not from the wording. */
function unfold(text: string): string {
  return text.replaceAll('\n', ' ');
}

function pushText(parts: TemplateInline[], words: string): void {
  const text = unfold(words);
  const last = parts.at(-1);
  if (text === '') return;
  if (last?.type === 'text') last.text += text;
  else parts.push({ type: 'text', text });
}

function readBold(bold: string, line: number, report: Report): TemplateInline {
  if (bold.includes('{{')) report(line, 'Bold text cannot hold a field. End the bold text before {{.');
  return { type: 'strong', text: unfold(bold).replace(/\\([\\*{}#:-])/g, '$1') };
}

function readBraces(inside: string, line: number, report: Report): TemplateInline[] {
  if (inside.includes('/')) return readAlternation(inside, line, report);
  const name = unfold(inside).trim();
  if (isFieldName(name)) return [{ type: 'field', name }];
  report(line, unknownFieldProblem(name));
  return [];
}

/** `{{I/we}}`, `{{ I / we }}` or `{{/s}}`: the first wording if one person signs, the second if several do. */
function readAlternation(typed: string, line: number, report: Report): TemplateInline[] {
  // If the file was wrapped at the slash, the line break is not a space of the wording.
  const inside = unfold(typed.replace(/(\S)\n?\/\n?(?=\S)/g, '$1/'));
  const spaced = inside.includes(' / ');
  const wordings = spaced ? inside.split(' / ').map((wording) => wording.trim()) : inside.split('/');
  const [single = '', joint = ''] = wordings;
  if (wordings.length === 2 && single + joint !== '') return [{ type: 'number', single, joint }];
  report(line, `“{{${inside}}}” needs two wordings with one slash between them, as in {{I/we}}.`);
  return [];
}

export function unknownFieldProblem(name: string): string {
  const near = name.toLowerCase().replace(/[\s_-]+/g, ' ');
  const meant = Object.keys(fields).find((known) => known.replace('-', ' ') === near);
  return meant
    ? `There is no field “${name}”. Did you mean “${meant}”?`
    : `There is no field “${name}”. A copy of one of our letters shows how fields are written.`;
}
