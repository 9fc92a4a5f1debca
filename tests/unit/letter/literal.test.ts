// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { blockTexts, inlineText, renderText } from '../../../lib/letter/render/text';
import { renderHtml } from '../../../lib/letter/render/html';
import { asking, contextWith, letterOf, type ContextChanges } from './fixtures';
import { paragraphsOf } from './readBack';

/** Every field with free text, each in a separate sentence. */
const letter = letterOf(
  [
    'full name',
    'job title',
    'school',
    'phone',
    'email',
    'employer',
    'contact role',
    'employer email',
    'next person up',
    'meeting place',
  ]
    .map((field) => `Before {{${field}}}, after.`)
    .join('\n\n') + '\n\n{{own paragraph}}\n\n{{signatures}}\n\ncc {{copies}}',
  asking('meeting place'),
);

const signs = fc.constantFrom(
  '<',
  '>',
  '&',
  '"',
  "'",
  '`',
  '</p>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;',
  '&#60;',
  '{{school}}',
  '{{I/we}}',
  '**bold**',
  '](x)',
  '\\',
  '\\*',
  '-- ',
  ':::',
  '😀',
  '👩‍🏫',
  'é',
  'ع',
  'עברית',
  '\u202e',
  '\u2067',
  'ß',
  '漢',
  '’s',
  '$&',
  '$1',
);
const typed = fc
  .array(fc.oneof(signs, fc.string({ unit: 'binary' }), fc.string()), { maxLength: 12 })
  .map((parts) => parts.join(''));

/** The text as a letter can contain it: no control characters, lone surrogates or outer white space. */
function carried(text: string): string {
  return text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) =>
      line
        .replaceAll('\t', ' ')
        // oxlint-disable-next-line no-control-regex -- the rule under test
        .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
        .toWellFormed()
        .trim(),
    )
    .filter((line) => line.replace(/[\s\p{Default_Ignorable_Code_Point}\u2800]/gu, '') !== '')
    .join(' ');
}

function everywhere(text: string): ContextChanges {
  return {
    signer: { fullName: text, jobTitle: text, school: text, phone: text, email: text },
    employer: { organisation: text, role: text, email: text, nextPersonUp: text },
    choices: { ownParagraph: text, copies: [text], answers: { 'meeting place': text } },
  };
}

describe('any typed text', () => {
  test('appears as typed in every field and output, and never as markup', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const doc = composeLetter(letter, contextWith(everywhere(text)));
        const expected = carried(text);
        const html = renderHtml(doc);
        const texts = blockTexts(doc);
        if (expected !== '')
          for (const paragraph of texts.slice(0, 10)) expect(paragraph).toContain(expected);
        expect(paragraphsOf(html)).toEqual(texts);
        expect(renderText(doc).replaceAll('\n\n', '\n').split('\n')).toEqual(texts);
        expect(new Set(Array.from(html.matchAll(/<(\w+)/g), ([, name]) => name))).toEqual(
          new Set(expected === '' ? ['p', 'br', 'span'] : ['p', 'br']),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('of ten thousand characters is not cut, in a field or in the own paragraph', () => {
    const text = 'Ωx<b>"'.repeat(1700).slice(0, 10_000);
    const doc = composeLetter(letter, contextWith(everywhere(text)));
    expect(paragraphsOf(renderHtml(doc)).filter((paragraph) => paragraph.includes(text))).toHaveLength(15);
  });

  test('never replaces another field, even if it looks like a placeholder', () => {
    const doc = composeLetter(letter, contextWith({ signer: { fullName: '{{school}}' } }));
    expect(blockTexts(doc)[0]).toBe('Before {{school}}, after.');
  });

  test('is one line in the subject', () => {
    fc.assert(
      fc.property(typed, (school) => {
        const subject = inlineText(composeLetter(letter, contextWith({ signer: { school } })).subject);
        expect(subject).toBe(`About ${carried(school) || '[school’s name]'}`);
      }),
    );
  });

  test('has no blanks at the ends of wrapped lines', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 10, max: 80 }), (text, width) => {
        const lines = renderText(composeLetter(letter, contextWith(everywhere(text))), { width }).split('\n');
        expect(lines.filter((line) => line.endsWith(' '))).toEqual([]);
      }),
    );
  });
});
