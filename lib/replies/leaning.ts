import { SALUTATION } from './ownWords';
import { replyRules } from './ruleBook';
import { kindsWeighed, type ReadKind, type Sentence } from './rules';

/**
 * What the words of a reply speak for, phrase or no phrase: words and pairs of words with the weights of templates/replyWords.yaml,
 * learned from labelled replies by scripts/weighReplies.ts. Where the phrases find nothing, this often knows what to ask first.
 */
export interface Leaning {
  /** How likely each kind is, 0 to 1; all of them make 1. */
  share: Readonly<Record<ReadKind, number>>;
  /** The likeliest first. */
  ranked: readonly ReadKind[];
  /** The sentence that speaks most for a kind. */
  sentenceFor: (kind: ReadKind) => Sentence | undefined;
}

/** Weights in the file are whole numbers, for the eye. */
export const WEIGHT_UNIT = 0.5;

const STEM = 5;

/** The words of a sentence, how the longer ones begin, and its pairs of neighbours. Every number is the same word. */
export function listTerms({ text: sentence, words }: Pick<Sentence, 'text' | 'words'>): string[] {
  // Whom it greets says nothing.
  if (SALUTATION.test(sentence)) return [];
  const plain = words.map(({ text }) => (/^\d/.test(text) ? '0' : text));
  return plain.flatMap((word, at) => [
    word,
    ...(word.length > STEM ? [`${word.slice(0, STEM)}*`] : []),
    ...(at === 0 ? [] : [`${plain[at - 1]} ${word}`]),
  ]);
}

export function lean(own: readonly Sentence[]): Leaning {
  const { weightsOf, start } = replyRules.words;
  const terms = own.map((sentence) => new Set(listTerms(sentence)));
  const known = [...new Set(terms.flatMap((set) => [...set]))].filter((term) => weightsOf.has(term));
  const length = Math.max(1, Math.sqrt(known.length));
  const weigh = (of: Iterable<string>, kind: number) => {
    let sum = 0;
    for (const term of of) sum += weightsOf.get(term)?.[kind] ?? 0;
    return sum * WEIGHT_UNIT;
  };
  const odds = kindsWeighed.map((_kind, at) =>
    Math.exp((start[at] ?? 0) * WEIGHT_UNIT + weigh(known, at) / length),
  );
  const whole = odds.reduce((sum, one) => sum + one, 0);
  const share = Object.fromEntries(kindsWeighed.map((kind, at) => [kind, (odds[at] ?? 0) / whole])) as Record<
    ReadKind,
    number
  >;
  return {
    share,
    ranked: kindsWeighed.toSorted((a, b) => share[b] - share[a]),
    sentenceFor: (kind) => {
      const at = kindsWeighed.indexOf(kind);
      const weights = terms.map((set) => weigh(set, at));
      const most = Math.max(...weights);
      return most > 0 ? own[weights.indexOf(most)] : undefined;
    },
  };
}
