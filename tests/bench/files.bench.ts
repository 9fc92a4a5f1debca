import { strToU8, zipSync } from 'fflate';
import { answer, type Given, type Kind } from '../../lib/reading/readers';
import { createBackup } from '../../lib/transfer/backup';
import { memoryArea } from '../support/memoryArea';
import type { Measurement } from './measurement';

/** The files that once took seconds or hours, and their neighbours, read as the worker reads them. */
export async function measureFiles(): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const [what, kind, given] of await makeFiles()) {
    const start = performance.now();
    await answer({ kind, given }, () => {});
    measurements.push({ what, value: performance.now() - start, unit: 'ms', goal: 2_000 });
  }
  return measurements;
}
