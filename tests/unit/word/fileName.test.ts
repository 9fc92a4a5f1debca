import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { toFileName, wordFileName } from '../../../lib/word/fileName';

// A property test with many runs, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const letter = { letterId: 'request', title: 'Ask for a risk assessment', date: '2026-11-23' };

describe('the name of the Word file', () => {
  test('contains date, letter and school', () => {
    expect(wordFileName(letter, 'Oakfield Primary')).toBe(
      '2026-11-23 Risk assessment request – Oakfield Primary.docx',
    );
  });

  test('leaves out an unknown school', () => {
    expect(wordFileName(letter, '  ')).toBe('2026-11-23 Risk assessment request.docx');
  });

  test('uses the title of an own letter', () => {
    expect(wordFileName({ ...letter, letterId: 'x1', title: 'To our chair' }, 'Oakfield')).toBe(
      '2026-11-23 To our chair – Oakfield.docx',
    );
  });

  test.each([
    [
      'St Mary’s CE/RC Primary: “Ashford”',
      '2026-11-23 Risk assessment request – St Mary’s CE-RC Primary- “Ashford”.docx',
    ],
    ['Oakfield...', '2026-11-23 Risk assessment request – Oakfield.docx'],
    ['a\ufffe\ufdd0b', '2026-11-23 Risk assessment request – a b.docx'],
    ['NUL. . .', '2026-11-23 Risk assessment request – NUL_.docx'],
    ['a\u202Excod\nb', '2026-11-23 Risk assessment request – a xcod b.docx'],
  ])('replaces unsafe characters in %j', (school, name) => {
    expect(wordFileName(letter, school)).toBe(name);
  });

  test.each(['constructor', 'toString', '__proto__'])(
    'has the title of a letter whose id is %j',
    (letterId) => {
      expect(wordFileName({ ...letter, letterId, title: 'Our letter' }, '')).toBe(
        '2026-11-23 Our letter.docx',
      );
    },
  );

  test.each(['CON', 'nul', 'COM1', 'lpt¹', 'aux.x'])('is never the Windows device name %j', (name) => {
    expect(toFileName(name)).toMatch(/^(con|nul|com1|lpt¹|aux)_/i);
  });

  test('is valid on Windows, macOS and Linux for any school name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (school) => {
        const name = wordFileName(letter, school);
        expect(name).toMatch(/^2026-11-23 Risk assessment request.*\.docx$/);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|[. ]\.docx$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
        expect(name.isWellFormed()).toBe(true);
      }),
    );
  });
});
