import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { toFileName, wordFileName } from '../../../lib/word/fileName';

// Many documents each; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const letter = { letterId: 'request', title: 'Ask for a risk assessment', date: '2026-11-23' };

describe('the name of the Word file', () => {
  test('says day, letter and school', () => {
    expect(wordFileName(letter, 'Oakfield Primary')).toBe(
      '2026-11-23 Risk assessment request – Oakfield Primary.docx',
    );
  });

  test('leaves out a school that is not known', () => {
    expect(wordFileName(letter, '  ')).toBe('2026-11-23 Risk assessment request.docx');
  });

  test('uses the title of a letter of one’s own', () => {
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
  ])('makes %j safe', (school, name) => {
    expect(wordFileName(letter, school)).toBe(name);
  });

  test.each(['CON', 'nul', 'COM1', 'lpt¹', 'aux.x'])('never is the device %j', (name) => {
    expect(toFileName(name)).toMatch(/^(con|nul|com1|lpt¹|aux)_/i);
  });

  test('can be written on Windows, macOS and Linux whatever is typed as the school', () => {
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
