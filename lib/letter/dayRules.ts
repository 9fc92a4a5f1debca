import {
  addDays,
  addMonths,
  formatDate,
  isIsoDate,
  isWorkingDay,
  LAST_BANK_HOLIDAY_YEAR,
  weekdayOf,
} from './dates';
import type { IsoDate } from './model';

/**
 * Two rules for dates: which are plausible, and which fall into a usual school holiday. Both are notes next to a date;
 * neither stops the user.
 */

interface DayRule {
  first: (today: IsoDate) => IsoDate;
  tooEarly: string;
  last: (today: IsoDate) => IsoDate;
  tooLate: string;
  /** The user proposes this day, so it should be a day on which people work and schools are open. */
  isProposed?: true;
}

const threeYearsAgo = {
  first: (today: IsoDate) => addMonths(today, -36),
  tooEarly: 'This is more than three years ago. Check the year.',
};
const untilToday = { last: (today: IsoDate) => today, tooLate: 'This day is still to come. Check the date.' };
const withinTwoYears = {
  last: (today: IsoDate) => addMonths(today, 24),
  tooLate: 'This is more than two years away. Check the year.',
};
const happened: DayRule = { ...threeYearsAgo, ...untilToday };
/** A day that an earlier letter, reply or meeting named; it may have passed since. */
const namedThen: DayRule = { ...threeYearsAgo, ...withinTwoYears };
const afterToday = {
  first: (today: IsoDate) => addDays(today, 1),
  tooEarly: 'Choose a day after today.',
};

/** By the names of the fields of letters, and by what the options page records of a letter. */
const dayRules = {
  'reply date': { ...afterToday, ...withinTwoYears, isProposed: true },
  'review date': { ...afterToday, ...withinTwoYears, isProposed: true },
  'meeting date': {
    first: (today) => today,
    tooEarly: 'This day has passed. Choose today or a later day.',
    last: (today) => addMonths(today, 12),
    tooLate: 'This is more than a year away. Check the year.',
    isProposed: true,
  },
  'inspection date': {
    first: (today) => addMonths(today, -12),
    tooEarly: 'This is more than a year ago. Check the year.',
    last: (today) => addMonths(today, 1),
    tooLate: 'This is more than a month away. Check the date.',
  },
  'first letter date': happened,
  /** The date of the first letter, in the letter that asks for the yearly review. */
  'yearly review of': {
    ...threeYearsAgo,
    last: (today) => addMonths(today, -11),
    tooLate: 'This is less than a year ago, so no yearly review is due. To chase an answer, send a reminder.',
  },
  'start date': happened,
  'reminder date': happened,
  'their reply date': happened,
  'last reply date': happened,
  'agreed date': happened,
  'sent on': happened,
  'promised date': namedThen,
  'recorded reply date': namedThen,
  'recorded meeting': namedThen,
} satisfies Record<string, DayRule>;

export type RuledDay = keyof typeof dayRules;

export interface DayNote {
  sentence: string;
  /** A day without this fault, for a button. */
  better?: IsoDate;
}

export function noteOnDay(name: string, date: IsoDate, today: IsoDate): DayNote | null {
  const rule: DayRule | undefined = Object.hasOwn(dayRules, name) ? dayRules[name as RuledDay] : undefined;
  if (!rule || !isIsoDate(date)) return null;
  if (date < rule.first(today)) return { sentence: rule.tooEarly };
  if (date > rule.last(today)) return { sentence: rule.tooLate };
  return rule.isProposed ? noteOnProposedDay(date) : null;
}

function noteOnProposedDay(date: IsoDate): DayNote | null {
  if (isSchoolHoliday(date))
    return {
      sentence: 'This falls in the school holidays at many schools; dates differ by area.',
      better: firstWorkingDayFrom(date),
    };
  if (Number(date.slice(0, 4)) > LAST_BANK_HOLIDAY_YEAR)
    return { sentence: `Check this day: our bank holidays end in ${LAST_BANK_HOLIDAY_YEAR}.` };
  if (isWorkingDay(date)) return null;
  return { sentence: `${formatDate(date)} is not a working day.`, better: firstWorkingDayFrom(date) };
}

/** The first working day, from `date` on, that is not in a usual school holiday. */
function firstWorkingDayFrom(date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(day) || isSchoolHoliday(day)) day = addDays(day, 1);
  return day;
}

/**
 * Usual school holidays in England, Monday to Friday. No law sets them: councils, trusts and governing bodies do. These
 * rules give the dates that Solihull Council published for 2024–25, and those of schools’ pages in other areas for 2025–26
 * and 2026–27: https://www.solihull.gov.uk/schools-and-learning/school-term-dates (seen November 2026). York’s council
 * reports that some areas fix their spring holiday without regard to Easter (decision of 14 January 2025 on 2026–27).
 */
const schoolHolidays: readonly ((year: number) => readonly [first: IsoDate, last: IsoDate])[] = [
  // The week of the third Monday of February: 17 to 21 February 2025.
  (year) => weekdays(mondayFrom(`${year}-02-15`), 1),
  // The weeks before and after an Easter Sunday in April: 14 to 25 April 2025. Two weeks from a Good Friday in March.
  (year) => {
    const easter = easterSunday(year);
    return easter.slice(5, 7) === '03'
      ? [addDays(easter, -2), addDays(easter, 12)]
      : weekdays(addDays(easter, -6), 2);
  },
  // The week of the last Monday of May: 26 to 30 May 2025.
  (year) => weekdays(mondayFrom(`${year}-05-25`), 1),
  // From 22 July 2025; pupils return in the first days of September.
  (year) => [`${year}-07-22`, `${year}-08-31`],
  // The week of the last Monday of October: 28 October to 1 November 2024.
  (year) => weekdays(mondayFrom(`${year}-10-25`), 1),
  // Two weeks from the Monday of the week of Christmas Day: 23 December 2024 to 3 January 2025.
  (year) => weekdays(addDays(mondayFrom(`${year}-12-26`), -7), 2),
];

/** Weekends next to a holiday do not count: they are no working days anyway. */
export function isSchoolHoliday(date: IsoDate): boolean {
  const year = Number(date.slice(0, 4));
  // A holiday that begins at Christmas ends in the next year.
  return [year - 1, year].some((start) =>
    schoolHolidays.some((holiday) => {
      const [first, last] = holiday(start);
      return first <= date && date <= last;
    }),
  );
}

function weekdays(monday: IsoDate, weeks: number): readonly [IsoDate, IsoDate] {
  return [monday, addDays(monday, weeks * 7 - 3)];
}

/** The first Monday, from `date` on. */
function mondayFrom(date: IsoDate): IsoDate {
  return addDays(date, (8 - weekdayOf(date)) % 7);
}

/** By the anonymous Gregorian algorithm. */
export function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${year}-${pad(Math.floor(n / 31))}-${pad((n % 31) + 1)}`;
}
