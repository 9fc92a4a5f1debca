import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formerSentences } from './formerSentences';

const FOLDERS = ['components', 'lib', 'templates', 'docs', 'entrypoints'];
const PAGES = ['README.md', 'PRIVACY.md'];

const files = [
  ...PAGES,
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ).filter((file) => /\.(ts|tsx|md|html|txt)$/.test(file)),
];

/** Line breaks, JSX and kinds of apostrophe must not hide a sentence. */
const plain = (text: string) =>
  text
    .replaceAll('&rsquo;', '’')
    .replaceAll("'", '’')
    .replaceAll(/\s+(\*\s+)?/g, ' ')
    .toLowerCase();

const texts = files.map((file) => ({ file, text: plain(readFileSync(file, 'utf8')) }));

describe('no screen, letter or page says', () => {
  test.each(formerSentences)('“%s”; it says “%s”', (former) => {
    const found = texts.filter(({ text }) => text.includes(plain(former))).map(({ file }) => file);
    expect(found).toEqual([]);
  });
});
