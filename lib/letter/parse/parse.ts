import type { Result } from '../../failure/failure';
import { describeExcess, printable } from '../text';
import {
  type LetterTemplate,
  type ParseProblem,
  type Report,
  type TemplateBlock,
  type TemplateInline,
  listRequests,
} from '../model';
import { parseBody, type ParsedSection, parseInlines } from './blocks';
import { parseFrontMatter, type FrontMatter } from './frontMatter';
import { readCondition } from '../compose/fieldValues';
import { fields, isAskedField, isFieldName } from '../compose/fields';

export type ParsedLetter = Result<
  /** Letters are listed by ascending `order`. */
  { letter: LetterTemplate; order: number },
  { problems: ParseProblem[] }
>;

export interface ParseOptions {
  /** The keys of templates/sources.yaml. Left out for the user's own letters, which may name any source. */
  knownSources?: ReadonlySet<string>;
  /** The id that the letter must have: built-in letters are loaded by file name. */
  id?: string;
}

/** Reads a letter from its Markdown: front matter between two `---`, then sections. Problems name `file`. */
export function parseLetter(markdown: string, file: string, options: ParseOptions = {}): ParsedLetter {
  const problems: ParseProblem[] = [];
  const report = (line: number, sentence: string) => problems.push({ line: Math.max(1, line), sentence });
  const excess = describeExcess(markdown.length);
  if (excess !== null) return { ok: false, problems: [{ line: 1, sentence: excess }] };
  const letter = readLetter(splitLines(markdown), file, options, report);
  problems.sort((a, b) => a.line - b.line);
  return letter && problems.length === 0 ? { ok: true, ...letter } : { ok: false, problems };
}

function readLetter(
  lines: readonly string[],
  file: string,
  options: ParseOptions,
  report: (line: number, sentence: string) => void,
): { letter: LetterTemplate; order: number } | null {
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end === -1) {
    report(1, `${file} does not begin as a letter does: “---”, then id, title and the rest, then “---”.`);
    return null;
  }
  const front = parseFrontMatter(lines.slice(1, end), report);
  if (!front) return null;
  const subject = parseInlines(front.subject, front.lineOf('subject'), report);
  const sections = parseBody(lines.slice(end + 1), end + 2, report);
  checkLetter({ front, subject, sections, lines }, options.knownSources ?? null, report);
  if (options.id !== undefined && front.id !== options.id) {
    report(
      front.lineOf('id'),
      `The id of ${file} is “${options.id}”, as the file is named, not “${front.id}”.`,
    );
  }
  const { id, title, stage, when, checkedOn, to, asks, order } = front;
  return {
    order,
    letter: {
      id,
      title,
      stage,
      when,
      subject,
      checkedOn,
      to,
      asks,
      sections: sections.map((section) => ({
        id: section.id,
        title: section.title,
        sources: front.sources[section.id] ?? [],
        blocks: section.blocks,
      })),
    },
  };
}

function splitLines(markdown: string): string[] {
  return markdown
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((line) => printable(line).trimEnd());
}

interface Letter {
  front: FrontMatter;
  subject: TemplateInline[];
  sections: readonly ParsedSection[];
  /** Every line of the file, to find the line number of a problem. */
  lines: readonly string[];
}

/** Checks that need the whole letter: ids used twice, fields not asked for, conditions on unknown requests. */
export function checkLetter(letter: Letter, knownSources: ReadonlySet<string> | null, report: Report): void {
  if (letter.sections.length === 0)
    report(letter.lines.length, 'The letter has no section (“## Title {#id}”).');
  checkSectionIds(letter, report);
  checkTitles(letter, report);
  checkSources(letter, knownSources, report);
  const contents = collectContents(letter.sections.flatMap(({ blocks }) => blocks));
  checkRequests(letter, contents, report);
  checkAsks(letter, contents, report);
  checkAlone(letter, contents, report);
}

/** The content of all blocks, whatever their conditions. */
interface BlockContents {
  /** One entry for each paragraph, line, item and request. */
  contents: { content: TemplateInline[]; /** A paragraph or a bullet. */ isWhole: boolean }[];
  requestIds: string[];
  conditions: string[];
}

function collectContents(blocks: readonly TemplateBlock[]): BlockContents {
  const collected: BlockContents = { contents: [], requestIds: [], conditions: [] };
  const visit = (block: TemplateBlock): void => {
    switch (block.type) {
      case 'paragraph':
        collected.contents.push({ content: block.content, isWhole: true });
        break;
      case 'lines':
        for (const content of block.lines) collected.contents.push({ content, isWhole: false });
        break;
      case 'list':
        for (const content of block.items) collected.contents.push({ content, isWhole: true });
        break;
      case 'requests':
        for (const { id, content } of block.requests) {
          collected.requestIds.push(id);
          collected.contents.push({ content, isWhole: false });
        }
        break;
      case 'when':
        collected.conditions.push(...block.anyOf);
        block.blocks.forEach(visit);
    }
  };
  blocks.forEach(visit);
  return collected;
}

function checkSectionIds({ sections }: Letter, report: Report): void {
  const seen = new Set<string>();
  for (const { id, line } of sections) {
    if (seen.has(id)) report(line, `Two sections have the id “${id}”.`);
    seen.add(id);
  }
}

/** Titles are shown in the popup and in menus without composing, so they cannot contain a field. */
function checkTitles({ front, sections, lines }: Letter, report: Report): void {
  const requests = listRequests({ sections });
  for (const { title } of [front, ...sections, ...requests]) {
    if (title.includes('{{')) report(lineWith(title, lines), `The title “${title}” cannot hold a field.`);
  }
}

function checkSources({ front, sections }: Letter, known: ReadonlySet<string> | null, report: Report): void {
  const ids = new Set(sections.map(({ id }) => id));
  for (const [section, keys] of Object.entries(front.sources)) {
    const line = front.lineOf(section);
    if (!ids.has(section)) report(line, `Sources are given for “${section}”, but no section has that id.`);
    for (const key of keys) {
      if (known && !known.has(key)) report(line, `There is no source “${key}” in templates/sources.yaml.`);
    }
  }
}

function checkRequests({ lines }: Letter, { requestIds, conditions }: BlockContents, report: Report): void {
  const seen = new Set<string>();
  for (const id of requestIds) {
    if (seen.has(id)) report(lineWith(`{#${id}`, lines, true), `Two requests have the id “${id}”.`);
    seen.add(id);
  }
  for (const condition of new Set(conditions)) {
    const read = readCondition(condition);
    if (read?.is !== 'request' || seen.has(read.id)) continue;
    report(lineWith(condition, lines), `No request of this letter has the id “${read.id}”.`);
  }
}

function checkAsks(
  { front, subject, lines }: Letter,
  { contents, conditions }: BlockContents,
  report: Report,
): void {
  const named = [subject, ...contents.map(({ content }) => content)].flatMap(fieldNames);
  const tested = conditions.flatMap((condition) => {
    const read = readCondition(condition);
    return read?.is === 'has' ? [read.field] : [];
  });
  const used = new Set([...named, ...tested]);
  for (const name of used) {
    if (isAskedField(name) && !front.asks.includes(name)) {
      report(lineWith(name, lines), `“${name}” is used but not asked for: add it to “asks” at the top.`);
    }
  }
  for (const name of front.asks) {
    if (isFieldName(name) && !used.has(name))
      report(front.lineOf('asks'), `“${name}” is asked for but never used.`);
  }
}

function checkAlone({ subject, lines }: Letter, { contents }: BlockContents, report: Report): void {
  for (const { content, isWhole } of [{ content: subject, isWhole: false }, ...contents]) {
    if (isWhole && content.length === 1) continue;
    for (const name of fieldNames(content)) {
      if (isFieldName(name) && fields[name].alone) {
        report(
          lineWith(`{{${name}}}`, lines),
          `“{{${name}}}” stands alone in a paragraph or bullet of its own.`,
        );
      }
    }
  }
}

function fieldNames(content: readonly TemplateInline[]): string[] {
  return content.flatMap((part) => (part.type === 'field' ? [part.name] : []));
}

/** The number of the first (or last) line that contains the words; 1 if they are broken over two lines. */
function lineWith(words: string, lines: readonly string[], last = false): number {
  const holds = (line: string) => line.includes(words);
  return Math.max(0, last ? lines.findLastIndex(holds) : lines.findIndex(holds)) + 1;
}
