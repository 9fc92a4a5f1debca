import type { FieldName } from '../compose/fields';
import type { IsoDate } from '../model';
import { createIds, shorten, toTitle } from './names';
import { splitAtPlaceholders } from './placeholders';
import { joinAlike } from './tidy';
import { wordsOf, type FoundBlock, type FoundLetter, type Span } from './wording';

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
  return spans.map(({ text, bold }) => ({ text: text.replaceAll(/\s*\n\s*/g, ' '), bold }));
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
  const [, before = '', inside = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  if (!bold || inside === '') return escapeWords(words);
  return `${before}**${escapeWords(inside)}**${after}`;
}

/** The parser takes a sign’s meaning away where a backslash stands before it. */
function escapeWords(words: string): string {
  return words.replaceAll(/[\\*{}]/g, '\\$&');
}

/** At the beginning of a line more signs mean something. */
function escapeStart(line: string): string {
  return line.replace(/^[#:-]/, '\\$&');
}
