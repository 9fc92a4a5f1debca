/**
 * Text from files, from the clipboard and from mail can be long and hostile, so a regular expression takes linear time, or its
 * input is bounded as docs/regular-expressions.md says.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { growthOf } from '../../support/regexSteps';

const TABLE = 'docs/regular-expressions.md';
/** Linear is 2, quadratic 4; steps that are counted once each leave a little over 2. */
const LINEAR = 2.5;

interface Found {
  file: string;
  expression: RegExp;
}

async function listExpressions(): Promise<Found[]> {
  const found: Found[] = [];
  for (const folder of ['lib', 'components', 'entrypoints'])
    for (const name of await readdir(folder, { recursive: true })) {
      const file = join(folder, name);
      if (!/\.tsx?$/.test(name)) continue;
      const ast = parseAst(await readFile(file, 'utf8'), { lang: name.endsWith('x') ? 'tsx' : 'ts' });
      JSON.stringify(ast, (_key, value: unknown) => {
        if (isRegExpLiteral(value))
          found.push({ file, expression: new RegExp(value.regex.pattern, value.regex.flags) });
        return value;
      });
    }
  return found;
}

function isRegExpLiteral(value: unknown): value is { regex: { pattern: string; flags: string } } {
  return typeof value === 'object' && value !== null && 'regex' in value;
}

test('what this test calls linear is linear, and what it calls worse is worse', () => {
  for (const linear of [/a+/, /^\s*a/, /a+$/y, /"[^"]*"/g, /(?:\\.|[^\\])*/s, /\d{4}-\d\d/])
    expect([linear, growthOf(linear) < LINEAR]).toEqual([linear, true]);
  for (const worse of [/\s+$/, /a*b/, /\s*,/g, /^\s*a*\s*$/, /(a+)+$/, /^(?:a|a)*$/, /<.*>/])
    expect([worse, growthOf(worse) > LINEAR]).toEqual([worse, true]);
});

test('every expression is linear, or is in the table with the bound of its input', async () => {
  const page = await readFile(TABLE, 'utf8');
  const listed = [...page.matchAll(/^\| `(\w[^`]*)` +\| `(.*?)` +\|/gm)].map(
    // In a table of Markdown, a bar in a cell has a backslash.
    ([, file, source = '']) => `${file} ${source.replaceAll('\\|', '|')}`,
  );
  const worse = (await listExpressions()).filter(({ expression }) => growthOf(expression) > LINEAR);
  expect(listed.toSorted()).toEqual(worse.map(({ file, expression }) => `${file} ${expression}`).toSorted());
});
