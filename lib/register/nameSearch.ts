/** For comparing: no case, accents or punctuation; "&" as "and", "saint" as "st". */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bsaint\b/g, 'st');
}

/** Shorter words differ by one letter too easily: Bury and Burs, Bath and Bach. */
const SHORTEST = 5;

/**
 * Whether a word was typed with one letter too many, missing, wrong or changed places with its neighbour: "Birmigham",
 * "Sheffeild". The first letter is right: nobody looks for Kent with a B.
 */
export function isWithinOneEdit(typed: string, word: string): boolean {
  if (typed.length < SHORTEST || typed[0] !== word[0]) return typed === word;
  const start = sameStart(typed, word);
  const [a, b] = [typed.slice(start), word.slice(start)];
  return (
    a.slice(1) === b ||
    a === b.slice(1) ||
    a.slice(1) === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}

function sameStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}
