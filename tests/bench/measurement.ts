/** One line of `npm run bench`. Ratios within one run: machines are noisy, and each is another. */
export interface Measurement {
  what: string;
  value: number;
  unit: string;
  /** The most it should be. */
  goal?: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
