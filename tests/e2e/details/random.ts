/** Random numbers from 0 to below 1 (mulberry32). The same seed gives the same numbers, so that a failure can be repeated. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Dice {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  pick<T>(list: readonly T[]): T;
  /** Text as a user might type it: words, unusual characters, or an empty string. */
  text(): string;
}

export function createDice(seed: number): Dice {
  const random = createRandom(seed);
  const below = (end: number) => Math.floor(random() * end);
  return {
    below,
    pick: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('pick() was given an empty list');
      return found;
    },
    text: () => {
      const words = ['Oakfield', '<b>', 'O’Neill', '“”', '👩‍🏫', '\u202Eabc', '&amp;', '12', 'é', '{{school}}'];
      const chosen = Array.from({ length: below(4) }, () => words[below(words.length)]);
      return chosen.length === 0 ? '' : [...chosen, below(1000)].join(' ');
    },
  };
}

/** The seed of this run. Set the environment variable SEED to repeat a run; every failure message names its seed. */
export const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
