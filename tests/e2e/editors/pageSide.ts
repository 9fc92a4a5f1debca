import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame } from 'puppeteer-core';
import { build } from 'vite';
import { showNotice } from '../../../lib/browser/besidesJobs';
import { type Diagnosis, needsRareCases, type PageJob, type PageReports } from '../../../lib/mail/protocol';

const ENTRYPOINTS = join(dirname(fileURLToPath(import.meta.url)), '../../../entrypoints');

const bundled = new Map<string, Promise<string>>();

/** Bundles an injected script without building the whole extension. Returns an expression that runs the script. */
function bundleFile(name: 'insert' | 'rareCases' | 'diagnose'): Promise<string> {
  const known = bundled.get(name) ?? bundle(name);
  bundled.set(name, known);
  return known;
}

async function bundle(name: string): Promise<string> {
  const result = await build({
    root: ENTRYPOINTS,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ENTRYPOINTS, `${name}.ts`), formats: ['iife'], name: 'injected' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk =
    output && 'output' in output ? output.output.find((file) => file.type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The page side was not bundled');
  // The function keeps the bundle's own names out of the global scope.
  return `(() => { ${chunk.code}\nreturn injected.main(); })()`;
}

/** A frame's isolated world, separate from the page like an extension's. Not in puppeteer's public types. */
interface IsolatedFrame extends Frame {
  isolatedRealm(): Pick<Frame, 'evaluate'>;
}

export function isolatedWorld(frame: Frame): Pick<Frame, 'evaluate'> {
  return (frame as IsolatedFrame).isolatedRealm();
}

/** Injects the page side and runs one job, as the background does. */
export async function runInPage<Job extends PageJob>(
  frame: Frame,
  job: Job,
): Promise<PageReports[Job['do']]> {
  const world = isolatedWorld(frame);
  const isCovered = (await world.evaluate(await bundleFile('insert'))) as boolean;
  if (needsRareCases(job, isCovered)) await world.evaluate(await bundleFile('rareCases'));
  const report: unknown = await world.evaluate((one: PageJob) => globalThis.dearEmployer?.run(one), job);
  return report as PageReports[Job['do']];
}

/** Injects the diagnosis script, whose return value is the diagnosis. */
export async function diagnoseInPage(frame: Frame): Promise<Diagnosis> {
  return (await isolatedWorld(frame).evaluate(await bundleFile('diagnose'))) as Diagnosis;
}

/** Shows a notice from the function's source text, as `executeScript` does. */
export function showNoticeInPage(frame: Frame, sentence: string): Promise<boolean> {
  return isolatedWorld(frame).evaluate(showNotice, sentence);
}
