import type { Measurement } from '../tests/bench/measurement';

type Measure = () => Promise<Measurement[]>;

/** Every function that a file of tests/bench exports is one set of measurements. */
const files = import.meta.glob<Record<string, Measure>>('../tests/bench/*.bench.ts');

/** Prints the figures of the files whose name holds `only`. A missed goal is to be read, not to fail by. */
export async function bench(only: string): Promise<void> {
  let missed = 0;
  for (const [file, load] of Object.entries(files)) {
    if (!file.includes(only)) continue;
    console.log(`\n${file.replace('../', '')}`);
    for (const measure of Object.values(await load())) {
      for (const measurement of await measure()) {
        console.log(describe(measurement));
        if (isMissed(measurement)) missed += 1;
      }
    }
  }
  console.log(missed === 0 ? '\nEvery goal is met.' : `\n${missed} goals are missed.`);
}

function describe(measurement: Measurement): string {
  const { what, value, unit, goal } = measurement;
  const shown = `${value.toLocaleString('en-GB', { maximumFractionDigits: 2 })} ${unit}`.padStart(14);
  const aim =
    goal === undefined ? '' : `  (at most ${goal} ${unit}${isMissed(measurement) ? ': missed' : ''})`;
  return `${shown}  ${what}${aim}`;
}

function isMissed({ value, goal }: Measurement): boolean {
  return goal !== undefined && value > goal;
}
