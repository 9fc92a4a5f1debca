import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  isWeekend,
  addWorkingDays,
  FIRST_BANK_HOLIDAY_YEAR,
  isBankHoliday,
  isWorkingDay,
  LAST_BANK_HOLIDAY_YEAR,
} from '../../../lib/letter/dates';
import { easterSunday } from '../../../lib/letter/dayRules';

function firstMonday(from: string): string {
  let day = from;
  while (new Date(day).getUTCDay() !== 1) day = addDays(day, 1);
  return day;
}

/** A holiday at a weekend moves to the next weekday that is not a holiday already. */
function observed(day: string, taken: string[]): string {
  let moved = day;
  while (isWeekend(moved) || taken.includes(moved)) moved = addDays(moved, 1);
  return moved;
}

function holidaysByRule(year: number): string[] {
  const easter = easterSunday(year);
  const boxing = `${year}-12-26`;
  const christmas = observed(`${year}-12-25`, [isWeekend(boxing) ? '' : boxing]);
  return [
    observed(`${year}-01-01`, []),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(`${year}-05-01`),
    firstMonday(`${year}-05-25`),
    firstMonday(`${year}-08-25`),
    christmas,
    observed(boxing, [christmas]),
  ].toSorted();
}

function holidaysInTable(year: number): string[] {
  const days = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index));
  return days.filter((day) => day.startsWith(String(year)) && isBankHoliday(day));
}

describe('working days', () => {
  test.each(
    Array.from(
      { length: LAST_BANK_HOLIDAY_YEAR - FIRST_BANK_HOLIDAY_YEAR + 1 },
      (_, n) => FIRST_BANK_HOLIDAY_YEAR + n,
    ),
  )('the bank holidays of %i agree with the rules that define them', (year) => {
    expect(holidaysInTable(year)).toEqual(holidaysByRule(year));
  });

  test('ten working days skip weekends', () => {
    expect(addWorkingDays('2026-11-23', 10)).toEqual({ date: '2026-12-07', beyondTable: false });
  });

  test('ten working days over Christmas 2026 skip Christmas, the substitute day and New Year’s Day', () => {
    expect(addWorkingDays('2026-12-18', 10)).toEqual({ date: '2027-01-06', beyondTable: false });
  });

  test('counting from a weekend day starts on the Monday', () => {
    expect(addWorkingDays('2026-11-21', 1).date).toBe('2026-11-23');
  });

  test('a date outside the table of bank holidays is flagged', () => {
    expect(addWorkingDays('2028-12-28', 10).beyondTable).toBe(true);
    expect(addWorkingDays('2028-12-01', 10).beyondTable).toBe(false);
    expect(addWorkingDays('2024-12-01', 10).beyondTable).toBe(true);
  });

  test('the result is a working day, exactly that many working days later', () => {
    const day = fc.integer({ min: 0, max: 1300 }).map((n) => addDays('2025-01-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const { date } = addWorkingDays(from, days);
        let counted = 0;
        for (let next = addDays(from, 1); next <= date; next = addDays(next, 1))
          counted += isWorkingDay(next) ? 1 : 0;
        expect([isWorkingDay(date), counted]).toEqual([true, days]);
      }),
    );
  });
});
