import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type * as v from 'valibot';
import type { Result } from '../failure/failure';
import { type FileProblem, type FileResult, MOST_SHOWN, refuse } from './readText';

/** A parsed JSON file, with its text, which is needed to find the lines of problems. */
export interface JsonFile {
  value: unknown;
  text: string;
}

/** A problem with a value. Its line is looked up later, for all problems at once. */
export interface JsonProblem {
  path: JsonPath;
  sentence: string;
}

export function parseJsonFile(text: string, what: string): FileResult<JsonFile> {
  try {
    return { ok: true, value: { value: JSON.parse(text) as unknown, text } };
  } catch {
    return refuseJson(text, what);
  }
}

function refuseJson(text: string, what: string): FileResult<JsonFile> {
  if (!/^\s*[[{]/.test(text)) return refuse(`This is not ${what}.`);
  const found = findJsonOffsets(text);
  if (found.ok) return refuse(`This is not ${what}.`);
  return refuse(found.sentence, placeInText(text, found.offset));
}

/** Adds lines to the problems that are shown. The text is scanned once for all of them. */
export function placeProblems({ text }: JsonFile, problems: readonly JsonProblem[]): FileProblem[] {
  const found = findJsonOffsets(
    text,
    problems.slice(0, MOST_SHOWN).map(({ path }) => path),
  );
  const offsets = found.ok ? found.offsets : [];
  return problems.map(({ sentence }, at) => {
    const { [at]: offset } = offsets;
    return offset === undefined ? { sentence } : { line: placeInText(text, offset).line, sentence };
  });
}

/** Turns the issues that a schema found into problems. */
export function listIssues(issues: readonly v.BaseIssue<unknown>[], base: JsonPath = []): JsonProblem[] {
  return issues.map((issue) => {
    const path = [...base, ...(issue.path ?? []).map(({ key }) => key as string | number)];
    return { path, sentence: `${describePath(path)} ${describeIssue(issue)}` };
  });
}

/** “signers”, entry 3, “fullName”. */
export function describePath(path: JsonPath): string {
  const words = path.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : `“${step}”`));
  return words.join(', ') || 'The file';
}

function describeIssue({ received, expected, type }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing.';
  if (type === 'check') return 'has two entries with the same id.';
  const found = shorten(received.replaceAll('"', ''));
  return `is ${found}; ${type === 'custom' ? 'a date such as 2026-11-23' : describeExpected(expected ?? '')} is expected.`;
}

/** Turns Valibot's description of the expected value into words for the user. */
function describeExpected(expected: string): string {
  const kinds: Record<string, string> = {
    string: 'text',
    boolean: 'true or false',
    Array: 'a list',
    Object: 'a group { … }',
    '!0': 'an id',
    '>=1': 'a number from 1',
    '<=1200': 'a number up to 1200',
    integer: 'a whole number',
  };
  const choices = expected
    .replace(/^\(|\)$/g, '')
    .replaceAll('""', 'nothing')
    .replaceAll('"', '');
  return kinds[expected] ?? choices.replaceAll(' | ', ' or ');
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The names and indexes that lead from the top of a JSON text to one value in it. */
export type JsonPath = readonly (string | number)[];

/**
 * Offsets in a JSON text. Needed because `JSON.parse` does not report the line of an error in the same way in every
 * browser, and never the line of a valid value. Used only for a file with problems, so that good files are read fast.
 */
type JsonOffsets = Result<
  /** The offset of the value at each requested path, or of the nearest enclosing value. */
  { offsets: number[] },
  { offset: number; sentence: string }
>;

export function findJsonOffsets(text: string, paths: readonly JsonPath[] = []): JsonOffsets {
  const faults: ParseError[] = [];
  let top: Node | undefined;
  try {
    top = parseTree(text, faults, { disallowComments: true });
  } catch {
    // The stack ran out. No file of ours is nested at all deeply.
    return { ok: false, offset: 0, sentence: 'This is nested more deeply than any file of ours.' };
  }
  if (!top || faults.length > 0) return describeFaults(text, faults);
  return { ok: true, offsets: paths.map((path) => offsetOf(top, path)) };
}

function offsetOf(top: Node, path: JsonPath): number {
  const found = findNodeAtLocation(top, [...path]);
  return found || path.length === 0 ? (found ?? top).offset : offsetOf(top, path.slice(0, -1));
}

const EXPECTED: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'A name in quotation marks is expected here.',
  ColonExpected: 'A colon is expected here.',
  CommaExpected: 'A comma is expected here.',
  EndOfFileExpected: 'The end of the file is expected here.',
};

function describeFaults(text: string, faults: readonly ParseError[]): JsonOffsets {
  const { offset, length } = faults[0] ?? { offset: text.length, length: 0 };
  const [first = '', ...others] = faults.map(({ error }) => printParseErrorCode(error));
  const isIncomplete = first === 'InvalidSymbol' || first === 'UnexpectedEndOfString';
  if ((isIncomplete ? offset + length : offset) >= text.length)
    return { ok: false, offset, sentence: 'The file ends here, in the middle: it was cut off.' };
  // An invalid symbol is skipped, and what is missed instead of it is the next fault.
  const missed = [first, ...others].find((fault) => fault !== 'InvalidSymbol') ?? first;
  return { ok: false, offset, sentence: EXPECTED[missed] ?? 'A value is expected here.' };
}

/** The line and column of an offset, both counted from 1. */
export function placeInText(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}
