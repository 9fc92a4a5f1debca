import { readCondition } from '../compose/conditions';
import { fields, isAskedField, isFieldName } from '../compose/fields';
import type { TemplateBlock, TemplateInline } from '../model';
import type { ParsedSection } from './blocks';
import type { FrontMatter } from './frontMatter';
import type { Report } from './problems';
import { listRequests } from '../compose/requests';

interface Letter {
  front: FrontMatter;
  subject: TemplateInline[];
  sections: readonly ParsedSection[];
  /** The whole file, to find the line on which something stands. */
  lines: readonly string[];
}

/** What only the whole letter can show: ids used twice, fields nobody asks for, requests that are not there. */
export function checkLetter(letter: Letter, knownSources: ReadonlySet<string> | null, report: Report): void {
  if (letter.sections.length === 0)
    report(letter.lines.length, 'The letter has no section (“## Title {#id}”).');
  checkSectionIds(letter, report);
  checkTitles(letter, report);
  checkSources(letter, knownSources, report);
  const walked = walk(letter.sections.flatMap(({ blocks }) => blocks));
  checkRequests(letter, walked, report);
  checkAsks(letter, walked, report);
  checkAlone(letter, walked, report);
}

/** Everything that stands anywhere in the blocks, under whatever condition. */
interface Walked {
  /** One entry for each paragraph, line, item and request. */
  contents: { content: TemplateInline[]; /** A paragraph or a bullet. */ isWhole: boolean }[];
  requestIds: string[];
  conditions: string[];
}

function walk(blocks: readonly TemplateBlock[]): Walked {
  const walked: Walked = { contents: [], requestIds: [], conditions: [] };
  const visit = (block: TemplateBlock): void => {
    switch (block.type) {
      case 'paragraph':
        walked.contents.push({ content: block.content, isWhole: true });
        break;
      case 'lines':
        for (const content of block.lines) walked.contents.push({ content, isWhole: false });
        break;
      case 'list':
        for (const content of block.items) walked.contents.push({ content, isWhole: true });
        break;
      case 'requests':
        for (const { id, content } of block.requests) {
          walked.requestIds.push(id);
          walked.contents.push({ content, isWhole: false });
        }
        break;
      case 'when':
        walked.conditions.push(...block.anyOf);
        block.blocks.forEach(visit);
    }
  };
  blocks.forEach(visit);
  return walked;
}

function checkSectionIds({ sections }: Letter, report: Report): void {
  const seen = new Set<string>();
  for (const { id, line } of sections) {
    if (seen.has(id)) report(line, `Two sections have the id “${id}”.`);
    seen.add(id);
  }
}

/** Titles stand in the popup and in menus as they are. */
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
      if (known && !known.has(key)) report(line, `There is no source “${key}” in templates/sources.md.`);
    }
  }
}

function checkRequests({ lines }: Letter, { requestIds, conditions }: Walked, report: Report): void {
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
  { contents, conditions }: Walked,
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

function checkAlone({ subject, lines }: Letter, { contents }: Walked, report: Report): void {
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

/** The number of the first (or last) line that holds the words; 1 where the file was wrapped within them. */
function lineWith(words: string, lines: readonly string[], last = false): number {
  const holds = (line: string) => line.includes(words);
  return Math.max(0, last ? lines.findLastIndex(holds) : lines.findIndex(holds)) + 1;
}
