/** The characters of Windows-1252 at 0x80 to 0x9F (a space if unassigned), which are control characters in Latin-1. */
const SPECIAL = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Corrects Windows-1252 text that was decoded as Latin-1, as Node 20 does although asked for Windows-1252
 * (github.com/nodejs/node/issues/56542, January 2025). Text decoded by a browser is unchanged.
 */
export function fixWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (control) => SPECIAL[control.charCodeAt(0) - 0x80] ?? control);
}

/**
 * The text that was meant, if UTF-8 was read as Windows-1252 and saved so ("ZoÃ«" for "Zoë"); null for any other text. Such
 * bytes are valid UTF-8 by chance only in texts that nobody writes.
 */
export function readMisread(text: string): string | null {
  // oxlint-disable-next-line no-control-regex -- a test for ASCII
  if (/^[\u0000-\u007f]*$/.test(text)) return null;
  const bytes = Array.from(text, (character) => {
    const special = character === ' ' ? -1 : SPECIAL.indexOf(character);
    return special === -1 ? (character.codePointAt(0) ?? 0) : special + 0x80;
  });
  if (bytes.some((byte) => byte > 0xff)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
