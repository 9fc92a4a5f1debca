import { describe, expect, test } from 'vitest';
import { addDays, addWorkingDays, DEFAULT_WORKING_DAYS } from '../../../lib/letter/dates';
import { easterSunday, isSchoolHoliday, noteOnDay } from '../../../lib/letter/dayRules';
import { isAskedField, fields, type FieldName } from '../../../lib/letter/compose/fields';

const TODAY = '2026-11-27';

describe('usual school holidays', () => {
  test.each([
    // Solihull Council, 2024–25.
    ['2024-10-28', '2024-11-01'],
    ['2024-12-23', '2025-01-03'],
    ['2025-02-17', '2025-02-21'],
    ['2025-04-14', '2025-04-25'],
    ['2025-05-26', '2025-05-30'],
    ['2025-07-22', '2025-08-31'],
    // Schools’ pages of other areas, 2025–26 and 2026–27.
    ['2025-10-27', '2025-10-31'],
    ['2025-12-22', '2026-01-02'],
    ['2026-02-16', '2026-02-20'],
    ['2026-03-30', '2026-04-10'],
    ['2026-05-25', '2026-05-29'],
    ['2026-10-26', '2026-10-30'],
    ['2026-12-21', '2027-01-01'],
    ['2027-02-15', '2027-02-19'],
    ['2027-03-26', '2027-04-09'],
    ['2027-05-31', '2027-06-04'],
    // By the same rules, 2027–28.
    ['2027-10-25', '2027-10-29'],
    ['2027-12-20', '2027-12-31'],
    ['2028-02-21', '2028-02-25'],
    ['2028-04-10', '2028-04-21'],
    ['2028-05-29', '2028-06-02'],
  ])('are from %s to %s, and not the days around them', (first, last) => {
    expect([addDays(first, -1), first, last, addDays(last, 1)].map(isSchoolHoliday)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
  ])('Easter Sunday of %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });
});

const HOLIDAYS = 'This falls in the school holidays at many schools; dates differ by area.';

describe('what is said about a date', () => {
  test.each([
    ['reply date', '2026-11-26', 'Choose a day after today.', undefined],
    ['reply date', '2026-11-27', 'Choose a day after today.', undefined],
    ['reply date', '2026-11-30', null, undefined],
    ['reply date', '2026-11-28', '28 November 2026 is not a working day.', '2026-11-30'],
    ['reply date', '2026-12-19', '19 December 2026 is not a working day.', '2027-01-04'],
    ['reply date', '2026-12-24', HOLIDAYS, '2027-01-04'],
    ['reply date', '2026-12-27', HOLIDAYS, '2027-01-04'],
    ['reply date', '2027-04-01', HOLIDAYS, '2027-04-12'],
    ['reply date', '2027-05-31', HOLIDAYS, '2027-06-07'],
    ['reply date', '2027-08-16', HOLIDAYS, '2027-09-01'],
    ['reply date', '2027-12-31', HOLIDAYS, '2028-01-04'],
    ['reply date', '2027-12-17', null, undefined],
    ['reply date', '2028-01-03', '3 January 2028 is not a working day.', '2028-01-04'],
    ['reply date', '2027-03-25', null, undefined],
    ['reply date', '2027-03-26', HOLIDAYS, '2027-04-12'],
    ['reply date', '2027-05-03', '3 May 2027 is not a working day.', '2027-05-04'],
    ['reply date', '2028-02-29', null, undefined],
    ['reply date', '2027-02-30', null, undefined],
    ['reply date', '2028-11-27', null, undefined],
    ['reply date', '2028-11-28', 'This is more than two years away. Check the year.', undefined],
    ['meeting date', '2026-11-26', 'This day has passed. Choose today or a later day.', undefined],
    ['meeting date', '2026-11-27', null, undefined],
    ['meeting date', '2027-02-16', HOLIDAYS, '2027-02-22'],
    ['meeting date', '2027-11-29', 'This is more than a year away. Check the year.', undefined],
    ['review date', '2027-10-25', HOLIDAYS, '2027-11-01'],
    ['review date', '2026-11-27', 'Choose a day after today.', undefined],
    ['their reply date', '2026-11-27', null, undefined],
    ['their reply date', '2026-11-28', 'This day is still to come. Check the date.', undefined],
    ['their reply date', '2026-08-10', null, undefined],
    ['first letter date', '2023-11-26', 'This is more than three years ago. Check the year.', undefined],
    ['yearly review of', '2025-12-27', null, undefined],
    [
      'yearly review of',
      '2026-03-02',
      'This is less than a year ago, so no yearly review is due. To chase an answer, send a reminder.',
      undefined,
    ],
    ['inspection date', '2026-12-01', null, undefined],
    ['inspection date', '2026-12-27', null, undefined],
    ['inspection date', '2026-12-28', 'This is more than a month away. Check the date.', undefined],
    ['inspection date', '2027-12-01', 'This is more than a month away. Check the date.', undefined],
    ['inspection date', '2025-11-26', 'This is more than a year ago. Check the year.', undefined],
    ['promised date', '2026-12-24', null, undefined],
    ['promised date', '2029-01-08', 'This is more than two years away. Check the year.', undefined],
    ['sent on', '2027-01-01', 'This day is still to come. Check the date.', undefined],
    ['reply date', '', null, undefined],
    ['reply date', '0027-01-01', 'Choose a day after today.', undefined],
    ['constructor', '2026-12-24', null, undefined],
  ])('%s %s: %s', (name, date, sentence, better) => {
    const note = noteOnDay(name, date, TODAY);
    expect(note?.sentence ?? null).toBe(sentence);
    expect(note?.better).toBe(better);
  });

  test.each([
    ['2026-11-27', '2026-12-11', null],
    ['2026-12-23', '2027-01-11', null],
    ['2026-12-24', '2027-01-12', null],
    ['2027-03-12', '2027-03-30', '2027-04-12'],
    ['2027-03-25', '2027-04-12', null],
    ['2027-07-08', '2027-07-22', '2027-09-01'],
    ['2027-10-15', '2027-10-29', '2027-11-01'],
    ['2027-12-24', '2028-01-12', null],
  ])('a letter of %s proposes a reply by %s; offered instead: %s', (today, proposed, better) => {
    const { date } = addWorkingDays(today, DEFAULT_WORKING_DAYS);
    expect(date).toBe(proposed);
    expect(noteOnDay('reply date', date, today)?.better ?? null).toBe(better);
  });

  test('the day offered instead is itself without a note, on every day of two years', () => {
    const days = Array.from({ length: 700 }, (_, at) => addDays(TODAY, at + 1));
    const offered = days.flatMap((day) => noteOnDay('reply date', day, TODAY)?.better ?? []);
    expect(offered.length).toBeGreaterThan(200);
    expect(offered.filter((day) => noteOnDay('reply date', day, TODAY) !== null)).toEqual([]);
  });

  test('every date that the popup asks for has a rule', () => {
    const asked = (Object.keys(fields) as FieldName[]).filter(
      (name) => fields[name].input === 'date' && (isAskedField(name) || name === 'reply date'),
    );
    const withoutRule = asked.filter((name) => noteOnDay(name, '2001-01-01', TODAY) === null);
    expect(withoutRule).toEqual([]);
  });
});
