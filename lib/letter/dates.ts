import type { IsoDate } from './model';

const MS_PER_DAY = 86_400_000;

/** Every calculation is in UTC, so that neither a time zone nor a clock change can move a date. */
function readDay(date: IsoDate): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) return null;
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || toIso(day) !== date ? null : day;
}

function requireDay(date: IsoDate): Date {
  const day = readDay(date);
  if (!day) throw new RangeError(`Not a calendar day: ${date}`);
  return day;
}

function toIso(day: Date): IsoDate {
  return day.toISOString().slice(0, 10);
}

/** True for an existing date written `2026-11-23`; false for 30 February. */
export function isIsoDate(text: string): boolean {
  return readDay(text) !== null;
}

/** True for a date of this century. While a year is being typed, date inputs report years such as 0027. */
export function isPlausibleDay(text: string): boolean {
  return text.startsWith('20') && isIsoDate(text);
}

/** The date in the user's time zone. Between midnight and 1am in summer, `toISOString` would give the day before. */
export function localDay(now: Date): IsoDate {
  return toIso(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return toIso(new Date(requireDay(date).getTime() + days * MS_PER_DAY));
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: IsoDate): number {
  return requireDay(date).getUTCDay();
}

export function isWeekend(date: IsoDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6;
}

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "23 November 2026". Throws a RangeError for text that is not a date. */
export function formatDate(date: IsoDate): string {
  return longDate.format(requireDay(date));
}

/** "7 December 2026", or the text itself if it is not a date, as in a damaged file. */
export function formatIfDate(text: string): string {
  return isIsoDate(text) ? formatDate(text) : text;
}

/** "9.30am", "2pm" or "12 noon" from the 24-hour value of a time input; `null` for any other text. */
export function formatTime(time: string): string | null {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)(:\d{2})?$/.exec(time);
  if (!parts) return null;
  const hour = Number(parts[1]);
  const minute = parts[2] ?? '00';
  if (minute === '00' && hour % 12 === 0) return hour === 12 ? '12 noon' : '12 midnight';
  return `${hour % 12 || 12}${minute === '00' ? '' : `.${minute}`}${hour < 12 ? 'am' : 'pm'}`;
}

const STALE_AFTER_MONTHS = 6;

/** Whether a letter's wording was last checked six or more months ago. An unreadable or future date counts as not checked. */
export function isStale(checkedOn: IsoDate, today: IsoDate): boolean {
  return !isChecked(checkedOn, today) || today >= addMonths(checkedOn, STALE_AFTER_MONTHS);
}

/** False for a date that nobody can have checked the letter on, which an imported letter can contain. */
export function isChecked(checkedOn: IsoDate, today: IsoDate): boolean {
  return isIsoDate(checkedOn) && checkedOn <= today;
}

/** The same day `count` months later (earlier if negative), or the last day of a shorter month. */
export function addMonths(day: IsoDate, count: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return toIso(new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth))));
}

// ── Working days ───────────────────────────────────────────────────────────────────────────────

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
