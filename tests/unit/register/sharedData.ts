import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';

/** Data that tests may use but the project may not publish. Missing in a plain clone, where such tests are skipped. */
export function findSharedFile(name: string): string | null {
  const path = resolve(import.meta.dirname, '../../../../shared/data', name);
  return existsSync(path) ? path : null;
}

export function readSharedRows(path: string, encoding = 'utf-8'): Record<string, string>[] {
  const text = new TextDecoder(encoding).decode(readFileSync(path));
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
