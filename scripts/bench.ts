interface Measurement {
  what: string;
  value: number;
  unit: string;
  /** The most it should be. */
  goal?: number;
}

type Measure = () => Promise<Measurement[]>;

/** Every function a file of tests/bench exports is one set of measurements. */
const files = import.meta.glob<Record<string, Measure>>('../tests/bench/*.bench.ts');

export async function bench(): Promise<void> {
  let missed = 0;
  for (const [file, load] of Object.entries(files)) {
    console.log(file.replace('../', ''));
    for (const measure of Object.values(await load())) {
      for (const measurement of await measure()) {
        console.log(describe(measurement));
        if (isMissed(measurement)) missed += 1;
      }
    }
  }
  console.log(missed === 0 ? 'Every goal is met.' : `${missed} goals are missed.`);
  process.exitCode = missed === 0 ? 0 : 1;
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
