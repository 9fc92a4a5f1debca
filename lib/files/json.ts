import type * as v from 'valibot';
import { type FileProblem, type FileResult, MOST_SHOWN, refuse } from './problem';

/** A parsed JSON file, with the text in which its problems are placed. */
export interface JsonFile {
  value: unknown;
  text: string;
}

/** What is wrong with a value: where it stands is looked up once all problems are known. */
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
  const places = findJsonPlaces(text);
  if (places.ok) return refuse(`This is not ${what}.`);
  return refuse(places.sentence, placeInText(text, places.offset));
}

/** Problems with their lines, as far as they are shown: the text is read through once, however many there are. */
export function placeProblems({ text }: JsonFile, problems: readonly JsonProblem[]): FileProblem[] {
  const places = findJsonPlaces(
    text,
    problems.slice(0, MOST_SHOWN).map(({ path }) => path),
  );
  const offsets = places.ok ? places.offsets : [];
  return problems.map(({ sentence }, at) => {
    const { [at]: offset } = offsets;
    return offset === undefined ? { sentence } : { line: placeInText(text, offset).line, sentence };
  });
}

/** What a schema found wrong. */
export function listIssues(issues: readonly v.BaseIssue<unknown>[], base: JsonPath = []): JsonProblem[] {
  return issues.map((issue) => {
    const path = [...base, ...(issue.path ?? []).map(({ key }) => key as string | number)];
    return { path, sentence: `${sayPath(path)} ${sayIssue(issue)}` };
  });
}

/** “signers”, entry 3, “fullName”. */
function sayPath(path: JsonPath): string {
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

/** The way from the top of a JSON text to one value in it. */
export type JsonPath = readonly (string | number)[];

/**
 * Where things stand in a JSON text. `JSON.parse` says that something is wrong, and each browser in its own words; this
 * says on which line. Used only once something is wrong, and once for all that is wanted: the text is read through once.
 */
export type JsonPlaces =
  /** The offset of the value at each path asked for, or of the nearest value above it. */
  { ok: true; offsets: number[] } | { ok: false; offset: number; sentence: string };

export function findJsonPlaces(text: string, paths: readonly JsonPath[] = []): JsonPlaces {
  const top = newPlace();
  for (const path of paths) want(top, path);
  try {
    new Scanner(text).scanDocument(top);
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, offset: fault.offset, sentence: fault.message };
    throw fault;
  }
  return { ok: true, offsets: paths.map((path) => offsetOf(top, path)) };
}

/** The line and column, both from 1, of an offset. */
export function placeInText(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

/** A value whose offset is wanted, or that holds one. */
interface Place {
  offset: number | null;
  inside: Map<string, Place>;
}

const newPlace = (): Place => ({ offset: null, inside: new Map() });

function want(top: Place, path: JsonPath): void {
  let place = top;
  for (const step of path) {
    const next = place.inside.get(String(step)) ?? newPlace();
    place.inside.set(String(step), next);
    place = next;
  }
}

function offsetOf(top: Place, path: JsonPath): number {
  let place: Place | undefined = top;
  let found = top.offset ?? 0;
  for (const step of path) {
    place = place.inside.get(String(step));
    if (!place || place.offset === null) break;
    found = place.offset;
  }
  return found;
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

  constructor(readonly text: string) {}

  scanDocument(top: Place): void {
    this.#scanValue(top, 0);
    this.#skipSpace();
    if (this.#at < this.text.length) throw new Fault(this.#at, 'The end of the file is expected here.');
  }

  /** `place` is absent where nothing wanted can stand. */
  #scanValue(place: Place | undefined, depth: number): void {
    this.#skipSpace();
    if (depth > MAX_DEPTH) throw new Fault(this.#at, 'This is nested more deeply than any file of ours.');
    if (place) place.offset = this.#at;
    if (this.#take('{')) this.#scanMembers(place, depth);
    else if (this.#take('[')) this.#scanItems(place, depth);
    else if (!this.#match(STRING) && !this.#match(OTHER_VALUE)) this.#fail('A value is expected here.');
  }

  #scanItems(place: Place | undefined, depth: number): void {
    this.#skipSpace();
    if (this.#take(']')) return;
    for (let index = 0; ; index++) {
      this.#scanValue(place?.inside.get(String(index)), depth + 1);
      this.#skipSpace();
      if (this.#take(']')) return;
      if (!this.#take(',')) this.#fail('A comma or ] is expected here.');
    }
  }

  #scanMembers(place: Place | undefined, depth: number): void {
    this.#skipSpace();
    if (this.#take('}')) return;
    for (;;) {
      this.#skipSpace();
      const name = this.#match(STRING);
      if (!name) this.#fail('A name in quotation marks is expected here.');
      this.#skipSpace();
      if (!this.#take(':')) this.#fail('A colon is expected here.');
      this.#scanValue(place?.inside.get(String(JSON.parse(name ?? '""'))), depth + 1);
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
