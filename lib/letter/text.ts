/**
 * What was typed stays as it was typed. Only what no letter can carry is taken away: control characters and halves
 * of characters (Word refuses both), and white space at the ends.
 */

const LINE_BREAKS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
// oxlint-disable-next-line no-control-regex -- these are what is taken away
const UNPRINTABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
/** Any character but white space, zero-width and direction marks, fillers and what no letter can carry. */
const VISIBLE =
  // oxlint-disable-next-line no-control-regex -- as above
  /[^\s\p{Default_Ignorable_Code_Point}\u2800\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/u;

export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

/** Several lines as typed; blank ones are left out. */
export function cleanLines(text: string): string[] {
  return text
    .split(LINE_BREAKS)
    .filter((line) => !isBlank(line))
    .map((line) => printable(line).trim());
}

/** One line: a pasted line break becomes a space. Empty when nothing in it can be seen. */
export function cleanLine(text: string): string {
  return cleanLines(text).join(' ');
}

export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(UNPRINTABLE, '').toWellFormed();
}

/** For finding a record again by its name: no case, one kind of apostrophe, single spaces. */
export function sameName(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ').replaceAll("'", '’');
}
