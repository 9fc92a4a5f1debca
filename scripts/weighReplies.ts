import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { listTerms, WEIGHT_UNIT } from '../lib/replies/evidence';
import { readSentences } from '../lib/replies/readReply';
import { kindsWeighed, type ReadKind } from '../lib/replies/rules';

/**
 * npm run replies:weigh: learns from the labelled replies of the tests which words speak for which kind of reply, writes the weights to
 * templates/replyWords.yaml. To teach it something, add a labelled reply and run it again. With `-- --check` it first prints how well each
 * file is read with the weights that the other files give. (Multinomial logistic regression; the whole of it is `learn` below.)
 */

const FILE = 'templates/replyWords.yaml';
const EXAMPLES = 'tests/unit/replies';
const HEAD = `# What single words and pairs of words of a reply speak for, from 1 (a little) upwards; below 0 they speak against it.
# "start" is what speaks for a kind before a word is read. Written by \`npm run replies:weigh\` from the labelled replies
# in ${EXAMPLES}: change those, not this file. Phrases that matter whatever else is said stand in replies.yaml.
`;

const MOST_TERMS = 1_200;
const FEWEST_REPLIES = 3;
const ROUNDS = 200;
const STEP = 8;
const MOMENTUM = 0.9;
/** Keeps the weights small, so that no single reply decides. */
const DECAY = 0.05;
/** How much a reply counts, besides for the kind it is labelled with, for each other kind that is accepted for it. */
const ALSO = 0.3;
const KINDS = kindsWeighed.length;

interface Example {
  file: string;
  kinds: readonly string[];
  terms: ReadonlySet<string>;
}

interface Weights {
  start: number[];
  of: Map<string, number[]>;
}

export function main(check?: string): void {
  const examples = readExamples();
  for (const file of new Set(check === '--check' ? examples.map((example) => example.file) : [])) {
    const others = learn(examples.filter((example) => example.file !== file));
    const left = examples.filter((example) => example.file === file);
    const right = left.filter(({ terms, kinds }) => kinds.includes(likeliest(terms, others)));
    console.log(
      `${file}: ${right.length} of ${left.length} read rightly with the weights that the others give`,
    );
  }
  const { start, of } = learn(examples);
  const sections = kindsWeighed.map(
    (kind, at) => [kind, { start: start[at], words: groupByWeight(of, at) }] as const,
  );
  writeFileSync(FILE, HEAD + stringify(Object.fromEntries(sections), { lineWidth: 130 }));
}

function readExamples(): Example[] {
  return readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.json'))
    .flatMap((file) =>
      (
        JSON.parse(readFileSync(`${EXAMPLES}/${file}`, 'utf8')) as {
          kind: ReadKind;
          alsoAcceptable: string[];
          text: string;
          messageDate: string;
        }[]
      ).map(({ kind, alsoAcceptable, text, messageDate }) => ({
        file,
        kinds: [kind, ...alsoAcceptable],
        terms: new Set(
          readSentences(text, { messageDate })
            .sentences.filter(({ place }) => place === 'own')
            .flatMap(listTerms),
        ),
      })),
    );
}

/** Learns twice: from all terms, and then from those that told most. The weights are rounded as in the file. */
function learn(examples: readonly Example[]): Weights {
  const counts = new Map<string, number>();
  for (const { terms } of examples) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const all = [...counts].filter(([, count]) => count >= FEWEST_REPLIES).map(([term]) => term);
  const first = descend(examples, all);
  const tells = (term: string) =>
    Math.max(...(first.of.get(term) ?? []).map(Math.abs)) * Math.sqrt(counts.get(term) ?? 0);
  const telling = all.toSorted((a, b) => tells(b) - tells(a)).slice(0, MOST_TERMS);
  const { start, of } = descend(examples, telling);
  const round = (weight: number) => Math.round(weight / WEIGHT_UNIT);
  return {
    start: start.map(round),
    of: new Map([...of].map(([term, weights]) => [term, weights.map(round)])),
  };
}

/** Gradient descent with momentum, until what the terms say agrees with the labels as far as it can. */
function descend(examples: readonly Example[], terms: readonly string[]): Weights {
  const numbers = new Map(terms.map((term, at) => [term, at]));
  const rows = examples.map((example) => [...example.terms].flatMap((term) => numbers.get(term) ?? []));
  const labels = examples.map(({ kinds: [kind, ...also] }) =>
    kindsWeighed.map((one) => (one === kind ? 1 - ALSO * also.length : also.includes(one) ? ALSO : 0)),
  );
  const size = (terms.length + 1) * KINDS;
  const start = terms.length * KINDS;
  const weights = new Float64Array(size);
  const speed = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight) => (weight * DECAY) / examples.length);
    for (const [at, row] of rows.entries()) {
      const scale = 1 / Math.max(1, Math.sqrt(row.length));
      const odds = kindsWeighed.map((_kind, kind) => {
        let sum = weights[start + kind] ?? 0;
        for (const term of row) sum += (weights[term * KINDS + kind] ?? 0) * scale;
        return Math.exp(sum);
      });
      const whole = odds.reduce((sum, one) => sum + one, 0);
      for (let kind = 0; kind < KINDS; kind += 1) {
        const error = ((odds[kind] ?? 0) / whole - (labels[at]?.[kind] ?? 0)) / examples.length;
        for (const term of row) add(slope, term * KINDS + kind, error * scale);
        add(slope, start + kind, error);
      }
    }
    for (let at = 0; at < size; at += 1) {
      speed[at] = MOMENTUM * (speed[at] ?? 0) - STEP * (slope[at] ?? 0);
      add(weights, at, speed[at] ?? 0);
    }
  }
  const weightsAt = (at: number) => Array.from(weights.subarray(at * KINDS, (at + 1) * KINDS));
  return { start: weightsAt(terms.length), of: new Map(terms.map((term, at) => [term, weightsAt(at)])) };
}

function add(numbers: Float64Array, at: number, more: number): void {
  numbers[at] = (numbers[at] ?? 0) + more;
}

function likeliest(terms: ReadonlySet<string>, { start, of }: Weights): ReadKind {
  const known = [...terms].flatMap((term) => [of.get(term) ?? []].filter(({ length }) => length > 0));
  const scale = 1 / Math.max(1, Math.sqrt(known.length));
  const odds = start.map(
    (first, at) => first + scale * known.reduce((sum, weights) => sum + (weights[at] ?? 0), 0),
  );
  return kindsWeighed[odds.indexOf(Math.max(...odds))] ?? 'unrelated';
}

/** `{ "3": "received, passed to" }` */
function groupByWeight(of: Weights['of'], at: number): Record<string, string> {
  const groups: Record<string, string> = {};
  for (const [term, weights] of [...of].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const weight = String(weights[at] ?? 0);
    if (weight !== '0') groups[weight] = groups[weight] === undefined ? term : `${groups[weight]}, ${term}`;
  }
  return groups;
}
