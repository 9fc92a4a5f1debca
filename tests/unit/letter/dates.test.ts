import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { addDays, formatDate, formatTime, isIsoDate, isWeekend, localDay } from '../../../lib/letter/dates';

const isoDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('dates', () => {
  test('a date has the month in words, no ordinal and no comma', () => {
    expect(formatDate('2026-11-23')).toBe('23 November 2026');
    expect(formatDate('2026-02-03')).toBe('3 February 2026');
  });

  test.each(['2026-02-30', '2026-13-01', '2026-1-1', '23/11/2026', '', '2026-11-23T00:00', '2027-02-29'])(
    '“%s” is not a valid date',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
      expect(() => formatDate(text)).toThrow(RangeError);
    },
  );

  test('29 February of a leap year is a valid date', () => expect(isIsoDate('2028-02-29')).toBe(true));

  test('every month is written in full', () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      formatDate(`2026-${String(month + 1).padStart(2, '0')}-09`),
    );
    expect(months).toEqual(
      [
        'January',
        'February',
        'March',
        'April',
        'May',
        'June',
        'July',
        'August',
        'September',
        'October',
        'November',
        'December',
      ].map((month) => `9 ${month} 2026`),
    );
  });

  test('Saturday and Sunday are the weekend, whatever the time zone', () => {
    const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
    expect(days.filter(isWeekend)).toEqual(['2026-11-21', '2026-11-22']);
  });

  test('adding a day across a clock change gives the next date', () => {
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  });

  test('today is the date on the user’s clock, even just after midnight in summer', () => {
    vi.stubEnv('TZ', 'Europe/London');
    expect(localDay(new Date('2026-06-30T23:05:00Z'))).toBe('2026-07-01');
    vi.unstubAllEnvs();
    expect(localDay(new Date(2026, 6, 1, 0, 5))).toBe('2026-07-01');
    expect(localDay(new Date(2026, 11, 31, 23, 55))).toBe('2026-12-31');
  });

  test('adding days and subtracting them again gives the same date', () => {
    fc.assert(
      fc.property(isoDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
  });

  test.each([
    ['09:30', '9.30am'],
    ['00:05', '12.05am'],
    ['12:00', '12 noon'],
    ['00:00', '12 midnight'],
    ['14:00', '2pm'],
    ['12:45', '12.45pm'],
    ['23:59:30', '11.59pm'],
  ])('the time %s is written %s', (time, written) => expect(formatTime(time)).toBe(written));

  test.each(['24:00', '9:30', 'half nine', ''])('“%s” is not a valid time', (time) => {
    expect(formatTime(time)).toBeNull();
  });
});
