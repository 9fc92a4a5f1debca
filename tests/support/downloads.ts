import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { waitUntil } from './waitUntil';

/** Waits for a finished download whose name matches, and returns its path. */
export async function waitForDownload(folder: string, name: RegExp): Promise<string> {
  return waitUntil(`a download named ${name}`, async () => {
    const files = await readdir(folder);
    // During a download there is an unfinished file next to it (.crdownload, .part).
    const file = files.find((candidate) => name.test(candidate));
    if (!file || files.some((candidate) => /\.(crdownload|part)$/.test(candidate))) return null;
    const path = join(folder, file);
    return (await stat(path)).size > 0 && path;
  });
}
