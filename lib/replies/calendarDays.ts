import { addDays, isIsoDate, weekdayOf, addWorkingDays } from '../letter/dates';
import type { IsoDate } from '../letter/model';
import { lookUp } from '../letter/text';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The short names of the days, from Sunday: the index is the number that `weekdayOf` returns. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  'twenty eight': 28,
  thirty: 30,
};

/** The named parts of a written date: day, month, year, weekday … */
export type Groups = Readonly<Record<string, string | undefined>>;
/** Undefined: not a date at all. */
export type Reading = IsoDate | null | undefined;

export function toIso(year: number, month: number, day: number): IsoDate | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}

export const yearOf = (day: IsoDate) => Number(day.slice(0, 4));
const monthOf = (day: IsoDate) => Number(day.slice(5, 7));
const dayOf = (day: IsoDate) => Number(day.slice(8));
const daysBetween = (from: IsoDate, to: IsoDate) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const weekdayNumber = (name: string) => WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());

/** 1 to 12 for a number or an English month’s name, whole or short; 0 for any other word. */
export function monthNumber(name: string): number {
  return /^\d/.test(name) ? Number(name) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

export function readParts(
  { weekday, day = '', month = '', year }: Groups,
  today: IsoDate | null,
): IsoDate | null {
  const fits = (date: IsoDate) => weekday === undefined || weekdayOf(date) === weekdayNumber(weekday);
  const inYear = (number: number) => toIso(number, monthNumber(month), Number(day)) ?? [];
  if (year !== undefined) {
    const digits = year.replace(/\D/g, '');
    const [date] = [inYear(Number(digits.length === 2 ? `20${digits}` : digits))].flat();
    return date !== undefined && fits(date) ? date : null;
  }
  if (today === null) return null;
  const years = [-1, 0, 1].map((offset) => yearOf(today) + offset);
  return nearest(years.flatMap(inYear).filter(fits), today);
}

/** A day without its year is up to eight months ahead; else it is past. */
export function nearest(days: readonly IsoDate[], today: IsoDate): IsoDate | null {
  const ahead = days.find((day) => day >= today && daysBetween(today, day) < 245);
  return ahead ?? days.findLast((day) => day < today && daysBetween(day, today) <= 121) ?? null;
}

export function readDayOfMonth(
  { weekday, day = '', next }: Groups,
  today: IsoDate,
  isPast: boolean,
): IsoDate | null {
  const inMonth = (months: number) => {
    const number = yearOf(today) * 12 + monthOf(today) - 1 + months;
    return toIso(Math.floor(number / 12), (number % 12) + 1, Number(day)) ?? [];
  };
  if (next !== undefined) return [inMonth(/next/i.test(next) ? 1 : 0)].flat()[0] ?? null;
  if (isPast) return [0, -1].flatMap(inMonth).find((date) => date <= today) ?? null;
  const coming = [0, 1].flatMap(inMonth).filter((date) => date >= today);
  if (weekday === undefined) return coming[0] ?? null;
  return coming.find((date) => weekdayOf(date) === weekdayNumber(weekday)) ?? null;
}

export function readNamedDay(name: string, today: IsoDate): IsoDate | null {
  const day = name.toLowerCase();
  if (day === 'tomorrow') return addDays(today, 1);
  if (day === 'today' || day === 'tonight' || day.startsWith('this ')) return today;
  return readWeekday(name, '', today);
}

/** "Friday" on a Friday, and "next Friday" on a Monday, could be either of two days: none is given. */
export function readWeekday(name: string, which: string, today: IsoDate): IsoDate | null {
  const ahead = (weekdayNumber(name) - weekdayOf(today) + 7) % 7;
  if (which === 'last' || which === 'this past') return addDays(today, ahead === 0 ? -7 : ahead - 7);
  if (ahead === 0) return which === 'next' ? addDays(today, 7) : null;
  const coming = addDays(today, ahead);
  if (which !== 'next') return coming;
  const monday = addDays(today, 7 - ((weekdayOf(today) + 6) % 7));
  return coming >= monday ? coming : null;
}

export function readSpan(
  { lead = '', count, kind, unit = '' }: Groups,
  today: IsoDate | null,
  before: string,
  after: string,
): Reading {
  const number =
    count === undefined ? 1 : (lookUp(COUNTS, count.toLowerCase().replace('-', ' ')) ?? Number(count));
  // "In the week": no number, no date. "In the next week" has one.
  if (
    count === undefined &&
    !(/^(?:week|fortnight|month)$/i.test(unit) && /next|coming|following/i.test(lead))
  )
    return lead === '' ? undefined : null;
  const sort = kind?.toLowerCase() ?? '';
  // Term dates are not known here. "10 working days of receipt" counts from a day that is not known.
  const fromElsewhere =
    /^\s*(?:,\s*)?(?:of|from|after|following|before|prior)\b(?!\s+(?:today|now|this|the date of this)\b)/i.test(
      after,
    );
  const isVague =
    fromElsewhere ||
    /^\s*(?:or|to|-)\s+(?:so|two|three|more|thereabouts|\d)/i.test(after) ||
    /\b(?:about|around|roughly|approximately|least|than)\s*$/i.test(before) ||
    ['school', 'term', 'term-time'].includes(sort);
  if (isVague || today === null || number > 99) return null;
  const name = unit.toLowerCase().replace(/s$/, '');
  if (name === 'hour') return number % 24 === 0 ? addDays(today, number / 24) : undefined;
  if (name === 'day' && sort !== '' && sort !== 'calendar') {
    const { date, beyondTable } = addWorkingDays(today, number);
    return beyondTable ? null : date;
  }
  if (name === 'month') return addMonths(today, number);
  return addDays(today, number * { day: 1, week: 7, fortnight: 14 }[name as 'day' | 'week' | 'fortnight']);
}

export function lastOfMonth(day: IsoDate, monthsAhead: number): IsoDate | null {
  const number = yearOf(day) * 12 + monthOf(day) + monthsAhead;
  const first = toIso(Math.floor(number / 12), (number % 12) + 1, 1);
  return first && addDays(first, -1);
}

function addMonths(day: IsoDate, months: number): IsoDate | null {
  const last = lastOfMonth(day, months);
  return last && toIso(yearOf(last), monthOf(last), Math.min(dayOf(day), dayOf(last)));
}
