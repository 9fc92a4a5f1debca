import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame } from 'puppeteer-core';
import { build } from 'vite';
import type { PageJob, PageReports } from '../../../lib/mail/protocol';

const HERE = dirname(fileURLToPath(import.meta.url));

let bundled: Promise<string> | undefined;

/** What the browser injects, without building the whole extension. */
export function bundlePageSide(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const result = await build({
    root: HERE,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(HERE, 'startPageSide.ts'), formats: ['iife'], name: 'pageSide' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk =
    output && 'output' in output ? output.output.find((file) => file.type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The page side was not bundled');
  return chunk.code;
}

/** A world of the tests' own in a frame: as apart from the page as an extension's. Not in puppeteer's public types. */
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
  await world.evaluate(`${await bundlePageSide()}\n;null`);
  return (await world.evaluate(
    (one) => globalThis.dearEmployer?.run(one),
    job as PageJob,
  )) as PageReports[Job['do']];
}
