import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { parseLetter } from '../../../lib/letter/parse/parse';
import { cut, RUNS, RUNS_TIMEOUT, someCuts } from '../storage/damage';
import { contextWith, FRONT } from './fixtures';

const SECTION = '## Body {#body}\n';

const PIECES = [
  '---',
  '## A {#a}',
  '### B {#b}',
  '::: if council',
  ':::',
  '- ',
  '{{',
  '}}',
  '**',
  '\\',
  '/',
  '\n',
  '\n\n',
  'id: x',
  'asks: [',
  '&a *a',
  '\0',
  '\ud800',
  '😀',
  'text',
];

/** Either a letter that can be composed, or problems with a sentence and a line. */
function expectLetterOrProblems(text: string): void {
  const parsed = parseLetter(text, 'example.md');
  if (parsed.ok) {
    composeLetter(parsed.letter, contextWith());
    return;
  }
  expect(parsed.problems).not.toEqual([]);
  for (const { line, sentence } of parsed.problems) {
    expect(line).toBeGreaterThan(0);
    expect(sentence.trim()).not.toBe('');
  }
}

describe('hostile files', () => {
  test(
    'give a letter or problems, never an exception',
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }),
          fc.boolean(),
          (pieces, framed) => {
            const text = pieces.join('\n');
            expectLetterOrProblems(framed ? FRONT + SECTION + text : text);
          },
        ),
        { numRuns: RUNS / 2 },
      );
    },
    RUNS_TIMEOUT,
  );

  test(
    'made of a real letter that was cut anywhere give a letter or problems',
    () => {
      const letters = ['request', 'reply-inadequate', 'meeting'].map((id) =>
        readFileSync(`templates/${id}.md`, 'utf8'),
      );
      fc.assert(
        fc.property(fc.constantFrom(...letters), someCuts(PIECES), (letter, cuts) =>
          expectLetterOrProblems(cut(letter, cuts)),
        ),
        { numRuns: RUNS / 2 },
      );
    },
    RUNS_TIMEOUT,
  );

  test.each([
    ['conditions ten thousand deep', FRONT + SECTION + '::: if council\n'.repeat(10_000)],
    ['brackets ten thousand deep', `---\nid: ${'['.repeat(10_000)}\n---\n`],
    [
      'aliases that multiply',
      `---\na: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghi'.replace(/./g, (k) => `${k}: &${k} [${`*${String.fromCharCode(k.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}---\n`,
    ],
    ['a prototype as a key', `---\n__proto__: {id: x}\nconstructor: x\n---\n${SECTION}`],
  ])('%s are rejected', (_, markdown) => {
    expect(parseLetter(markdown, 'example.md')).toMatchObject({ ok: false });
  });

  test.each(['{', '{{', '*', '**', '**a', '\\', '`', '- ', '[', '{{a/', '## ', ':::', ' '])(
    'half a megabyte of “%s” is read without trouble',
    (sign) => {
      const parsed = parseLetter(FRONT + SECTION + sign.repeat(500_000 / sign.length), 'example.md');
      expect(parsed).toHaveProperty('ok');
    },
  );
});
