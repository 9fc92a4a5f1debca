import type * as v from 'valibot';
import { refuse, type FileProblem, type FileResult } from './fileProblem';
import { findJsonPlaces, placeInText } from './jsonPlaces';

/** A parsed JSON file that can still say on which line each value stands. */
export interface JsonFile {
  value: unknown;
  lineOf(path: readonly (string | number)[]): number;
}

export function parseJsonFile(text: string, what: string): FileResult<JsonFile> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuseJson(text, what);
  }
  return { ok: true, value: { value, lineOf: (path) => lineOf(text, path) } };
}

function refuseJson(text: string, what: string): FileResult<JsonFile> {
  if (!/^\s*[[{]/.test(text)) return refuse(`This is not ${what}.`);
  const places = findJsonPlaces(text);
  if (places.ok) return refuse(`This is not ${what}.`);
  return refuse(places.sentence, placeInText(text, places.offset));
}

function lineOf(text: string, path: readonly (string | number)[]): number {
  const places = findJsonPlaces(text);
  return placeInText(text, places.ok ? places.find(path) : places.offset).line;
}

/** What a schema found wrong, as places in the file. */
export function listIssues(
  issues: readonly v.BaseIssue<unknown>[],
  file: JsonFile,
  base: readonly (string | number)[] = [],
): FileProblem[] {
  return issues.map((issue) => {
    const path = [...base, ...(issue.path ?? []).map(({ key }) => key as string | number)];
    return { line: file.lineOf(path), sentence: `${sayPath(path)} ${sayIssue(issue)}` };
  });
}

/** “signers”, entry 3, “fullName”. */
function sayPath(path: readonly (string | number)[]): string {
  const words = path.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : `“${step}”`));
  return words.join(', ') || 'The file';
}

function sayIssue({ received, expected, type }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing.';
  if (type === 'check') return 'has two entries with the same id.';
  const found = shorten(received.replaceAll('"', ''));
  return `is ${found}; ${type === 'custom' ? 'a date such as 2026-11-23' : sayExpected(expected ?? '')} is expected.`;
}

/** Valibot's words for what a schema takes, in ours. */
function sayExpected(expected: string): string {
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
