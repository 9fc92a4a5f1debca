import type { Found } from './phrases';
import {
  replyKindsRead,
  type KindRule,
  type KindWithRules,
  type Meaning,
  type Sentence,
  kindsWeighed,
  type ReadKind,
} from './rules';
import { isNegated, type Word } from './words';
import { SALUTATION } from './ownWords';
import { replyRules } from './ruleBook';

export interface Evidence {
  sentence: Sentence;
  part: string;
  weight: number;
  /** All that points the same way in the sentence: of two equal ones, the fuller sentence is shown. */
  sum: number;
  words: string;
}

export type Evidences = Readonly<Record<KindWithRules, readonly Evidence[]>>;

export function scoreAll(evidences: Evidences): Record<KindWithRules, number> {
  const score = (kind: KindWithRules) => {
    const weights = evidences[kind].map(({ weight }) => weight).toSorted((a, b) => b - a);
    return weights.slice(0, 4).reduce((sum, weight, at) => sum + weight / 2 ** at, 0);
  };
  return Object.fromEntries(replyKindsRead.map((kind) => [kind, score(kind)])) as Record<
    KindWithRules,
    number
  >;
}

/** For each kind, the heaviest of each sentence. */
export function listEvidence(sentences: readonly Sentence[], own: readonly Sentence[]): Evidences {
  const evidences = Object.fromEntries(replyKindsRead.map((kind) => [kind, []])) as unknown as Record<
    KindWithRules,
    Evidence[]
  >;
  const isRead = (kind: KindWithRules, { place }: Sentence) =>
    place === 'own' || kind === 'automatic' || (kind === 'take-advice-first' && place === 'below');
  for (const sentence of own.length === 0 ? [] : sentences)
    for (const kind of replyKindsRead) {
      if (!isRead(kind, sentence)) continue;
      if (!sentence.found.some(({ rule }) => rule.is === 'kind' && rule.kind === kind)) continue;
      const counted = sentence.found.flatMap((found) =>
        found.rule.is === 'kind' && found.rule.kind === kind && counts(found, kind, found.rule.rule, sentence)
          ? [{ ...found, rule: found.rule.rule }]
          : [],
      );
      if (counted.length === 0) continue;
      // Two parts of one kind can stand in one sentence: "assessment and plan attached".
      const sum = counted.reduce((total, { rule }) => total + rule.weight, 0);
      for (const part of new Set(counted.map(({ rule }) => rule.part))) {
        const found = counted
          .filter(({ rule }) => rule.part === part)
          .toSorted((a, b) => b.end - b.at - (a.end - a.at))[0];
        if (!found) continue;
        const from = sentence.words[found.at]?.from ?? sentence.span.from;
        const to = sentence.words[found.end - 1]?.to ?? sentence.span.to;
        const words = sentence.text.slice(from - sentence.span.from, to - sentence.span.from);
        evidences[kind].push({ sentence, part, weight: found.rule.weight, sum, words });
      }
    }
  for (const sentence of sentences)
    if (sentence.place === 'signature' && SOLICITOR.test(sentence.text))
      evidences['take-advice-first'].push({
        sentence,
        part: 'certain',
        weight: 2,
        sum: 2,
        words: sentence.text,
      });
  return evidences;
}

/** The writer's own trade, in the lines below the name. */
const SOLICITOR =
  /\b(?:solicitors?|barristers?|lawyers?|legal (?:counsel|director|executive)|head of legal)\b/i;
/** A warning later in the sentence still counts when something earlier in it is harmless. */
const NEAR = 6;

function counts(
  found: Found<Meaning>,
  kind: KindWithRules,
  rule: KindRule,
  { words, found: all }: Sentence,
): boolean {
  if (isNegated(words, found.at)) return false;
  const reach = kind === 'take-advice-first' ? NEAR : Infinity;
  const isTakenAway = all.some(
    (other) =>
      other.rule.is === 'unless' &&
      other.rule.rule === rule &&
      other.at - found.end <= reach &&
      found.at - other.end <= reach,
  );
  if (isTakenAway) return false;
  return rule.ifDoubted || !isDoubted(words, all, found.at);
}

/** "If", "whether" or "you asked" stand before it, in the same part of the sentence. */
function isDoubted(words: readonly Word[], all: readonly Found<Meaning>[], at: number): boolean {
  return all.some(
    ({ rule, at: from, end }) =>
      rule.is === 'doubt' &&
      from < at &&
      !words.slice(Math.min(end, at), at + 1).some(({ newClause }) => newClause),
  );
}

export function heaviest(evidences: readonly Evidence[]): Evidence | undefined {
  return evidences.toSorted((a, b) => b.weight - a.weight || b.sum - a.sum)[0];
}

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
