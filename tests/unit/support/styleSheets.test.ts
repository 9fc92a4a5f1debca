import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const files = readdirSync('components', { recursive: true, encoding: 'utf8' }).map((name) =>
  join('components', name),
);
const sheets = files.filter((name) => name.endsWith('.module.css'));

/** `css.card` in a component that imports the sheet as `css`. */
function* listUses(file: string): Generator<{ sheet: string; name: string; file: string }> {
  const code = readFileSync(file, 'utf8');
  for (const [, imported = '', path = ''] of code.matchAll(/import (\w+) from '(\.[^']+\.module\.css)'/g))
    for (const [, name = ''] of code
      .replaceAll(/^import .*/gm, '')
      .matchAll(new RegExp(String.raw`\b${imported}\.(\w+)`, 'g')))
      yield { sheet: join(dirname(file), path), name, file };
}

function listClasses(sheet: string): string[] {
  const rules = readFileSync(sheet, 'utf8').replaceAll(/\/\*[^]*?\*\/|:global\([^)]*\)/g, '');
  return [...new Set([...rules.matchAll(/\.([a-zA-Z]\w*)(?=[^{};]*\{)/g)].map(([, name = '']) => name))];
}

const uses = files.filter((name) => name.endsWith('.tsx')).flatMap((file) => [...listUses(file)]);

test('every class that a component uses is in its style sheet', () => {
  const missing = uses.filter(({ sheet, name }) => !listClasses(sheet).includes(name));
  expect(missing).toEqual([]);
});

test('every class of a style sheet is used, by a component or by another class', () => {
  const composed = (sheet: string) =>
    [...readFileSync(sheet, 'utf8').matchAll(/composes: ([\w ]+)/g)].flatMap(([, names = '']) =>
      names.split(' '),
    );
  const unused = sheets.flatMap((sheet) =>
    listClasses(sheet)
      .filter((name) => !composed(sheet).includes(name))
      .filter((name) => !uses.some((use) => use.sheet === sheet && use.name === name))
      .map((name) => `${sheet}: .${name}`),
  );
  expect(unused).toEqual([]);
});

/** For what is not a sheet’s: the words only for screen readers, and the marks of the mail sites in the practice emails. */
const GLOBAL = ['visually-hidden', 'M9', '_EType_RECIPIENT_ENTITY', 'elementToProof'];

test('no component names a class by a text, which no sheet would have', () => {
  const named = files
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((file) => {
      const texts = readFileSync(file, 'utf8').matchAll(
        /className=(?:"([^"]*)"|\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\})/g,
      );
      return [...texts].flatMap(([, text = '', code = '']) =>
        [
          ...text.split(' '),
          ...[...code.matchAll(/(?<!=== )'([^']*)'/g)].map(([, words = '']) => words),
          ...[...code.matchAll(/`([^`]*)`/g)].flatMap(([, words = '']) =>
            words.replaceAll(/\$\{[^}]*\}/g, '').split(' '),
          ),
        ]
          .filter((name) => name.trim() !== '' && !GLOBAL.includes(name) && !name.startsWith('gmail_'))
          .map((name) => `${file}: ${name}`),
      );
    });
  expect(named).toEqual([]);
});
