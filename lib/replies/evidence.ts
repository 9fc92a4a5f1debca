import type { Found } from './phrases';
import { replyKindsRead, type KindRule, type KindWithRules, type Meaning, type Sentence } from './rules';
import { isNegated, type Word } from './words';

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
