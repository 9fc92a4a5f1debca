/**
 * Cleans typed text. Only characters that no letter can contain are removed: control characters and lone surrogates
 * (Word rejects both), and white space at the ends. Everything else stays as typed.
 */

const LINE_BREAKS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
// oxlint-disable-next-line no-control-regex -- these characters are removed
const UNPRINTABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
/** Any character except white space, zero-width and direction marks, fillers and the characters removed above. */
const VISIBLE =
  // oxlint-disable-next-line no-control-regex -- as above
  /[^\s\p{Default_Ignorable_Code_Point}\u2800\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/u;

export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

/** The lines of a text, without blank ones. */
export function cleanLines(text: string): string[] {
  return text
    .split(LINE_BREAKS)
    .filter((line) => !isBlank(line))
    .map((line) => printable(line).trim());
}

/** The text as one line: a pasted line break becomes a space. Empty if no character is visible. */
export function cleanLine(text: string): string {
  return cleanLines(text).join(' ');
}

export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(UNPRINTABLE, '').toWellFormed();
}

/**
 * The value stored under a key that comes from a file, a page or the user. Every object has properties of its own named
 * “constructor” and “toString”, which such a key must not find.
 */
export function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Many times our longest letter. A longer text would make the page slow, and no one would read it. */
export const MAX_LETTER_LENGTH = 200_000;
const MAX_PARAGRAPHS = 2_000;

/** Why a letter of this length cannot be used; `null` if it can. */
export function describeExcess(characters: number, paragraphs = 0): string | null {
  const say = (count: number, what: string, limit: number) =>
    `This has ${count.toLocaleString('en-GB')} ${what}; a letter is at most ${limit.toLocaleString('en-GB')}.`;
  if (characters > MAX_LETTER_LENGTH) return say(characters, 'characters', MAX_LETTER_LENGTH);
  return paragraphs > MAX_PARAGRAPHS ? say(paragraphs, 'paragraphs', MAX_PARAGRAPHS) : null;
}

/** A key to compare names by: ignores case, the kind of apostrophe, and repeated spaces. */
export function sameName(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ').replaceAll("'", '’');
}

/**
 * Encodes bytes as base64: every browser can pass text in messages and to executeScript, only some pass byte arrays.
 */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // String.fromCharCode takes a limited number of arguments.
  const CHUNK = 0x8000;
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
