import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { answer, type Request } from '../../lib/reading/readers';
import { answerAsSites } from '../pages/answer';
import { chromiumBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { seedDetails } from '../support/seedDetails';
import { hostileFiles } from './hostileFiles';
import type { Measurement } from './measurement';

/** The hostile files, read as the worker reads them. */
export async function measureFiles(): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const [what, request] of hostileFiles) {
    const start = performance.now();
    await answer(request, () => {});
    measurements.push({ what, value: performance.now() - start, unit: 'ms', goal: 2_000 });
  }
  return measurements;
}

/** How long the options page cannot answer while a file is read, compared and shown. The browser reports blocks of 50 ms and more. */
export async function measureBlocks(): Promise<Measurement[]> {
  const chromium = await launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites });
  const folder = await mkdtemp(join(tmpdir(), 'dear-employer-blocks-'));
  try {
    await seedDetails(chromium);
    const measurements: Measurement[] = [];
    for (const [what, request] of hostileFiles) {
      const picker = PICKERS[request.kind];
      if (!picker || !('file' in request.given)) continue;
      const path = join(folder, request.given.file.name.replace(/^file$/, picker.fileName));
      await writeFile(path, new Uint8Array(await request.given.file.arrayBuffer()));
      const page = await chromium.openOwnTab(`options.html#${picker.section}`);
      const value = await measureLongestBlock(page, picker.input, path);
      measurements.push({ what: `Longest block of the page: ${what}`, value, unit: 'ms', goal: 50 });
      await page.close();
    }
    return measurements;
  } finally {
    await chromium.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const PICKERS: Partial<Record<Request['kind'], { section: string; input: string; fileName: string }>> = {
  backup: { section: 'privacy-and-backup', input: '#restore', fileName: 'backup.json' },
  details: { section: 'privacy-and-backup', input: '#branch-file', fileName: 'branch.json' },
  signers: { section: 'privacy-and-backup', input: '#signers-table', fileName: 'signers.csv' },
  employers: { section: 'privacy-and-backup', input: '#employers-table', fileName: 'employers.csv' },
  word: { section: 'letters', input: '#word-wording', fileName: 'wording.docx' },
};

async function measureLongestBlock(page: Page, input: string, path: string): Promise<number> {
  const picker = (await page.waitForSelector(input)) as ElementHandle<HTMLInputElement>;
  await page.evaluate(() => {
    const blocks: number[] = [];
    new PerformanceObserver((list) =>
      blocks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
    Object.assign(globalThis, { blocks });
  });
  await picker.uploadFile(path);
  await page.waitForSelector('#reading', { timeout: 5_000 }).catch(() => null);
  await page.waitForFunction(() => !document.querySelector('#reading'), { timeout: 60_000 });
  return page.evaluate(async () => {
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
    return Math.max(0, ...(Reflect.get(globalThis, 'blocks') as number[]));
  });
}
