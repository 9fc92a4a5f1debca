import { PhraseBook, wordsOf } from './phrases';
import { kindsWeighed, listPhrases, type ReplyRules, type ReplyWords } from './rules';

/** Shorter words have too many neighbours that are words of their own: "from" and "form". */
const SHORTEST = 7;

/** Puts right a word with one letter wrong, missing or too many: "realisticaly", "recieved", "goverment". */
function correctSlips(known: ReadonlySet<string>): (word: string) => string {
  const byGap = new Map<string, string>();
  for (const word of known) if (word.length >= SHORTEST) for (const gap of gapsOf(word)) byGap.set(gap, word);
  const cache = new Map<string, string>();
  return (word) => {
    if (word.length < SHORTEST || word.length > 20 || known.has(word)) return word;
    const cached = cache.get(word);
    if (cached !== undefined) return cached;
    const found = gapsOf(word)
      .map((gap) => byGap.get(gap))
      .find((other) => other !== undefined && isSlipOf(word, other));
    if (cache.size > 5_000) cache.clear();
    cache.set(word, found ?? word);
    return found ?? word;
  };
}

/** The word, and the word without each one of its letters. */
function gapsOf(word: string): string[] {
  return [word, ...Array.from(word, (_letter, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** Endings are no slips: "attached" is not "attaches". Two letters changed places are one slip. */
function isSlipOf(word: string, known: string): boolean {
  if (Math.abs(word.length - known.length) > 1 || word[0] !== known[0]) return false;
  let same = 0;
  while (same < word.length && word[same] === known[same]) same += 1;
  if (same >= Math.min(word.length, known.length) - 1) return false;
  const rest = word.slice(same);
  const other = known.slice(same);
  return (
    (isVowel(rest[0]) && isVowel(other[0]) && rest.slice(1) === other.slice(1)) ||
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
  );
}

/** "Seperate" is a slip; "heading" is no slip for "heating". */
const isVowel = (letter: string | undefined) => letter !== undefined && 'aeiouy'.includes(letter);

const files = import.meta.glob<ReplyRules>('../../templates/replies.yaml', {
  eager: true,
  import: 'default',
});

const wordFiles = import.meta.glob<ReplyWords>('../../templates/replyWords.yaml', {
  eager: true,
  import: 'default',
});

/** The weights of each word, in the order of the kinds. */
function loadWords() {
  const [file] = Object.values(wordFiles);
  if (!file) throw new Error('templates/replyWords.yaml is missing');
  const weightsOf = new Map<string, number[]>();
  for (const [at, kind] of kindsWeighed.entries())
    for (const [weight, words] of Object.entries(file[kind].words))
      for (const word of words.split(', ')) {
        const weights = weightsOf.get(word) ?? kindsWeighed.map(() => 0);
        weights[at] = Number(weight);
        weightsOf.set(word, weights);
      }
  return { weightsOf, start: kindsWeighed.map((kind) => file[kind].start) };
}

function load() {
  const [rules] = Object.values(files);
  if (!rules) throw new Error('templates/replies.yaml is missing');
  const { meanings, notices, ourLetters } = listPhrases(rules);
  const phrases = [...meanings.map(([phrase]) => phrase), ...notices, ...ourLetters];
  return {
    meanings: new PhraseBook(meanings),
    notices: new PhraseBook(notices.map((phrase) => [phrase, true] as const)),
    ourLetters: new PhraseBook(ourLetters.map((phrase) => [phrase, true] as const)),
    /** Beginnings of words; see `about.words` in the file. */
    ourWords: rules.about.words,
    words: loadWords(),
    abbreviations: new Map(Object.entries(rules.abbreviations)),
    correct: correctSlips(new Set(phrases.flatMap((phrase) => [...wordsOf(phrase)]))),
  };
}

/** The rules, ready to be looked up. Made when this file is first loaded, which is when somebody asks for help. */
export const replyRules = load();
