import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const PAGES = dirname(fileURLToPath(import.meta.url));
const PROJECT = resolve(PAGES, '../..');
const CACHE = join(PROJECT, '.cache/pages');

const bundled = new Map<string, Promise<string>>();

/** A page's script with all it imports, such as a real editor. It stays the same while the tests run. */
export function bundlePage(entry: string): Promise<string> {
  const script = bundled.get(entry) ?? readBundle(entry);
  bundled.set(entry, script);
  return script;
}

/** The bundle is kept on the disk until a page or a package changes. */
async function readBundle(entry: string): Promise<string> {
  const cached = join(CACHE, `${basename(entry)}-${await fingerprint(entry)}.js`);
  try {
    return await readFile(cached, 'utf8');
  } catch {
    const script = await bundle(entry);
    await mkdir(CACHE, { recursive: true });
    // Write to a temporary file first, because two test runs may bundle the same page at once.
    await writeFile(`${cached}.${process.pid}`, script);
    await rename(`${cached}.${process.pid}`, cached);
    return script;
  }
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    root: PROJECT,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    // Vitest sets NODE_ENV to test, which would ask for React's development build.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: join(PAGES, entry), formats: ['iife'], name: 'standInPage', cssFileName: 'page' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const scripts = outputs.flatMap((one) => ('output' in one ? one.output : []));
  const script = scripts.find((file) => file.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error(`Nothing was bundled from ${entry}`);
  return script.code;
}

/** A hash that changes with any file of the pages and with the lockfile. */
async function fingerprint(entry: string): Promise<string> {
  const hash = createHash('sha256').update(entry);
  const files = (await readdir(PAGES, { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  );
  const paths = files.map((file) => join(file.parentPath, file.name)).toSorted();
  for (const path of [...paths, join(PROJECT, 'package-lock.json')]) hash.update(await readFile(path));
  return hash.digest('hex').slice(0, 16);
}
