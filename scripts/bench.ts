/**
 * npm run bench: measures speed in one run; `npm run bench popup` measures only the files of tests/bench whose name contains
 * “popup”. Absolute times depend on the machine and its load, ratios less so.
 */
import type { Measurement } from '../tests/bench/measurement';

type Measure = () => Promise<Measurement[]>;

/** Each function that a file of tests/bench exports is one set of measurements. */
const files = import.meta.glob<Record<string, Measure>>('../tests/bench/*.bench.ts');

/** A missed goal is printed but does not fail the run: a busy machine can miss any goal. */
export async function main(nameContains = ''): Promise<void> {
  let missed = 0;
  for (const [file, load] of Object.entries(files)) {
    if (!file.includes(nameContains)) continue;
    console.log(`\n${file.replace('../', '')}`);
    for (const measure of Object.values(await load())) {
      for (const measurement of await measure()) {
        console.log(describe(measurement));
        if (isMissed(measurement)) missed += 1;
      }
    }
  }
  console.log(missed === 0 ? '\nEvery goal is met.' : `\n${missed} goals are missed.`);
  // A measurement may leave a timer or a socket open, which would keep the process alive.
  process.exit(0);
}

function describe(measurement: Measurement): string {
  const { what, value, unit, goal } = measurement;
  const shown = `${value.toLocaleString('en-GB', { maximumFractionDigits: 2 })} ${unit}`.padStart(14);
  const limit =
    goal === undefined ? '' : `  (at most ${goal} ${unit}${isMissed(measurement) ? ': missed' : ''})`;
  return `${shown}  ${what}${limit}`;
}

function isMissed({ value, goal }: Measurement): boolean {
  return goal !== undefined && value > goal;
}
