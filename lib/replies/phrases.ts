import { DATE_WORD, type Word } from './words';

/**
 * The phrases of templates/replies.yaml:
 *
 *     we (will|shall) not ... [risk] assess*
 *
 * `(a|b c)` one of them, `[a]` may be left out, `assess*` any ending, `..` up to 3 words between, `...` up to 9,
 * `<we>` the words listed under that name, `<date>` any date. A gap never runs over a word that says no, so that
 * "we will ... assess" is not found in "we will not assess". All of it stands in one sentence.
 */
export type Phrase = readonly Step[];

type Step =
  | { is: 'word'; text: string; open: boolean }
  | { is: 'gap'; most: number }
  | { is: 'oneOf'; ways: readonly Phrase[]; heads: Heads | null };

/** What a step can begin with, to see quickly that it does not stand here; null when it can be empty or begin with any. */
interface Heads {
  words: ReadonlySet<string>;
  starts: readonly string[];
}

export type WordLists = Readonly<Record<string, readonly string[]>>;

const SHORT_GAP = 3;
const LONG_GAP = 9;
const PIECE = /\s*(\.{2,3}|[()[\]|]|<[a-z ]+>|[\p{L}\p{N}]+\*?)/uy;

export class PhraseError extends Error {}

export function parsePhrase(source: string, lists: WordLists): Phrase {
  const pieces: string[] = [];
  PIECE.lastIndex = 0;
  const text = source.trim();
  while (PIECE.lastIndex < text.length) {
    const at = PIECE.lastIndex;
    const piece = PIECE.exec(text)?.[1];
    if (piece === undefined) throw new PhraseError(`"${source}": cannot read from "${text.slice(at)}"`);
    pieces.push(piece);
  }
  let next = 0;
  const readWays = (closing: string | null): Phrase[] => {
    const ways: Step[][] = [[]];
    for (;;) {
      const piece = pieces[next];
      next += 1;
      if (piece === undefined) {
        if (closing !== null) throw new PhraseError(`"${source}": a "${closing}" is missing`);
        return ways;
      }
      if (piece === closing) return ways;
      if (piece === '|') ways.push([]);
      else ways.at(-1)?.push(readStep(piece));
    }
  };
  const readStep = (piece: string): Step => {
    if (piece === '(') return oneOf(readWays(')'));
    if (piece === '[') return oneOf([...readWays(']'), []]);
    if (piece === ')' || piece === ']') throw new PhraseError(`"${source}": a "${piece}" too many`);
    if (piece === '..') return { is: 'gap', most: SHORT_GAP };
    if (piece === '...') return { is: 'gap', most: LONG_GAP };
    if (piece.startsWith('<') && piece !== DATE_WORD) {
      const list = lists[piece.slice(1, -1)];
      if (!list) throw new PhraseError(`"${source}": there is no list ${piece}`);
      return oneOf(list.map((entry) => parsePhrase(entry, lists)));
    }
    const open = piece.endsWith('*');
    return { is: 'word', text: (open ? piece.slice(0, -1) : piece).toLowerCase(), open };
  };
  const ways = readWays(null);
  const [only] = ways;
  const phrase: Phrase = ways.length === 1 && only ? only : [oneOf(ways)];
  if (listFirstWords(phrase) === null)
    throw new PhraseError(`"${source}": a phrase begins with a word, not with a gap`);
  return phrase;
}

function oneOf(ways: readonly Phrase[]): Step {
  const step: Step = { is: 'oneOf', ways, heads: null };
  const first = canBeEmpty(step) ? null : listFirstWords([step]);
  if (!first) return step;
  return {
    ...step,
    heads: {
      words: new Set(first.filter(({ open }) => !open).map(({ text }) => text)),
      starts: first.filter(({ open }) => open).map(({ text }) => text),
    },
  };
}

interface FirstWord {
  text: string;
  open: boolean;
}

/** The words that a phrase can begin with; null when it can begin with any, or be empty. */
function listFirstWords(phrase: Phrase): FirstWord[] | null {
  const found: FirstWord[] = [];
  for (const step of phrase) {
    if (step.is === 'gap') return null;
    if (step.is === 'word') return [...found, step];
    for (const way of step.ways) {
      if (way.length === 0) continue;
      const first = listFirstWords(way);
      if (!first) return null;
      found.push(...first);
    }
    if (!canBeEmpty(step)) return found;
  }
  return null;
}

/** Words that the phrases name, for mending slips of the pen; not those with an open ending. */
export function* wordsOf(phrase: Phrase): Generator<string> {
  for (const step of phrase)
    if (step.is === 'word' && !step.open) yield step.text;
    else if (step.is === 'oneOf') for (const way of step.ways) yield* wordsOf(way);
}

/** Where the phrase ends when it begins at `at`; null when it does not stand there. */
function endOf(phrase: Phrase, words: readonly Word[], at: number): number | null {
  let end: number | null = null;
  follow(phrase, 0, words, at, (stop) => {
    end = stop;
    return true;
  });
  return end;
}

/** Walks every way through a phrase until `done` accepts an end. Gaps are bounded, so the work for one place is too. */
function follow(
  phrase: Phrase,
  index: number,
  words: readonly Word[],
  at: number,
  done: (end: number) => boolean,
): boolean {
  const step = phrase[index];
  if (!step) return done(at);
  if (step.is === 'word') {
    const word = words[at];
    if (!word || !isMatch(step, word.text)) return false;
    return follow(phrase, index + 1, words, at + 1, done);
  }
  if (step.is === 'oneOf') {
    if (step.heads && !canBegin(step.heads, words[at]?.text)) return false;
    return step.ways.some((way) =>
      follow(way, 0, words, at, (end) => follow(phrase, index + 1, words, end, done)),
    );
  }
  for (let skipped = 0; ; skipped += 1) {
    if (follow(phrase, index + 1, words, at + skipped, done)) return true;
    const word = words[at + skipped];
    if (skipped === step.most || !word || word.negative) return false;
  }
}

const canBegin = ({ words, starts }: Heads, word: string | undefined) =>
  word !== undefined && (words.has(word) || starts.some((start) => word.startsWith(start)));

const isMatch = ({ text, open }: FirstWord, word: string) => (open ? word.startsWith(text) : word === text);

export interface Found<T> {
  rule: T;
  /** The phrase's first word in the sentence, and the first after it. */
  at: number;
  end: number;
}

interface Entry<T> {
  phrase: Phrase;
  rule: T;
  /** Sets of words, by number, of which the sentence must hold one each: else there is no need to try. */
  needs: readonly number[];
}

/** Many phrases, found in one walk over a sentence. */
export class PhraseBook<T> {
  readonly #sets = new Map<string, number>();
  readonly #setsOfWord = new Map<string, number[]>();
  /** Of words with an open end, by what they begin with. */
  readonly #setsOfStart = new Map<string, number[]>();
  /** By the number of the set that a phrase begins with. */
  readonly #entries: Entry<T>[][] = [];
  /** Where in the sentence a word of each set stands last; -1 between two sentences. */
  #last = new Int32Array(0);
  readonly #known = new Map<string, readonly number[]>();

  constructor(entries: Iterable<readonly [Phrase, T]>) {
    for (const [phrase, rule] of entries) {
      const first = this.#number(listFirstWords(phrase) ?? []);
      const needs = phrase
        .slice(1)
        .flatMap((step) => (canBeEmpty(step) ? [] : [this.#number(listFirstWords([step]) ?? [])]));
      (this.#entries[first] ??= []).push({ phrase, rule, needs });
    }
    this.#last = new Int32Array(this.#sets.size).fill(-1);
  }

  #number(words: readonly FirstWord[]): number {
    const key = words.map(({ text, open }) => `${text}${open ? '*' : ''}`).join('|');
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const number = this.#sets.size;
    this.#sets.set(key, number);
    for (const { text, open } of words)
      listIn(open ? this.#setsOfStart : this.#setsOfWord, text).push(number);
    return number;
  }

  /** The sets that a word belongs to. Mails repeat their words, so the answer is kept. */
  #setsOf(word: string): readonly number[] {
    const known = this.#known.get(word);
    if (known) return known;
    const starts = Array.from(word, (_letter, at) => this.#setsOfStart.get(word.slice(0, at + 1)) ?? []);
    const sets = [...new Set([...(this.#setsOfWord.get(word) ?? []), ...starts.flat()])];
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    this.#known.set(word, sets);
    return sets;
  }

  find(words: readonly Word[]): Found<T>[] {
    const setsOfWords = words.map(({ text }) => this.#setsOf(text));
    const last = this.#last;
    for (const [at, sets] of setsOfWords.entries()) for (const set of sets) last[set] = at;
    const found: Found<T>[] = [];
    for (const [at, sets] of setsOfWords.entries())
      for (const set of sets) {
        const entries = this.#entries[set];
        if (!entries) continue;
        for (const { phrase, rule, needs } of entries) {
          if (!isAllAfter(needs, last, at)) continue;
          const end = endOf(phrase, words, at);
          if (end !== null) found.push({ rule, at, end });
        }
      }
    for (const sets of setsOfWords) for (const set of sets) last[set] = -1;
    return found;
  }
}

/** A plain loop: this is asked more often than anything else here. */
function isAllAfter(needs: readonly number[], last: Int32Array, at: number): boolean {
  for (const need of needs) if ((last[need] ?? -1) <= at) return false;
  return true;
}

const MOST_KNOWN = 5_000;

function canBeEmpty(step: Step): boolean {
  if (step.is === 'word') return false;
  return step.is === 'gap' || step.ways.some((way) => way.every(canBeEmpty));
}

function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
