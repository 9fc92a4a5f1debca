const LONGEST = 254;
/** At most 254 characters, 64 before the @ and 63 between two stops (RFC 5321, RFC 1035). Browsers turn a look-alike letter typed into an email field into a part that starts with “xn--”. */
const ADDRESS = /^(?![^@]{65})[\w&+-]+(['.][\w&+-]+)*@(\b(?!xn--)[a-z\d-]{1,63}\b\.)+[a-z]{2,}$/i;

/** Exactly one email address and nothing else, not even white space. */
export function isEmailAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text);
}

/**
 * The one email address in a typed text, without white space around it; null for anything else. Nothing is guessed: a name
 * before the address, a second address or a character that does not show would put somebody else, or nobody, into To.
 */
export function readEmailAddress(typed: string): string | null {
  const address = typed.trim();
  // A byte order mark does not show, but trim() takes it for white space.
  return isEmailAddress(address) && !typed.includes('\ufeff') ? address : null;
}
