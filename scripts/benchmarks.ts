import { measureInsertion } from '../tests/bench/insertion.bench';
import type { Measurement } from '../tests/bench/measurement';
import { measurePopup } from '../tests/bench/popup.bench';
import { measureWord } from '../tests/bench/word.bench';

const groups: Record<string, (extensionDir: string) => Promise<Measurement[]>> = {
  'Into the email': measureInsertion,
  Popup: measurePopup,
  Word: measureWord,
};

/** Prints each group's figures, those with a goal beside it. Never fails: a figure is to be read, not obeyed. */
export async function runBenchmarks(extensionDir: string, only: string | undefined): Promise<void> {
  for (const [title, measure] of Object.entries(groups)) {
    if (only && !title.toLowerCase().includes(only.toLowerCase())) continue;
    console.log(`\n${title}`);
    for (const measurement of await measure(extensionDir)) console.log(`  ${describe(measurement)}`);
  }
}

function describe({ what, value, unit, goal }: Measurement): string {
  const figure = `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
  const verdict = goal === undefined ? '' : `  goal ${goal} ${unit}: ${value <= goal ? 'met' : 'missed'}`;
  return `${what.padEnd(84)}${figure.padStart(12)}${verdict}`;
}
