import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lettersPlugin } from '../../../scripts/lettersPlugin';
import { FRONT } from './fixtures';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'letters-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Bundles one letter as the extension's build does, and returns the code. */
async function bundle(letter: string, sources = 'known:\n  title: A page\n'): Promise<string> {
  const templates = join(folder, 'templates');
  mkdirSync(templates);
  writeFileSync(join(templates, 'example.md'), letter);
  writeFileSync(join(templates, 'sources.yaml'), sources);
  writeFileSync(join(templates, 'released.json'), '{}');
  writeFileSync(join(folder, 'main.js'), "import letter from './templates/example.md'; console.log(letter);");
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [lettersPlugin()],
    build: { write: false, minify: false, rolldownOptions: { input: join(folder, 'main.js') } },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error('expected one bundle');
  return result.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}

describe('lettersPlugin', () => {
  test('a letter is parsed at build time, and the bundle does not contain the parser', async () => {
    const code = await bundle(`${FRONT}## Body {#body}\n\nDear {{addressee}}\n`);
    expect(code).toMatch(/"?type"?: "field",\s*"?name"?: "addressee"/);
    expect(code).not.toContain('parseDocument');
  });

  test('a mistake in a letter fails the build with file, line and a sentence', async () => {
    const mistake = bundle(`${FRONT}## Body {#body}\n\nDear {{adressee}}\n\n{{x}}\n`);
    await expect(mistake).rejects.toThrow(/templates\/example\.md:10 There is no field “adressee”/);
    await expect(mistake).rejects.toThrow(/templates\/example\.md:12 There is no field “x”/);
  });

  test('an id that differs from the file name fails the build, because the popup loads letters by file name', async () => {
    const other = bundle(`${FRONT.replace('id: example', 'id: another')}## Body {#body}\n\nText.\n`);
    await expect(other).rejects.toThrow(/templates\/example\.md:2 The id of example\.md is “example”/);
  });

  test('a source that is not in sources.yaml fails the build', async () => {
    const front = FRONT.replace('checkedOn', 'sources:\n  body: [known, unknown]\ncheckedOn');
    await expect(bundle(`${front}## Body {#body}\n\nText.\n`)).rejects.toThrow(/no source “unknown”/);
  });

  test('the sources reach the options page with title, publisher, month and link, and without their words', async () => {
    const { sources } = await import('../../../lib/letter/builtIn');
    expect(sources.get('hswa-s2')).toEqual({
      title: 'Health and Safety at Work etc Act 1974',
      publisher: 'Health and Safety Executive',
      month: 'not dated',
      link: 'http://www.hse.gov.uk/youngpeople/law/hsaw.htm',
    });
  });
});
