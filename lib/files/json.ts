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
  const top = newNode();
  for (const path of paths) addPath(top, path);
  try {
    new Scanner(text).scanDocument(top);
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, offset: fault.offset, sentence: fault.message };
    throw fault;
  }
  return { ok: true, offsets: paths.map((path) => offsetOf(top, path)) };
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

/** A value whose offset is requested, or that contains one. */
interface PathNode {
  offset: number | null;
  children: Map<string, PathNode>;
}

const newNode = (): PathNode => ({ offset: null, children: new Map() });

function addPath(top: PathNode, path: JsonPath): void {
  let node = top;
  for (const step of path) {
    const next = node.children.get(String(step)) ?? newNode();
    node.children.set(String(step), next);
    node = next;
  }
}

function offsetOf(top: PathNode, path: JsonPath): number {
  let node: PathNode | undefined = top;
  let found = top.offset ?? 0;
  for (const step of path) {
    node = node.children.get(String(step));
    if (!node || node.offset === null) break;
    found = node.offset;
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

/** Deeper than any file that we write. The limit prevents a hostile file from exhausting the stack. */
const MAX_DEPTH = 64;
const CUT_OFF = 'The file ends here, in the middle: it was cut off.';
/** The parts of a string. One expression for a whole string runs out of stack after millions of escapes. */
const CHARACTERS = /[^"\\\u0000-\u001F]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const OTHER_VALUE = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;

class Scanner {
  #at = 0;
  /** The string that was read last runs to the end of the file. */
  #isOpenString = false;

  constructor(readonly text: string) {}

  scanDocument(top: PathNode): void {
    this.#scanValue(top, 0);
    this.#skipSpace();
    if (this.#at < this.text.length) throw new Fault(this.#at, 'The end of the file is expected here.');
  }

  /** `node` is absent for values that contain no requested path. */
  #scanValue(node: PathNode | undefined, depth: number): void {
    this.#skipSpace();
    if (depth > MAX_DEPTH) throw new Fault(this.#at, 'This is nested more deeply than any file of ours.');
    if (node) node.offset = this.#at;
    if (this.#take('{')) this.#scanMembers(node, depth);
    else if (this.#take('[')) this.#scanItems(node, depth);
    else if (!this.#takeString() && !this.#match(OTHER_VALUE)) this.#fail('A value is expected here.');
  }

  #scanItems(node: PathNode | undefined, depth: number): void {
    this.#skipSpace();
    if (this.#take(']')) return;
    for (let index = 0; ; index++) {
      this.#scanValue(node?.children.get(String(index)), depth + 1);
      this.#skipSpace();
      if (this.#take(']')) return;
      if (!this.#take(',')) this.#fail('A comma or ] is expected here.');
    }
  }

  #scanMembers(node: PathNode | undefined, depth: number): void {
    this.#skipSpace();
    if (this.#take('}')) return;
    for (;;) {
      this.#skipSpace();
      const name = this.#takeString();
      if (name === null) this.#fail('A name in quotation marks is expected here.');
      this.#skipSpace();
      if (!this.#take(':')) this.#fail('A colon is expected here.');
      this.#scanValue(node?.children.get(String(JSON.parse(name ?? '""'))), depth + 1);
      this.#skipSpace();
      if (this.#take('}')) return;
      if (!this.#take(',')) this.#fail('A comma or } is expected here.');
    }
  }

  #fail(sentence: string): never {
    // The file is also cut off if an unclosed string or an incomplete word runs to its end.
    const rest = this.text.slice(this.#at, this.#at + 5);
    const isCutOff = this.#isOpenString || rest === '' || /^[a-z-]{1,4}$/.test(rest);
    throw new Fault(this.#at, isCutOff ? CUT_OFF : sentence);
  }

  /** The string that begins here, with its quotation marks; `null`, and no step forward, if there is none. */
  #takeString(): string | null {
    const start = this.#at;
    if (!this.#take('"')) return null;
    do this.#match(CHARACTERS);
    while (this.#match(ESCAPE));
    if (this.#take('"')) return this.text.slice(start, this.#at);
    // A file may end within an escape, e.g. \u00.
    this.#isOpenString = this.text.length - this.#at < 6 && !/[\s"]/.test(this.text.slice(this.#at));
    this.#at = start;
    return null;
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
