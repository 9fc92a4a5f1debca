/** What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters; a space where it has nothing. */
const SPECIAL = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Mends text decoded from Windows-1252 by a decoder that takes it for Latin-1, as Node 20's does
 * (github.com/nodejs/node/issues/56542, January 2025). Text from a browser's decoder is left as it is.
 */
export function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (control) => SPECIAL[control.charCodeAt(0) - 0x80] ?? control);
}
