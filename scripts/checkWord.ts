import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeLetter } from '../lib/letter/compose/compose';
import type { LetterTemplate } from '../lib/letter/model';
import { renderDocx } from '../lib/word/letter';
import { renderRiskForm } from '../lib/word/riskForm';
import { makeBlanks } from './blankLetters';
import {
  readLetters,
  sampleContext,
  sampleEmployers,
  sampleSigners,
  type SampleChoices,
  type SampleEmployer,
  type SampleSigner,
} from '../tests/support/sampleLetters';

/**
 * npm run check:word: lays out every Word file with LibreOffice, checks that none is longer than it may be, and draws the pictures
 * of Word files in docs/pictures.
 */

const PICTURES = 'docs/pictures';
const DOTS_PER_INCH = '60';

interface Sheet {
  name: string;
  bytes: Uint8Array;
  maxPages: number;
  /** How full the last page may be, in per cent. */
  maxLast?: number;
  /** Pages to draw into docs/pictures. */
  pictures?: (number | 'last')[];
}

const programs = { office: 'soffice', info: 'pdfinfo', text: 'pdftotext', draw: 'pdftoppm' };
const PACKAGES = 'libreoffice-writer poppler-utils';

export async function main(): Promise<void> {
  const missing = Object.values(programs).filter((program) => spawnSync(program, ['--version']).error);
  if (missing.length > 0) {
    console.log(`Nothing was checked: this needs ${missing.join(', ')}.`);
    console.log(`On Debian or Ubuntu: apt-get install ${PACKAGES}`);
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'word-'));
  try {
    checkSheets(await makeSheets(), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function checkSheets(sheets: Sheet[], folder: string): void {
  for (const { name, bytes } of sheets) writeFileSync(join(folder, `${name}.docx`), bytes);
  convertToPdf(sheets, folder);
  mkdirSync(PICTURES, { recursive: true });
  for (const sheet of sheets) {
    const pdf = join(folder, `${sheet.name}.pdf`);
    const pages = countPages(pdf);
    const last = lastWordPosition(pdf, pages);
    const tooLong = pages > sheet.maxPages || (pages === sheet.maxPages && last > (sheet.maxLast ?? 100));
    if (tooLong) process.exitCode = 1;
    const most = `${sheet.maxPages}${sheet.maxLast === undefined ? '' : `, the last ${sheet.maxLast} % full`}`;
    const verdict = tooLong ? `TOO LONG, at most ${most}` : 'as expected';
    console.log(
      `${sheet.name}: ${pages} ${pages === 1 ? 'page' : 'pages'}, the last ${last} % full: ${verdict}`,
    );
    for (const page of sheet.pictures ?? [])
      draw(pdf, page === 'last' ? pages : page, `${sheet.name}-${page}`);
  }
}

async function makeSheets(): Promise<Sheet[]> {
  const letters = readLetters();
  const plain = letters.map(async (letter) => ({
    name: letter.id,
    bytes: await renderSample(letter, 'single', 'plain'),
    ...expectedLength(letter),
  }));
  const full = letters.map(async (letter) => ({
    name: `${letter.id}-everything`,
    bytes: await renderSample(letter, 'joint', 'full'),
    maxPages: 3,
    ...(letter.id === 'request' ? { pictures: ['last' as const] } : {}),
  }));
  const blanks = (await makeBlanks()).filter(({ name }) =>
    /^(request|risk-assessment-form-.*)\.docx$/.test(name),
  );
  const blankSheets = blanks.map(({ name, bytes }) => ({
    name: `blank-${name.replace('.docx', '')}`,
    bytes,
    maxPages: name.includes('one-page') ? 1 : name.includes('annex') ? 11 : 2,
    pictures: name.includes('annex') ? [1, 2] : [1],
  }));
  const details = {
    employer: 'Northmere County Council',
    school: 'Oakfield Primary School',
    date: '2026-11-23',
  };
  const forms = [
    { name: 'risk-assessment-form-one-page', bytes: await renderRiskForm(details), maxPages: 1 },
    { name: 'risk-assessment-form-annex', bytes: await renderRiskForm(details, 'annex'), maxPages: 11 },
  ];
  return [...(await Promise.all([...plain, ...full, ...requestsToEach(letters)])), ...blankSheets, ...forms];
}

/** The first letter to each kind of employer, signed by one, two and three people: at most a page and a half. */
function requestsToEach([request]: LetterTemplate[]): Promise<Sheet>[] {
  if (!request) return [];
  return (Object.keys(sampleEmployers) as SampleEmployer[]).flatMap((employer) =>
    [0, 1, 2].map(async (others) => {
      const context = sampleContext(request, 'single', employer);
      const coSigners = Array.from({ length: others }, () => sampleSigners.joint.coSigners).flat();
      const letter = composeLetter(request, { ...context, signer: { ...context.signer, coSigners } });
      const name = `${request.id}-${employer.replaceAll(' ', '-')}-signed-by-${others + 1}`;
      return { name, bytes: await renderDocx(letter), maxPages: 2, maxLast: 50 };
    }),
  );
}

function renderSample(
  letter: LetterTemplate,
  signer: SampleSigner,
  choice: SampleChoices,
): Promise<Uint8Array> {
  return renderDocx(composeLetter(letter, sampleContext(letter, signer, 'council', choice)));
}

function expectedLength({ id }: LetterTemplate): { maxPages: number; pictures?: number[] } {
  if (id === 'request') return { maxPages: 2, pictures: [1, 2] };
  if (id === 'inspection-notified') return { maxPages: 1, pictures: [1] };
  return { maxPages: 2 };
}

/** Uses its own LibreOffice profile: with the usual one, a LibreOffice that is already open would take over the conversion. */
function convertToPdf(sheets: Sheet[], folder: string): void {
  const files = sheets.map(({ name }) => join(folder, `${name}.docx`));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    programs.office,
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files],
    {
      stdio: 'ignore',
    },
  );
}

function countPages(pdf: string): number {
  return Number(/^Pages:\s+(\d+)/m.exec(execFileSync(programs.info, [pdf], { encoding: 'utf8' }))?.[1]);
}

/** How far down the page its last word is, in per cent, without the page number at the bottom. */
function lastWordPosition(pdf: string, page: number): number {
  const range = ['-f', String(page), '-l', String(page)];
  const words = execFileSync(programs.text, ['-bbox', ...range, pdf, '-'], { encoding: 'utf8' });
  const height = Number(/<page [^>]*height="([\d.]+)"/.exec(words)?.[1]);
  const bottoms = [...words.matchAll(/yMax="([\d.]+)"/g)].map(([, y]) => Number(y) / height);
  return Math.round(100 * Math.max(0, ...bottoms.filter((bottom) => bottom < 0.93)));
}

function draw(pdf: string, page: number, name: string): void {
  const range = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync(programs.draw, ['-png', '-r', DOTS_PER_INCH, ...range, pdf, join(PICTURES, `word-${name}`)]);
}
