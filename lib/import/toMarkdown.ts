import type { FieldName } from '../letter/compose/fields';
import type { IsoDate } from '../letter/model';
import { isBlank } from '../letter/text';
import {
  describeGap,
  type Gap,
  gapsIn,
  splitAtGaps,
  type FoundBlock,
  type FoundLetter,
  joinAlike,
  type Span,
  wordsOf,
} from './paragraphs';

/** What the user says of a wording that is to become an own letter. */
export interface WordingDetails {
  title: string;
  when: string;
  checkedOn: IsoDate;
  /** The saved detail for each gap, by its key; gaps without one stay as typed. */
  fills: Readonly<Record<string, FieldName | undefined>>;
}

/** Writes a found letter in the letter format (docs/letter-format.md). Special characters in its words are escaped. */
export function toMarkdown(letter: FoundLetter, { title, when, checkedOn, fills }: WordingDetails): string {
  const write = (spans: readonly Span[]) => writeSpans(spans, fills);
  const idOf = createIds('section');
  const requestIdOf = createIds('request');
  const subject = [{ text: letter.subject.replaceAll('\n', ' '), bold: false }];
  const front = [
    `id: ${createIds('letter')(title)}`,
    `title: ${JSON.stringify(toTitle(title, 'A letter'))}`,
    `when: ${JSON.stringify(when)}`,
    `subject: ${JSON.stringify(write(subject))}`,
    `checkedOn: ${checkedOn}`,
  ];
  const sign = createSigning();
  const body = letter.sections.flatMap((section) => {
    const blocks = section.blocks.flatMap((block) => sign(writeBlock(block, write, requestIdOf)));
    if (blocks.length === 0) return [];
    const name = toTitle(shorten(section.title), 'A section');
    return [`## ${name} {#${idOf(name)}}`, ...blocks];
  });
  return `${['---', ...front, '---'].join('\n')}\n\n${body.join('\n\n')}\n`;
}

const LINE_BREAK = '\\\n';
const SIGNATURE_LINES = ['{{full name}}', '{{job title}}', '{{school}}'];

/**
 * Returns a function for the blocks of a letter, in order: below “Yours …”, lines of their own with the writer's name, job title
 * and school become the signatures, so that everyone who signs is there.
 */
function createSigning(): (block: string) => string[] {
  let isClosed = false;
  let isSigned = false;
  return (block) => {
    const lines = block.split(LINE_BREAK);
    isClosed ||= lines.some((line) => /^yours\b/i.test(line));
    const begins = isClosed && !isSigned && lines.includes('{{full name}}');
    isSigned ||= begins;
    if (!isSigned) return [block];
    const others = lines.filter((line) => !SIGNATURE_LINES.includes(line)).join(LINE_BREAK);
    return [others, begins ? '{{signatures}}' : ''].filter((text) => text !== '');
  };
}

type Write = (spans: readonly Span[]) => string;

function writeBlock({ is, spans }: FoundBlock, write: Write, idOf: (title: string) => string): string {
  switch (is) {
    case 'paragraph':
      return splitLines(spans)
        .map((line) => escapeStart(write(line)))
        .join(LINE_BREAK);
    case 'bullet':
      return `- ${write(onOneLine(spans))}`;
    case 'request': {
      const name = toTitle(nameRequest(spans), 'A request');
      return `### ${name} {#${idOf(name)}}\n${escapeStart(write(onOneLine(spans)))}`;
    }
  }
}

/** Names a request by its bold beginning, or by its first words if it has none. */
function nameRequest(spans: readonly Span[]): string {
  const [first] = spans;
  const lead = first?.bold && spans.length > 1 ? first.text : wordsOf(spans);
  return shorten(lead).replace(/[:.]$/, '');
}

function onOneLine(spans: readonly Span[]): Span[] {
  return spans.map(({ text, bold }) => ({ text: joinLines(text), bold }));
}

/** Without a regular expression: one that begins with `\s*` takes quadratic time on a long run of spaces. */
function joinLines(text: string): string {
  const lines = text.split('\n');
  if (lines.length === 1) return text;
  const last = lines.length - 1;
  const inner = lines.map((line, at) => {
    if (at === 0) return line.trimEnd();
    return at === last ? line.trimStart() : line.trim();
  });
  return inner.filter((line, at) => line !== '' || at === 0 || at === last).join(' ');
}

function splitLines(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]];
  for (const { text, bold } of spans) {
    for (const [index, words] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ text: words, bold });
    }
  }
  return lines.filter((line) => wordsOf(line).trim() !== '');
}

function writeSpans(spans: readonly Span[], fills: WordingDetails['fills']): string {
  return joinAlike(spans)
    .map(({ text, bold }) =>
      splitAtGaps(text)
        .map((words, at, parts) => {
          const key = at % 2 === 1 ? describeGap(words, parts[at - 1] ?? '').key : '';
          const field = Object.hasOwn(fills, key) ? fills[key] : undefined;
          return field ? `{{${field}}}` : writeWords(words, bold);
        })
        .join(''),
    )
    .join('')
    .trim();
}

/** Puts the stars next to the words: with a space inside them, the parser would not read bold. */
function writeWords(words: string, bold: boolean): string {
  const inside = words.trim();
  if (!bold || inside === '') return escapeWords(words);
  const start = words.indexOf(inside);
  return `${words.slice(0, start)}**${escapeWords(inside)}**${words.slice(start + inside.length)}`;
}

/** A backslash makes the parser read the next character as text. */
function escapeWords(words: string): string {
  return words.replaceAll(/[\\*{}]/g, '\\$&');
}

/** Escapes the characters that are special only at the beginning of a line. */
function escapeStart(line: string): string {
  return line.replace(/^[#:-]/, '\\$&');
}

const MAX_TITLE_LENGTH = 60;
const MAX_ID_LENGTH = 40;

/** Shortens a text to its first words, to use as a name. */
export function shorten(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  if (words.length <= MAX_TITLE_LENGTH) return words;
  const cut = words.slice(0, MAX_TITLE_LENGTH).replace(/\s+\S*$/, '');
  return `${cut.toWellFormed().replace(/[\s.,;:–-]+$/, '')}…`;
}

/** A title that the letter format accepts: one line, without fields. */
export function toTitle(text: string, otherwise: string): string {
  const title = text.replaceAll(/\s+/g, ' ').replaceAll(/\{\{+/g, '{').trim();
  return isBlank(title) ? otherwise : title;
}

/** Returns a function that makes unique ids of lower-case letters, digits and hyphens. */
function createIds(otherwise: string): (title: string) => string {
  const used = new Set<string>();
  /** The last number that was added to each name. */
  const counts = new Map<string, number>();
  return (title) => {
    const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const name =
      plain
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(0, MAX_ID_LENGTH)
        .replaceAll(/^-+|-+$/g, '') || otherwise;
    let id = name;
    for (let count = (counts.get(name) ?? 1) + 1; used.has(id); count++) {
      id = `${name}-${count}`;
      counts.set(name, count);
    }
    used.add(id);
    return id;
  };
}

/** The gaps of a letter without duplicates, in order of first appearance. */
export function listGaps({ subject, sections }: FoundLetter): Gap[] {
  const lines = sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ is, spans }) => (is === 'paragraph' ? splitLines(spans) : [onOneLine(spans)])),
  );
  const gaps = [
    ...gapsIn(subject),
    ...lines.flatMap((spans) => joinAlike(spans).flatMap(({ text }) => gapsIn(text))),
  ];
  return [...new Map(gaps.map((gap) => [gap.key, gap])).values()];
}
