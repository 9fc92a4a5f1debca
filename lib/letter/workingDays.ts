import { addDays, isWeekend } from './dates';
import type { IsoDate } from './model';

/** Suggested time for a reply. No law sets one. */
export const DEFAULT_WORKING_DAYS = 10;

/** Bank holidays in England and Wales, with substitute days, as published on gov.uk/bank-holidays. */
const bankHolidays: Readonly<Record<number, readonly string[]>> = {
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
};

export const FIRST_BANK_HOLIDAY_YEAR = 2025;
export const LAST_BANK_HOLIDAY_YEAR = 2028;

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

export function isBankHoliday(date: IsoDate): boolean {
  return bankHolidays[yearOf(date)]?.includes(date.slice(5)) ?? false;
}

export function isWorkingDay(date: IsoDate): boolean {
  return !isWeekend(date) && !isBankHoliday(date);
}

export interface WorkingDay {
  date: IsoDate;
  /** True if the count reached a year without known bank holidays, which the page then says next to the date. */
  beyondTable: boolean;
}

/** The date `days` working days after `from`; `from` itself is not counted. */
export function addWorkingDays(from: IsoDate, days: number): WorkingDay {
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return { date, beyondTable: isBeyond(from) || isBeyond(date) };
}

function isBeyond(date: IsoDate): boolean {
  return yearOf(date) < FIRST_BANK_HOLIDAY_YEAR || yearOf(date) > LAST_BANK_HOLIDAY_YEAR;
}
