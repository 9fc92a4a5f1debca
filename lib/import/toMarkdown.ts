import type { FieldName } from '../letter/compose/fields';
import type { IsoDate } from '../letter/model';
import { isBlank } from '../letter/text';
import { type FoundBlock, type FoundLetter, joinAlike, type Span, wordsOf } from './paragraphs';

export interface LetterFacts {
  title: string;
  when: string;
  checkedOn: IsoDate;
  /** Which detail belongs in a place to fill in; the other places stay as they are typed. */
  fills: Readonly<Record<string, FieldName | undefined>>;
}

/** Found wording in the format of letters (docs/letter-format.md): what it says is words, whatever signs it holds. */
export function toMarkdown(letter: FoundLetter, { title, when, checkedOn, fills }: LetterFacts): string {
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
  const body = letter.sections.flatMap((section) => {
    const name = toTitle(shorten(section.title), 'A section');
    return [
      `## ${name} {#${idOf(name)}}`,
      ...section.blocks.map((block) => writeBlock(block, write, requestIdOf)),
    ];
  });
  return `${['---', ...front, '---'].join('\n')}\n\n${body.join('\n\n')}\n`;
}

type Write = (spans: readonly Span[]) => string;

function writeBlock({ is, spans }: FoundBlock, write: Write, idOf: (title: string) => string): string {
  switch (is) {
    case 'paragraph':
      return splitLines(spans)
        .map((line) => escapeStart(write(line)))
        .join('\\\n');
    case 'bullet':
      return `- ${write(onOneLine(spans))}`;
    case 'request': {
      const name = toTitle(nameRequest(spans), 'A request');
      return `### ${name} {#${idOf(name)}}\n${escapeStart(write(onOneLine(spans)))}`;
    }
  }
}

/** Its bold beginning, where it has one; else its first words. */
function nameRequest(spans: readonly Span[]): string {
  const [first] = spans;
  const lead = first?.bold && spans.length > 1 ? first.text : wordsOf(spans);
  return shorten(lead).replace(/[:.]$/, '');
}

function onOneLine(spans: readonly Span[]): Span[] {
  return spans.map(({ text, bold }) => ({ text: joinLines(text), bold }));
}

/** Without a pattern: one that begins with “any spaces” takes the square of a run of spaces. */
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

function writeSpans(spans: readonly Span[], fills: LetterFacts['fills']): string {
  return joinAlike(spans)
    .map(({ text, bold }) =>
      splitAtPlaceholders(text)
        .map((words) => {
          const field = Object.hasOwn(fills, words) ? fills[words] : undefined;
          return field ? `{{${field}}}` : writeWords(words, bold);
        })
        .join(''),
    )
    .join('')
    .trim();
}

/** Bold begins and ends at a word: outside it a space means nothing, inside it the two stars would. */
function writeWords(words: string, bold: boolean): string {
  const inside = words.trim();
  if (!bold || inside === '') return escapeWords(words);
  const start = words.indexOf(inside);
  return `${words.slice(0, start)}**${escapeWords(inside)}**${words.slice(start + inside.length)}`;
}

/** The parser takes a sign’s meaning away where a backslash stands before it. */
function escapeWords(words: string): string {
  return words.replaceAll(/[\\*{}]/g, '\\$&');
}

/** At the beginning of a line more signs mean something. */
function escapeStart(line: string): string {
  return line.replace(/^[#:-]/, '\\$&');
}

const LONGEST_TITLE = 60;
const LONGEST_ID = 40;

/** The first words of a text, for where it needs a name. */
export function shorten(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  if (words.length <= LONGEST_TITLE) return words;
  const cut = words.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '');
  return `${cut.toWellFormed().replace(/[\s.,;:–-]+$/, '')}…`;
}

/** A title as the letters’ format takes it: one line, and no field in it. */
export function toTitle(text: string, otherwise: string): string {
  const title = text.replaceAll(/\s+/g, ' ').replaceAll(/\{\{+/g, '{').trim();
  return isBlank(title) ? otherwise : title;
}

/** Small letters, digits and hyphens, never the same twice. */
function createIds(otherwise: string): (title: string) => string {
  const used = new Set<string>();
  return (title) => {
    const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const name =
      plain
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(0, LONGEST_ID)
        .replaceAll(/^-+|-+$/g, '') || otherwise;
    let id = name;
    for (let count = 2; used.has(id); count++) id = `${name}-${count}`;
    used.add(id);
    return id;
  };
}

/** “[name of school]”, “<<School>>”, “«School»”, “{{school}}”: where a ready-made letter waits for a detail. */
const PLACEHOLDER =
  /\[(?!\d+\]|sic\]|…\])[^[\]\n]{2,60}\]|<<[^<>\n]{1,60}>>|«[^«»\n]{1,60}»|\{\{[^{}\n]{1,60}\}\}/gi;

/** Each place to fill in once, in the order in which it first appears. */
export function listPlaceholders({ subject, sections }: FoundLetter): string[] {
  const texts = [
    subject,
    ...sections.flatMap(({ blocks }) => blocks.flatMap(({ spans }) => spans.map(({ text }) => text))),
  ];
  return [...new Set(texts.flatMap((text) => text.match(PLACEHOLDER) ?? []))];
}

/** Cuts a text at the places to fill in; those are at the odd places of the answer. */
function splitAtPlaceholders(text: string): string[] {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(PLACEHOLDER)) {
    parts.push(text.slice(end, index), found);
    end = index + found.length;
  }
  return [...parts, text.slice(end)];
}
