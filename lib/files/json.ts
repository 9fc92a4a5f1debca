import type * as v from 'valibot';
import { type FileProblem, type FileResult, refuse } from './problem';

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

/**
 * Where things stand in a JSON text. `JSON.parse` says that something is wrong, and each browser in its own words; this
 * says on which line. Used only once something is wrong.
 */
export type JsonPlaces =
  /** `find` gives the offset of the value at a path, or of the nearest value above it. */
  | { ok: true; find: (path: readonly (string | number)[]) => number }
  | { ok: false; offset: number; sentence: string };

export function findJsonPlaces(text: string): JsonPlaces {
  const scanner = new Scanner(text);
  try {
    scanner.scanDocument();
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, offset: fault.offset, sentence: fault.message };
    throw fault;
  }
  return { ok: true, find: (path) => scanner.find(path) };
}

/** The line and column, both from 1, of an offset. */
export function placeInText(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

class Fault extends Error {
  constructor(
    readonly offset: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** Deeper than anything we write; a limit keeps a hostile file from exhausting the stack. */
const MAX_DEPTH = 64;
const CUT_OFF = 'The file ends here, in the middle: it was cut off.';
const STRING = /"[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001F]*)*"/y;
/** A string that nothing ends. */
const OPEN_STRING = /^"[^"\\\u0000-\u001F]*(?:\\.[^"\\\u0000-\u001F]*)*\\?$/;
const OTHER_VALUE = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;

class Scanner {
  #at = 0;
  readonly #offsets = new Map<string, number>();

  constructor(readonly text: string) {}

  find(path: readonly (string | number)[]): number {
    for (let length = path.length; length > 0; length--) {
      const offset = this.#offsets.get(JSON.stringify(path.slice(0, length).map(String)));
      if (offset !== undefined) return offset;
    }
    return 0;
  }

  scanDocument(): void {
    this.#scanValue([]);
    this.#skipSpace();
    if (this.#at < this.text.length) throw new Fault(this.#at, 'The end of the file is expected here.');
  }

  #scanValue(path: string[]): void {
    this.#skipSpace();
    if (path.length > MAX_DEPTH)
      throw new Fault(this.#at, 'This is nested more deeply than any file of ours.');
    this.#offsets.set(JSON.stringify(path), this.#at);
    if (this.#take('{')) this.#scanMembers(path);
    else if (this.#take('[')) this.#scanItems(path);
    else if (!this.#match(STRING) && !this.#match(OTHER_VALUE)) this.#fail('A value is expected here.');
  }

  #scanItems(path: string[]): void {
    this.#skipSpace();
    if (this.#take(']')) return;
    for (let index = 0; ; index++) {
      this.#scanValue([...path, String(index)]);
      this.#skipSpace();
      if (this.#take(']')) return;
      if (!this.#take(',')) this.#fail('A comma or ] is expected here.');
    }
  }

  #scanMembers(path: string[]): void {
    this.#skipSpace();
    if (this.#take('}')) return;
    for (;;) {
      this.#skipSpace();
      const name = this.#match(STRING);
      if (!name) this.#fail('A name in quotation marks is expected here.');
      this.#skipSpace();
      if (!this.#take(':')) this.#fail('A colon is expected here.');
      this.#scanValue([...path, String(JSON.parse(name ?? '""'))]);
      this.#skipSpace();
      if (this.#take('}')) return;
      if (!this.#take(',')) this.#fail('A comma or } is expected here.');
    }
  }

  #fail(sentence: string): never {
    // An unclosed string or a half-written word runs to the end as well.
    const rest = this.text.slice(this.#at);
    const isCutOff = rest === '' || OPEN_STRING.test(rest) || /^[a-z-]{1,4}$/.test(rest);
    throw new Fault(this.#at, isCutOff ? CUT_OFF : sentence);
  }

  #skipSpace(): void {
    this.#match(SPACE);
  }

  #take(character: string): boolean {
    const found = this.text[this.#at] === character;
    if (found) this.#at++;
    return found;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }
}
