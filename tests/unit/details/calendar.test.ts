import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeText, foldLine, renderCalendar } from '../../../lib/correspondence/calendar';

const NOW = new Date('2026-11-23T09:30:05Z');

test('a reply date gives one all-day event without names of people', () => {
  const file = renderCalendar(
    { id: 'abc', date: '2026-12-31', title: 'Reply date: letter to employer' },
    NOW,
  );
  expect(file.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dear Employer//Letters and replies//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:abc@dear-employer.invalid',
    'DTSTAMP:20261123T093005Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Reply date: letter to employer',
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

/** Decodes a value as a calendar program does. */
function unescape(text: string): string {
  return text.replace(/\\([\\;,nN])/g, (_, escaped: string) =>
    escaped.toLowerCase() === 'n' ? '\n' : escaped,
  );
}

test('a calendar program reads any title as it was typed', () => {
  const title = fc
    .string({ unit: 'grapheme', maxLength: 300 })
    .map((text) => text.replace(/[\u0000-\u001F\u007F]/g, ''));
  fc.assert(
    fc.property(title, (typed) => {
      const file = renderCalendar({ id: 'a', date: '2026-12-31', title: typed }, NOW);
      const lines = file.replace(/\r\n /g, '').split('\r\n');
      const summary = lines.find((line) => line.startsWith('SUMMARY:'))?.slice('SUMMARY:'.length);
      expect(unescape(summary ?? '')).toBe(typed);
      expect(lines.filter((line) => line.startsWith('BEGIN:'))).toHaveLength(2);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }),
  );
});

test('a line break in a title does not start a new line in the file', () => {
  expect(escapeText('one\r\nATTENDEE:mailto:x@example.org\ntwo\rthree')).toBe(
    'one\\nATTENDEE:mailto:x@example.org\\ntwo\\nthree',
  );
});

test('folding does not split a character', () => {
  const line = 'SUMMARY:' + '👩‍🏫é'.repeat(40);
  expect(foldLine(line)).not.toContain('\uFFFD');
  expect(foldLine(line).replaceAll('\r\n ', '')).toBe(line);
});
