import fc from 'fast-check';
import ICAL from 'ical.js';
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
    'BEGIN:VEVENT',
    'UID:abc@dear-employer.invalid',
    'DTSTAMP:20261123T093005Z',
    'LAST-MODIFIED:20261123T093005Z',
    'SEQUENCE:28200605',
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

/** Reads a calendar file with a second parser, as a calendar program does. */
function readEntry(file: string): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(zone);
  const entry = calendar.getFirstSubcomponent('vevent');
  if (!entry) throw new Error('no entry');
  return new ICAL.Event(entry);
}

const meeting = {
  id: 'a-meeting-m',
  date: '2026-12-01',
  time: '16:00',
  title: 'Meeting: letter to employer',
};

test.each([
  ['2026-12-01', '2026-12-01T16:00:00.000Z'],
  ['2027-03-27', '2027-03-27T16:00:00.000Z'],
  ['2027-03-28', '2027-03-28T15:00:00.000Z'],
  ['2027-06-15', '2027-06-15T15:00:00.000Z'],
  ['2027-10-30', '2027-10-30T15:00:00.000Z'],
  ['2027-10-31', '2027-10-31T16:00:00.000Z'],
  ['2030-07-01', '2030-07-01T15:00:00.000Z'],
])('a meeting at 4pm in England on %s begins at %s', (date, instant) => {
  const entry = readEntry(renderCalendar({ ...meeting, date, place: 'County Hall, Room 2; left' }, NOW));
  expect(entry.startDate.toJSDate().toISOString()).toBe(instant);
  expect(entry.duration.toSeconds()).toBe(3600);
  expect(entry.location).toBe('County Hall, Room 2; left');
  expect(entry.component.getFirstPropertyValue('transp')).toBe('OPAQUE');
});

test.each([
  ['2026-10-25', '00:30', '2026-10-24T23:30:00.000Z', '2026-10-25T01:30:00'],
  ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z', '2026-10-25T03:00:00'],
  ['2027-03-28', '00:30', '2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00'],
  ['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z', '2027-03-28T03:30:00'],
  ['2027-03-27', '23:30', '2027-03-27T23:30:00.000Z', '2027-03-28T00:30:00'],
  ['2026-12-31', '23:30', '2026-12-31T23:30:00.000Z', '2027-01-01T00:30:00'],
  ['2028-02-29', '23:59', '2028-02-29T23:59:00.000Z', '2028-03-01T00:59:00'],
])(
  'a meeting on %s at %s begins at %s and ends at %s, next to a change of the clocks too',
  (date, time, begin, end) => {
    const entry = readEntry(renderCalendar({ ...meeting, date, time }, NOW));
    expect([entry.startDate.toJSDate().toISOString(), entry.endDate.toString()]).toEqual([begin, end]);
  },
);

test.each([
  ['Town Hall\nFloor 3\r\nRoom 1', 'Town Hall\nFloor 3\nRoom 1'],
  ['Room 2, left; then \\ up', 'Room 2, left; then \\ up'],
  ['C:\\new\\notes', 'C:\\new\\notes'],
  ['https://meet.example/x?y=1;z=2,3', 'https://meet.example/x?y=1;z=2,3'],
  ['"County Hall": east', '"County Hall": east'],
  ['🏫 Mill Lane 👩‍🏫, é', '🏫 Mill Lane 👩‍🏫, é'],
  ['👩‍🏫'.repeat(20), '👩‍🏫'.repeat(20)],
  ['END:VEVENT', 'END:VEVENT'],
])('a second parser reads the place %j, and no line has more than 75 octets', (place, read) => {
  const file = renderCalendar({ ...meeting, place }, NOW);
  expect(readEntry(file).location).toBe(read);
  expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
});

test('a date moved twice leaves one entry, with the last day and the highest revision', () => {
  const days = ['2026-12-01', '2026-12-08', '2026-12-03'];
  const entries = days.map((date, at) =>
    readEntry(renderCalendar({ ...meeting, date }, new Date(NOW.getTime() + at * 60_000))),
  );
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
  const last = entries.toSorted((one, other) => one.sequence - other.sequence).at(-1);
  expect(last?.startDate.toString()).toBe('2026-12-03T16:00:00');
});

test.each(['', 'half nine', '25:00', '9:30', '24:00', '16:00:00', '4pm'])(
  'a meeting at “%s” is an entry for the whole day',
  (time) => {
    expect(readEntry(renderCalendar({ ...meeting, time }, NOW)).startDate.isDate).toBe(true);
  },
);

test('a moved meeting is a newer revision of the same entry, and no invitation', () => {
  const first = renderCalendar(meeting, NOW);
  const moved = renderCalendar({ ...meeting, date: '2026-12-08' }, new Date(NOW.getTime() + 1000));
  const [before, after] = [readEntry(first), readEntry(moved)];
  expect(after.uid).toBe(before.uid);
  expect(after.sequence).toBeGreaterThan(before.sequence);
  const changedAt = (entry: ICAL.Event) => String(entry.component.getFirstPropertyValue('last-modified'));
  expect([changedAt(before), changedAt(after)]).toEqual(['2026-11-23T09:30:05Z', '2026-11-23T09:30:06Z']);
  expect(moved).not.toMatch(/METHOD|ATTENDEE|ORGANIZER/);
});

test('a clock set before 2026 gives a revision that calendar programs accept', () => {
  expect(readEntry(renderCalendar(meeting, new Date('2020-01-01T00:00:00Z'))).sequence).toBe(0);
});

test('the reminder of a reply date comes at 9am on the day before', () => {
  const day = { id: 'a-reply', date: '2026-12-31', title: 'Reply date: letter, to employer', remind: true };
  const entry = readEntry(renderCalendar(day, NOW));
  const alarm = entry.component.getFirstSubcomponent('valarm');
  expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT15H');
  expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
  expect(alarm?.getFirstPropertyValue('description')).toBe('Reply date: letter, to employer');
  expect(entry.endDate.toString()).toBe('2027-01-01');
});

test('a second parser reads any title and place as typed', () => {
  const typed = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map((text) => text.replace(/[\u0000-\u001F\u007F]/g, '').trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(typed, typed, (title, place) => {
      const entry = readEntry(renderCalendar({ ...meeting, title, place }, NOW));
      expect([entry.summary, entry.location]).toEqual([title, place]);
    }),
  );
});
