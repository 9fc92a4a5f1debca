import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = resolve(fileURLToPath(import.meta.url), '../../..');

/** The production builds that browser tests load; `npm test` makes them first. */
export const chromiumBuild = join(PROJECT, '.output/chrome-mv3');
export const firefoxBuild = join(PROJECT, '.output/firefox-mv3');

export function requireBuild(folder: string): string {
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new Error(`There is no build in ${folder}: run "npm run build" first`);
}
