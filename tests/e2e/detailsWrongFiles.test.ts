import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createBackup } from '../../lib/transfer/backup';
import { renderSignersCsv } from '../../lib/transfer/signersCsv';
import type { Signer } from '../../lib/storage/schema';
import { shareBrowser } from '../support/shareBrowser';
import { zip } from '../unit/import/wordFiles';
import { chooseFile, readWords, waitForWords } from './details/onPage';
import { openFresh, type OwnBrowser } from './details/ownBrowser';
import { makeBranch, repositoryOver, type Stored } from './details/seeding';

let own: OwnBrowser;
let folder: string;
let branch: Stored;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dear-employer-files-'));
  branch = await makeBranch(3, 2);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
shareBrowser(async () => {
  own = await openFresh();
  return own;
});
beforeEach(() => own.replaceStored(branch));
afterEach(() => page.close());

/** Writes a file and chooses it in the page’s file field. */
async function chooseContent(input: string, name: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content);
  await chooseFile(page, input, path);
}

function firstSigner(): Signer {
  return Object.entries(branch).find(([key]) => key.startsWith('signer:'))?.[1] as Signer;
}

describe('a wrong or damaged file', () => {
  const html = '<!doctype html><html><script>alert(1)</script>Sign in</html>';
  const aZip = zip({ 'photos/one.txt': 'x' });
  const backup = async () => {
    const made = await createBackup(repositoryOver(structuredClone(branch)), '2026-11-23');
    if (!made.ok) throw new Error(made.why);
    return made.value;
  };
  const table = () => renderSignersCsv([firstSigner()], []);

  const cases: [kind: string, input: string, name: string, () => unknown, RegExp][] = [
    [
      'a backup',
      '#restore',
      'notes.json',
      () => 'Not JSON at all',
      /this is not a backup made by Dear Employer/,
    ],
    ['a backup', '#restore', 'page.json', () => html, /this is a web page; a backup/],
    ['a backup', '#restore', 'photos.json', () => aZip, /this is a zip file or a Word or Excel file/],
    ['a backup', '#restore', 'other.json', () => '{"a": 1}', /does not begin with “format” and “version”/],
    [
      'a backup',
      '#restore',
      'cut.json',
      async () => (await backup()).slice(0, -200),
      /line \d+, column \d+: the file ends here, in the middle: it was cut off/,
    ],
    ['a table', '#signers-table', 'columns.csv', () => 'Colour,Size\nred,5\n', /a name and a school/],
    ['a table', '#signers-table', 'page.csv', () => html, /this is a web page; a table of signers/],
    ['a table', '#signers-table', 'photos.csv', () => aZip, /this is a zip file/],
    ['a table', '#signers-table', 'cut.csv', () => `${table().trimEnd()},"Open`, /row \d+/],
    ['a table', '#employers-table', 'signers.csv', table, /this looks like a table of signers/],
    [
      'a starter file',
      '#branch-file',
      'page.json',
      () => html,
      /this is a web page; a branch file, a starter file/,
    ],
    [
      'a starter file',
      '#branch-file',
      'cut.json',
      () => '{"format": "Dear Employer starter file", "version": 1, "signer": {',
      /it was cut off/,
    ],
    [
      'a starter file',
      '#branch-file',
      'later.json',
      () => '{"format": "Dear Employer starter file", "version": 9}',
      /of a later version of Dear Employer/,
    ],
  ];

  test.each(cases)(
    'as %s (%s, %s) is refused with a sentence and changes nothing saved',
    async (_kind, input, name, make, sentence) => {
      page = await own.openPage('options.html#privacy-and-backup');
      const before = await own.readStored();
      await chooseContent(input, name, (await make()) as string);
      await waitForWords(
        page,
        new RegExp(`${name.replace('.', '\\.')} was not used\\. Nothing else has changed\\.`),
      );
      expect(await readWords(page)).toMatch(sentence);
      expect(await own.readStored()).toEqual(before);
    },
  );

  test('a backup of a later version, with a wrong value, is shown with what is left out', async () => {
    page = await own.openPage('options.html#privacy-and-backup');
    const before = await own.readStored();
    const later = (await backup())
      .replace('"version": 1', '"version": 2')
      .replace('"fullName": "Head 1"', '"fullName": 5');
    await chooseContent('#restore', 'later.json', later);
    await waitForWords(page, /Some of this file cannot be read here\. Everything else is used\./);
    const words = await readWords(page);
    expect(words).toMatch(
      /“version” is of a later version of Dear Employer\. Update it to read everything\./,
    );
    expect(words).toMatch(/line \d+: “signers”, entry 1, “fullName” is 5; text is expected/);
    expect(await own.readStored()).toEqual(before);
  });

  test.each<[string, () => string | Uint8Array, RegExp]>([
    ['page.docx', () => html, /this is a web page; a Word document/],
    ['photos.docx', () => aZip, /a zip file without a Word document in it/],
    [
      'old.docx',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1),
      /old Word file, or one with a password/,
    ],
    ['cut.docx', () => aZip.slice(0, 20), /damaged or was cut off/],
  ])(
    'as official wording (%s) is refused with a sentence and changes nothing saved',
    async (name, make, sentence) => {
      page = await own.openPage('options.html#letters');
      await chooseContent('#word-wording', name, make());
      await waitForWords(page, new RegExp(`${name.replace('.', '\\.')} was not used\\.`));
      expect(await readWords(page)).toMatch(sentence);
      expect(await own.readStored()).toEqual(branch);
    },
  );
});
