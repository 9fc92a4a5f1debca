import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Reads a file written by the release of 24 November 2026. Never change these files: every later release must read them. */
export function readGolden(name: string): string {
  return readFileSync(resolve(import.meta.dirname, '../../golden/0.1.0', name), 'utf8');
}

export const goldenStorage = () => JSON.parse(readGolden('storage.local.json')) as Record<string, unknown>;

/** What a later release reads and saves for the same data: the tick “Leave out NAHT’s strongest sentences” is now a voice. */
export function asReadNow<Value>(value: Value): Value {
  const text = JSON.stringify(value).replaceAll('"leaveOutStrongest":true', '"voice":"softer"');
  return JSON.parse(text) as Value;
}
