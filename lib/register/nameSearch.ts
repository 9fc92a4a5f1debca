/** Text in a form to compare: no capitals, accents or punctuation; "and" for "&", "st" for "saint". */
export function plain(text: string): string {
  return (
    text
      .normalize('NFD')
      .toLowerCase()
      .replace(/&/g, ' and ')
      // "St.Mary" is two words, "C.E." is one.
      .replace(/\.(?=[a-z]{2})/g, ' ')
      .replace(/[\u0300-\u036f'’‘ʼ`´.]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
      .replace(/\bsaint\b/g, 'st')
  );
}

/**
 * The usual spellings of words in schools’ names, each with the one spelling that is compared. They run in this
 * order on the result of `plain`. An abbreviation that begins like its word, such as "acad", is missing here on purpose:
 * the search finds words by their beginnings.
 */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ss|sts|saints)\b/g, 'st'],
  // The short forms written as one word: "CEVA", "RCVAP", "VCP".
  [/\b(cofe|coe|ce|rc)(?=v[ac]p?\b)/g, '$1 '],
  [/\b(v[ac])p\b/g, '$1 primary'],
  [/\b(?:church of england|ch(?:urch)? of eng?|c of e(?:ngland)?|c o e|coe|c e|ce|anglican)\b/g, 'cofe'],
  [/\b(?:roman catholic|roman cath|r c|rc|cath)\b/g, 'catholic'],
  [/\b(?:vol(?:untary)? aided|v a|aided)\b/g, 'va'],
  [/\b(?:vol(?:untary)? controlled|v c|controlled)\b/g, 'vc'],
  [/\b(cofe|catholic) a\b/g, '$1 va'],
  [/\b(cofe) c\b/g, '$1 vc'],
  [/\bj(?: ?m)?(?: and)? ?i(?: and)? ?n\b/g, 'junior infant nursery'],
  [/\bj(?: ?m)?(?: and)? ?i\b/g, 'junior infant'],
  [/\bi (?:and )?n\b/g, 'infant nursery'],
  [/\binfants\b/g, 'infant'],
  [/\b(?:juniors|jnr)\b/g, 'junior'],
  [/\b(?:pry|prmy)\b/g, 'primary'],
  [/\b(?:schools|schl|skool)\b/g, 'school'],
  [/\bc ?p\b/g, 'community primary'],
  [/\bhs\b/g, 'high school'],
  [/\bgs\b/g, 'grammar school'],
  [/\bpupil referral (?:unit|service|centre)\b/g, 'pru'],
  [/\balternative provision\b/g, 'ap'],
  [/\buniversity technical college\b/g, 'utc'],
  [/\b(?:6th|vi) form\b/g, 'sixth form'],
  [/\bco ?op(?:erative)?\b/g, 'coop'],
  [/\bpre school\b/g, 'preschool'],
  [/\bmt\b/g, 'mount'],
  [/\bgt\b/g, 'great'],
  [/\blt\b/g, 'little'],
  [/\bdoctor\b/g, 'dr'],
  [/\brd\b/g, 'road'],
  [/\bln\b/g, 'lane'],
  [/\bave\b/g, 'avenue'],
  [/\bpk\b/g, 'park'],
  [/\bgrn\b/g, 'green'],
  [/\bhse\b/g, 'house'],
  [/\bsq\b/g, 'square'],
  [/\bcres\b/g, 'crescent'],
  [/\bgdns\b/g, 'gardens'],
  // Initials: "W. G. Grace", "W G Grace" and "WG Grace".
  [/\b([a-z]) (?=[a-z]\b)/g, '$1'],
];

/** Most lines of addresses contain none of them: one search is faster than thirty replacements. */
const anySpelling = new RegExp(spellings.map(([{ source }]) => source).join('|'));

/** The words of a school’s name or of a search, in the one spelling that is compared. */
export function wordsToCompare(text: string): string[] {
  const words = plain(text);
  const spelled = anySpelling.test(words)
    ? spellings.reduce((name, [written, compared]) => name.replace(written, compared), words)
    : words;
  return spelled === '' ? [] : spelled.split(' ');
}

/** The long forms of compared words, so that a name is found while its long form is half typed. */
export const longForms: Readonly<Record<string, readonly string[]>> = {
  st: ['saints', 'ss'],
  cofe: ['church', 'england', 'ce'],
  catholic: ['roman', 'rc'],
  va: ['voluntary', 'aided'],
  vc: ['voluntary', 'controlled'],
  pru: ['pupil', 'referral', 'unit'],
  ap: ['alternative', 'provision'],
  utc: ['university', 'technical', 'college'],
  coop: ['cooperative', 'operative'],
  dr: ['doctor'],
};

/** Words that only tell the kind of school. People leave them out, or write others than the register has. */
const kindWords: readonly string[] = (
  'school academy college centre unit primary secondary infant junior nursery first middle lower upper high grammar ' +
  'comprehensive preparatory senior mixed community county voluntary foundation endowed parochial parish free studio ' +
  'special specialist independent sixth form trust federation preschool early years cofe catholic va vc pru ap utc ' +
  'technology learning education'
).split(' ');
const MIN_LENGTH_OF_SHORT_FORM = 3;

/** Whether a word, or the word that it shortens ("sch", "acad"), only tells the kind of school. */
export function tellsTheKind(word: string): boolean {
  return kindWords.some(
    (kind) => kind === word || (word.length >= MIN_LENGTH_OF_SHORT_FORM && kind.startsWith(word)),
  );
}

const smallWords = new Set(['a', 'and', 'at', 'for', 'in', 'of', 'the', 'with']);

export function isSmallWord(word: string): boolean {
  return smallWords.has(word);
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
