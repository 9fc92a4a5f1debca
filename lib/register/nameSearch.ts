/** Text in a form to compare: no capitals, accents or punctuation; "and" for "&", "st" for "saint". */
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

/** Shorter words must match exactly: one letter separates different names, such as Bath and Bach. */
const MIN_LENGTH_FOR_EDIT = 5;

/**
 * Whether `typed` is `word` with at most one letter extra, missing, wrong or swapped with its neighbour: "Birmigham",
 * "Sheffeild". The first letter must match, because people rarely mistype it.
 */
export function isWithinOneEdit(typed: string, word: string): boolean {
  if (typed.length < MIN_LENGTH_FOR_EDIT || typed[0] !== word[0]) return typed === word;
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
