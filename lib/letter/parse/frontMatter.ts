import { parseDocument } from 'yaml';
import { isIsoDate } from '../dates';
import { isAskedField, isFieldName } from '../compose/fields';
import type { IsoDate, LetterTemplate, Report } from '../model';
import { unknownFieldProblem } from './blocks';

export interface FrontMatter {
  id: string;
  title: string;
  stage: string;
  when: string;
  subject: string;
  checkedOn: IsoDate;
  to: LetterTemplate['to'];
  order: number;
  asks: string[];
  /** Section id → keys of templates/sources.yaml. */
  sources: Record<string, string[]>;
  /** The line number of a key, for problems found later. */
  lineOf: (key: string) => number;
}

const texts = ['id', 'title', 'when', 'subject', 'checkedOn'] as const;
const known: ReadonlySet<string> = new Set([...texts, 'stage', 'to', 'order', 'asks', 'sources']);

/** Puts letters without an order after those with one. */
const DEFAULT_ORDER = 1000;

/** Reads the lines between the two `---`; the first of them is line 2 of the file. `null` if they are not YAML. */
export function parseFrontMatter(lines: readonly string[], report: Report): FrontMatter | null {
  const values = readYaml(lines, report);
  if (!values) return null;
  const lineOf = (key: string) => lines.findIndex((line) => line.trimStart().startsWith(`${key}:`)) + 2;
  const text = (key: (typeof texts)[number]) => readText(values[key], key, lineOf(key), report);
  for (const key of Object.keys(values)) {
    if (!known.has(key))
      report(lineOf(key), `“${key}” is not a key of a letter. The keys are ${[...known].join(', ')}.`);
  }
  return {
    id: readId(text('id'), lineOf('id'), report),
    title: text('title'),
    stage: values.stage === undefined ? '' : readText(values.stage, 'stage', lineOf('stage'), report),
    when: text('when'),
    subject: text('subject'),
    checkedOn: readDay(text('checkedOn'), lineOf('checkedOn'), report),
    to: readTo(values.to, lineOf('to'), report),
    order: readOrder(values.order, lineOf('order'), report),
    asks: readAsks(values.asks, lineOf('asks'), report),
    sources: readSources(values.sources, lineOf, report),
    lineOf,
  };
}

function readYaml(lines: readonly string[], report: Report): Record<string, unknown> | null {
  const found = tryYaml(quoteProse(lines).join('\n'));
  if (isRecord(found.values)) return found.values;
  report(found.line + 1, `The lines at the top cannot be read${found.why}. Each is “key: value”.`);
  return null;
}

function tryYaml(text: string): { values: unknown; line: number; why: string } {
  try {
    const document = parseDocument(text);
    const [error] = document.errors;
    if (!error) return { values: document.toJS(), line: 1, why: '' };
    return {
      values: null,
      line: error.linePos?.[0].line ?? 1,
      why: `: ${error.message.split(/ at line |\n/)[0]}`,
    };
  } catch {
    // The library throws on hostile files: thousands of aliases, brackets nested without end.
    return { values: null, line: 1, why: '' };
  }
}

/** Quotes prose that contains ": " or "#", which are YAML syntax, so that writers of letters need not know YAML. */
function quoteProse(lines: readonly string[]): string[] {
  return lines.map((line, index) => {
    const prose = /^(title|when|subject): +([^'"|>\s].*)$/.exec(line);
    const goesOn = /^\s+\S/.test(lines[index + 1] ?? '');
    return prose && !goesOn ? `${prose[1]}: ${JSON.stringify(prose[2]?.trim())}` : line;
  });
}

function readText(value: unknown, key: string, line: number, report: Report): string {
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  report(line, `“${key}” is missing or empty at the top of the letter.`);
  return '';
}

function readId(id: string, line: number, report: Report): string {
  const valid = id === '' || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);
  if (!valid) report(line, `“${id}” cannot be an id: use small letters, digits and hyphens.`);
  return id;
}

function readDay(day: string, line: number, report: Report): IsoDate {
  if (day !== '' && !isIsoDate(day)) report(line, `“${day}” is not a day written as 2026-11-23.`);
  return day;
}

function readTo(value: unknown, line: number, report: Report): LetterTemplate['to'] {
  if (value === undefined || value === 'contact' || value === 'next person up') return value ?? 'contact';
  report(line, '“to” is “contact” or “next person up”.');
  return 'contact';
}

function readOrder(value: unknown, line: number, report: Report): number {
  if (value === undefined || value === null) return DEFAULT_ORDER;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  report(line, '“order” is a number, such as 10.');
  return DEFAULT_ORDER;
}

function readAsks(value: unknown, line: number, report: Report): string[] {
  const names = readNames(value, 'asks', line, report);
  for (const name of new Set(names)) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) report(line, `“${name}” is asked for twice.`);
    if (isAskedField(name)) continue;
    report(
      line,
      isFieldName(name) ? `“${name}” is known already: take it out of “asks”.` : unknownFieldProblem(name),
    );
  }
  return names;
}

function readSources(
  value: unknown,
  lineOf: (key: string) => number,
  report: Report,
): Record<string, string[]> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    report(
      lineOf('sources'),
      '“sources” lists section ids, each with its sources: “  evidence: [mc-brearty-2025]”.',
    );
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([section, keys]) => [
      section,
      readNames(keys, section, lineOf(section), report),
    ]),
  );
}

function readNames(value: unknown, key: string, line: number, report: Report): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value;
  report(line, `“${key}” is a list in square brackets, such as [one, two].`);
  return [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
