type Table = Record<string, readonly unknown[]>;
type Row<Choices extends Table> = { [Name in keyof Choices]: Choices[Name][number] };

/** A choice and one of its values, both by index. */
type Value = readonly [choice: number, value: number];

/**
 * A small set of combinations in which every pair of values of two different choices occurs at least once. Greedy: each
 * combination starts from a pair not covered yet, and adds for each choice the value that covers most new pairs.
 */
export function pairwise<Choices extends Table>(choices: Choices): Row<Choices>[] {
  const names = Object.keys(choices);
  const values = names.map((name, choice) => choices[name]!.map((_, value): Value => [choice, value]));
  const unmet = new Set(
    values.flatMap((some, i) => values.slice(i + 1).flatMap((others) => pairUp(some, others))),
  );
  const rows: Value[][] = [];
  for (let [pair] = unmet; pair !== undefined; [pair] = unmet) {
    const row = completeRow(readPair(pair), values, unmet);
    for (const met of pairsOf(row)) unmet.delete(met);
    rows.push(row);
  }
  const toEntry = ([choice, value]: Value) => [names[choice]!, choices[names[choice]!]![value]];
  return rows.map((row) => Object.fromEntries(row.map(toEntry)) as Row<Choices>);
}

function completeRow(start: Value[], values: Value[][], unmet: Set<string>): Value[] {
  const row = [...start];
  for (const [choice, candidates] of values.entries()) {
    if (row.some(([taken]) => taken === choice)) continue;
    const gain = (value: Value) => pairsOf([...row, value]).filter((pair) => unmet.has(pair)).length;
    row.push(candidates.reduce((best, value) => (gain(value) > gain(best) ? value : best)));
  }
  return row;
}

const pairsOf = (row: Value[]) =>
  row.flatMap((one, i) => row.slice(i + 1).map((other) => namePair(one, other)));

const pairUp = (some: Value[], others: Value[]) =>
  some.flatMap((one) => others.map((other) => namePair(one, other)));

const namePair = (one: Value, other: Value) =>
  [one, other]
    .toSorted(([a], [b]) => a - b)
    .map((value) => value.join('='))
    .join(' ');

const readPair = (pair: string): Value[] =>
  pair.split(' ').map((value) => {
    const [choice = 0, index = 0] = value.split('=').map(Number);
    return [choice, index];
  });
