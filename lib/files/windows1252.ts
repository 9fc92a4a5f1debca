/** The characters of Windows-1252 at 0x80 to 0x9F (a space if unassigned), which are control characters in Latin-1. */
const SPECIAL = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Corrects Windows-1252 text that was decoded as Latin-1, as Node 20 does although asked for Windows-1252
 * (github.com/nodejs/node/issues/56542, January 2025). Text decoded by a browser is unchanged.
 */
export function fixWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (control) => SPECIAL[control.charCodeAt(0) - 0x80] ?? control);
}
