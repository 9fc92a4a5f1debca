/** One line of `npm run bench`. Goals are ratios within one run where possible, because machines differ and are noisy. */
export interface Measurement {
  what: string;
  value: number;
  unit: string;
  /** Upper limit for the value. */
  goal?: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
