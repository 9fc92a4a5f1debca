import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = resolve(fileURLToPath(import.meta.url), '../../..');

/** The production builds that browser tests load. `npm test` builds them first. */
export const chromiumBuild = join(PROJECT, '.output/chrome-mv3');
export const firefoxBuild = join(PROJECT, '.output/firefox-mv3');

export function requireBuild(folder: string): string {
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new Error(`There is no build in ${folder}: run "npm run build" first`);
}

/**
 * Copies a build and grants it the permission for Outlook’s separate windows, because a test cannot accept the
 * browser’s own prompt. The caller must remove the returned folder.
 */
export async function copyWithOutlookHosts(build: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dear-employer-allowed-'));
  await cp(requireBuild(build), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  const allowed = { ...manifest, host_permissions: manifest['optional_host_permissions'] };
  await writeFile(path, JSON.stringify(allowed));
  return folder;
}
