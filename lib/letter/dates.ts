import type { IsoDate } from './model';

const months = [
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
] as const;

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export type Weekday = (typeof weekdays)[number];

const MS_PER_DAY = 86_400_000;

/** Days are counted in UTC throughout, so that no time zone and no clock change can move one. */
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

/** True for a real day written `2026-11-23`; 30 February is none. */
export function isIsoDate(text: string): boolean {
  return readDay(text) !== null;
}

/** The day where the user is. `toISOString` would give yesterday in the small hours of summer time. */
export function localDay(now: Date): IsoDate {
  return toIso(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return toIso(new Date(requireDay(date).getTime() + days * MS_PER_DAY));
}

export function weekdayOf(date: IsoDate): Weekday {
  return weekdays[requireDay(date).getUTCDay()] ?? 'Sunday';
}

export function isWeekend(date: IsoDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 'Saturday' || weekday === 'Sunday';
}

/** "23 November 2026": no ordinal, no comma. */
export function formatDate(date: IsoDate): string {
  const day = requireDay(date);
  return `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** "9.30am", "2pm", "12 noon" from the 24-hour time of a time input; `null` when it is not one. */
export function formatTime(time: string): string | null {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)(:\d{2})?$/.exec(time);
  if (!parts) return null;
  const hour = Number(parts[1]);
  const minute = parts[2] ?? '00';
  if (minute === '00' && hour % 12 === 0) return hour === 12 ? '12 noon' : '12 midnight';
  return `${hour % 12 || 12}${minute === '00' ? '' : `.${minute}`}${hour < 12 ? 'am' : 'pm'}`;
}

const MONTHS = 6;

/** A letter that nobody has checked for six months says so, quietly, before it is used. A day we cannot read is no check. */
export function isStale(checkedOn: IsoDate, today: IsoDate): boolean {
  return !isIsoDate(checkedOn) || today >= addMonths(checkedOn, MONTHS);
}

/** Six months after 31 August is the last day of February. */
function addMonths(day: IsoDate, count: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  const sum = new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth)));
  return sum.toISOString().slice(0, 10);
}

/** "7 December 2026"; what is no day, as a damaged file may hold, stays as it is. */
export function formatIfDate(day: string): string {
  return isIsoDate(day) ? formatDate(day) : day;
}
