import { parsePhrase, type Found, type Phrase } from './phrases';
import type { Span, Word } from './words';

/** What a reply can be, in the order in which the kinds are weighed. */
export const replyKindsRead = [
  'take-advice-first',
  'automatic',
  'refusal',
  'passed-back',
  'partial',
  'holding',
  'acknowledgement',
  'offer-to-talk',
  'full',
] as const;
export type KindWithRules = (typeof replyKindsRead)[number];
export type ReadKind = KindWithRules | 'unrelated';
/** What words lean towards. Phrases name nothing that is `unrelated`; its words do. */
export const kindsWeighed = [...replyKindsRead, 'unrelated'] as const satisfies readonly ReadKind[];

/** The shape of templates/replyWords.yaml: for each kind where it starts, and its words by weight. */
export type ReplyWords = Readonly<
  Record<ReadKind, { start: number; words: Readonly<Record<string, string>> }>
>;

export interface KindRule {
  /** The name of a group of phrases, such as "certain"; judge.ts knows some of them. */
  part: string;
  weight: number;
  ifDoubted: boolean;
  phrases: readonly string[];
  unless: readonly string[];
}

interface Topic {
  phrases: readonly string[];
  weight: number;
}

/** The shape of templates/replies.yaml, checked at build time. */
export interface ReplyRules {
  abbreviations: Readonly<Record<string, string>>;
  lists: Readonly<Record<string, readonly string[]>>;
  notices: readonly string[];
  ourLetters: readonly string[];
  about: { ours: readonly Topic[]; other: readonly Topic[]; words: readonly string[] };
  kinds: Readonly<Record<KindWithRules, readonly KindRule[]>>;
  dates: Readonly<Record<'promise' | 'notTheirs' | 'meeting' | 'notMeeting', readonly string[]>>;
  doubt: readonly string[];
  attachment: readonly string[];
  pointer: readonly string[];
}

/** What a phrase stands for when it is found in a sentence. */
export type Meaning =
  | { is: 'kind'; kind: KindWithRules; rule: KindRule }
  | { is: 'unless'; kind: KindWithRules; rule: KindRule }
  | { is: 'about'; side: 'ours' | 'other'; weight: number }
  | { is: 'date'; what: keyof ReplyRules['dates'] }
  | { is: 'doubt' | 'attachment' | 'pointer' };

/** Every phrase of the file with its meaning; throws a PhraseError at the first that cannot be read. */
export function listPhrases(rules: ReplyRules): {
  meanings: [Phrase, Meaning][];
  notices: Phrase[];
  ourLetters: Phrase[];
} {
  const parse = (phrases: readonly string[]) => phrases.map((phrase) => parsePhrase(phrase, rules.lists));
  const mean = (phrases: readonly string[], meaning: Meaning): [Phrase, Meaning][] =>
    parse(phrases).map((phrase) => [phrase, meaning]);
  return {
    meanings: [
      ...replyKindsRead.flatMap((kind) =>
        rules.kinds[kind].flatMap((rule) => [
          ...mean(rule.phrases, { is: 'kind', kind, rule }),
          ...mean(rule.unless, { is: 'unless', kind, rule }),
        ]),
      ),
      ...(['ours', 'other'] as const).flatMap((side) =>
        rules.about[side].flatMap(({ phrases, weight }) => mean(phrases, { is: 'about', side, weight })),
      ),
      ...(['promise', 'notTheirs', 'meeting', 'notMeeting'] as const).flatMap((what) =>
        mean(rules.dates[what], { is: 'date', what }),
      ),
      ...(['doubt', 'attachment', 'pointer'] as const).flatMap((is) => mean(rules[is], { is })),
    ],
    notices: parse(rules.notices),
    ourLetters: parse(rules.ourLetters),
  };
}

/** A sentence of the mail with what the rules say of it. */
export interface Sentence {
  span: Span;
  text: string;
  words: readonly Word[];
  found: readonly Found<Meaning>[];
  /** Only what the writer says above the signature counts for every kind. */
  place: 'own' | 'below' | 'signature';
}
