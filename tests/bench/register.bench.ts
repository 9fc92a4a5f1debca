import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type PapaType from 'papaparse';
import type { CDPSession, Page } from 'puppeteer-core';
import { answerAsSites } from '../pages/answer';
import { chromiumBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { seedDetails } from '../support/seedDetails';
import type { Measurement } from './measurement';

const ROWS = 52_000;
/** As wide as a row of the register of schools, so that the file has its 60 MB. */
const REST_OF_ROW = 1_080;

/** The register of schools, picked in the options page, against a bare pass of Papa Parse over the same file in a blank page. */
export async function measureRegister(): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'register-'));
  const file = join(folder, 'edubasealldata20261126.csv');
  const bytes = await writeRegister(file);
  const chromium = await launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites });
  try {
    await seedDetails(chromium);
    const bare = await measureBare(await chromium.openPage('about:blank'), file);
    const ours = await measureOurs(await chromium.openOwnTab('options.html#about-you'), file);
    const what = `The register of schools, ${ROWS.toLocaleString('en-GB')} rows, ${Math.round(bytes / 1e6)} MB`;
    return [
      { what: `${what}: read and saved`, value: ours.took, unit: 'ms' },
      { what: `${what}: against a bare pass of Papa Parse`, value: ours.took / bare, unit: '×', goal: 1.5 },
      { what: `${what}: longest block of the page`, value: ours.longestBlock, unit: 'ms', goal: 50 },
      { what: `${what}: memory kept by the page afterwards`, value: ours.kept, unit: 'MB', goal: 150 },
    ];
  } finally {
    await chromium.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const columns = [
  'URN',
  'LA (code)',
  'EstablishmentName',
  'TypeOfEstablishment (code)',
  'EstablishmentStatus (name)',
  'Street',
  'Locality',
  'Address3',
  'Town',
  'County (name)',
  'Postcode',
  'TelephoneNum',
  'Trusts (code)',
  'Trusts (name)',
  'TrustSchoolFlag (name)',
];

/** Half of the schools are closed, as in the real file. Returns its size in bytes. */
async function writeRegister(file: string): Promise<number> {
  const out = await open(file, 'w');
  const others = Array.from({ length: 40 }, (_, at) => `Other column ${at}`);
  const filler = others.map(() => 'x'.repeat(REST_OF_ROW / 40 - 1)).join(',');
  await out.write(`${[...columns, ...others].join(',')}\r\n`);
  for (let at = 0; at < ROWS; at += 1) {
    const own = [
      100_000 + at,
      301 + (at % 150),
      `"Larkrise ${at} Primary School, ""The Green"""`,
      '01',
      at % 2 === 0 ? 'Open' : 'Closed',
      `${at} High Street`,
      '',
      '',
      'Wolderton',
      'Northshire',
      `NS${at % 90} 1AA`,
      '01632960000',
      '',
      '',
      'Not applicable',
    ];
    await out.write(`${own.join(',')},${filler}\r\n`);
  }
  const { size } = await out.stat();
  await out.close();
  return size;
}

async function measureBare(page: Page, file: string): Promise<number> {
  await page.setContent('<input type="file" id="file">');
  await page.addScriptTag({ path: 'node_modules/papaparse/papaparse.min.js' });
  const input = await page.waitForSelector('#file');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  const took = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const [picked] = document.querySelector<HTMLInputElement>('#file')?.files ?? [];
        const { Papa } = globalThis as unknown as { Papa: typeof PapaType };
        if (!picked) throw new Error('There is no file.');
        let rows = 0;
        Papa.parse(picked, {
          chunk: ({ data }) => {
            rows += data.length;
          },
          complete: () => resolve(rows > 0 ? performance.now() - start : Number.NaN),
        });
      }),
  );
  await page.close();
  return took;
}

async function measureOurs(page: Page, file: string) {
  await (await page.waitForSelector('summary ::-p-text(Find my school)'))?.click();
  const input = await page.waitForSelector('#register-schools');
  const session = await page.createCDPSession();
  const before = await readHeap(session);
  await page.evaluate(watchBlocks);
  const start = performance.now();
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  await page.waitForFunction(() => /26,000 schools/.test(document.body.textContent ?? ''), {
    timeout: 300_000,
  });
  const took = performance.now() - start;
  // The page then loads the schools and makes its list of their words.
  await page.waitForSelector('[role=combobox]');
  const longestBlock = await page.evaluate(
    () => (globalThis as unknown as { longestBlock: number }).longestBlock,
  );
  const kept = ((await readHeap(session)) - before) / 1e6;
  return { took, longestBlock, kept };
}

/** Notes the longest task of the page. The browser reports only those of 50 ms or more. */
function watchBlocks(): void {
  const noted = globalThis as unknown as { longestBlock: number };
  noted.longestBlock = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.longestBlock = Math.max(noted.longestBlock, duration);
  }).observe({ type: 'longtask' });
}

async function readHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
