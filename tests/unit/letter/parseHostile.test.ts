import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { parseLetter } from '../../../lib/letter/parse/parse';
import { contextWith, FRONT } from './fixtures';

const SECTION = '## Body {#body}\n';

describe('hostile files', () => {
  test('give a letter or problems, never an exception', () => {
    const piece = fc.constantFrom(
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
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, framed) => {
        const text = pieces.join('\n');
        const parsed = parseLetter(framed ? FRONT + SECTION + text : text, 'example.md');
        expect(parsed.ok || parsed.problems.length > 0).toBe(true);
        if (parsed.ok) composeLetter(parsed.letter, contextWith());
      }),
      { numRuns: 500 },
    );
  });

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
