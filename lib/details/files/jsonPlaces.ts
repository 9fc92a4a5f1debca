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
