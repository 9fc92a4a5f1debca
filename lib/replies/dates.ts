import { addDays, isIsoDate, weekdayOf } from '../letter/dates';
import type { IsoDate } from '../letter/model';
import { lookUp } from '../letter/text';
import { addWorkingDays } from '../letter/workingDays';
import type { Span } from './words';

/**
 * Dates as people write them. A date that could be two days, or none in particular, is found with `date: null`, so that
 * nobody takes a neighbour for it: "w/c 11 January", "12 or 14 January", "next Friday" when that could be either of two.
 */
export interface FoundDate extends Span {
  date: IsoDate | null;
  /** False for a day that something dates from: "your letter of 4 January", "after 4 January", "last Friday". */
  isDeadline: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const MONTH =
  'jan(?:u?ary|aury|\\.)?|feb(?:r?uary|urary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?';
const WEEKDAY =
  'mon(?:day|\\.)?|tue(?:sday|s|\\.)?|wed(?:nesday|s|\\.)?|thu(?:rsday|rs|r|\\.)?|fri(?:day|\\.)?|sat(?:urday|\\.)?|sun(?:day|\\.)?';
/** Alone, "sat", "sun" and "wed" are other words. */
const LONE_WEEKDAY = 'monday|mon|tuesday|tues|wednesday|weds|thursday|thurs|thur|friday|fri|saturday|sunday';
const DAY = '0?[1-9]|[12]\\d|3[01]';
const ORDINAL = '(?:st|nd|rd|th)';
const GAP = '[ \\u00a0]{1,3}(?:\\n[ ]{0,4})?|\\n[ ]{0,4}';
/** No 2-digit year where a time follows: "15 January 10.30am". */
const YEAR = "20\\d\\d(?!\\d)|['’]\\d\\d(?!\\d)|[23]\\d(?![\\d:]|[.]\\d| ?[ap]\\.?m)";
const COUNT =
  'a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|twenty[- ]eight|thirty|\\d{1,2}';
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

type Groups = Readonly<Record<string, string | undefined>>;
/** Undefined: not a date at all. */
type Reading = IsoDate | null | undefined;

interface Form {
  pattern: RegExp;
  read: (groups: Groups, today: IsoDate | null, before: string, after: string) => Reading;
  isPast?: boolean;
}

const form = (source: string, read: Form['read']): Form => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}/.'’-])(?:${source})(?![\\p{L}\\p{N}])`, 'giu'),
  read,
});

const withWeekday = `(?:(?<weekday>${WEEKDAY})(?:,|)(?:${GAP})(?:the )?)?`;

const forms: readonly Form[] = [
  // 15 January, Friday the 15th of January 2027, 15 Jan '27
  form(
    `${withWeekday}(?<day>${DAY})(?<ordinal>${ORDINAL})?(?:${GAP}|-)?(?:of )?(?<month>${MONTH})(?:[,.]?(?:${GAP}|-)(?<year>${YEAR}))?`,
    (groups, today) => {
      // "Regulation 3 may apply."
      if (groups['month'] === 'may' && !groups['ordinal'] && !groups['weekday'] && !groups['year'])
        return undefined;
      return readParts(groups, today);
    },
  ),
  // January 15, Friday, January 15th, 2027
  form(
    `${withWeekday}(?<month>${MONTH})(?:${GAP})(?:the )?(?<day>${DAY})(?!\\d|[:.]\\d|[/]| ?[ap]\\.?m)${ORDINAL}?(?:,?(?:${GAP})(?<year>20\\d\\d))?`,
    (groups, today) =>
      groups['month'] === 'may' || groups['month'] === 'mar' ? undefined : readParts(groups, today),
  ),
  // 15/01/2027, 15.1.27, Fri 15-01-2027
  form(
    `${withWeekday}(?<day>${DAY})(?<sign>[/.-])(?<month>0?[1-9]|1[0-2])\\k<sign>(?<year>20\\d\\d|\\d\\d)`,
    readParts,
  ),
  // 2027-01-15
  form('(?<iso>20\\d\\d-\\d\\d-\\d\\d)', ({ iso = '' }) => (isIsoDate(iso) ? iso : null)),
  // by 15/1, Fri 15/1: without either, it is a fraction or "24/7"
  form(`${withWeekday}(?<day>${DAY})/(?<month>0?[1-9]|1[0-2])(?![/\\d])`, (groups, today, before) =>
    groups['weekday'] || /\b(?:by|on|before)\s+$/i.test(before) ? readParts(groups, today) : undefined,
  ),
  // Friday 15th, the 15th, the 15th of next month
  form(
    `(?:(?<weekday>${WEEKDAY}),?(?:${GAP}))?(?<the>the )?(?<day>${DAY})${ORDINAL}(?<next> of (?:this|next|the) month)?`,
    (groups, today, before, after) => {
      const hasSign =
        groups['weekday'] || groups['next'] || /\b(?:by|on|before|for|until|of)\s+$/i.test(before);
      // "The 3rd paragraph" is none.
      if (
        !hasSign ||
        !/^(?:[\s]*(?:$|[.,;:!?)–-])|\s+(?:at|if|and|or|then|when|so|to|with|in|please|latest)\b)/i.test(
          after,
        )
      )
        return undefined;
      return today === null ? null : readDayOfMonth(groups, today, /\bof\s+$/i.test(before));
    },
  ),
  // Tuesday 12
  form(
    `(?<weekday>${WEEKDAY}),?(?:${GAP})(?<day>${DAY})(?!\\d|[:.]\\d|[/]| ?[ap]\\.?m|${ORDINAL}| ?(?:noon|o['’]clock))`,
    (groups, today) => (today === null ? null : readDayOfMonth(groups, today, false)),
  ),
  // a week on Friday, a fortnight today, a week tomorrow
  form(
    `(?:a|one) (?<span>week|fortnight)(?: from| on)? (?<weekday>${LONE_WEEKDAY}|today|tomorrow)`,
    ({ span, weekday = '' }, today) => {
      const day = today && readNamedDay(weekday, today);
      return day ? addDays(day, span?.toLowerCase() === 'week' ? 7 : 14) : null;
    },
  ),
  // Friday week, tomorrow week
  form(
    `(?<weekday>${LONE_WEEKDAY}|today|tomorrow) (?<span>week|fortnight)(?! (?:commencing|beginning|ending))`,
    ({ weekday = '', span }, today) => {
      const day = today && readNamedDay(weekday, today);
      return day ? addDays(day, span?.toLowerCase() === 'week' ? 7 : 14) : null;
    },
  ),
  // the day after tomorrow, tomorrow, today
  form('(?:the )?day after tomorrow', (_groups, today) => today && addDays(today, 2)),
  form(
    "(?<weekday>today|tomorrow|tonight|this (?:morning|afternoon|evening))(?!['’])",
    ({ weekday = '' }, today) => today && readNamedDay(weekday, today),
  ),
  // Friday, this Friday, next Friday
  form(
    `(?:(?<which>this coming|this|next|coming|last|this past) )?(?<weekday>${LONE_WEEKDAY})(?!['’]|-)`,
    ({ which, weekday = '' }, today, before) => {
      if (
        /\b(?:every|each|most|any|alternate|a|good|easter|shrove|ash|palm|holiday|black|whit)\s+$/i.test(
          before,
        )
      )
        return undefined;
      // "mon" and "fri" are words of other languages and of timetables; "Mon" is the day.
      if (weekday.length < 4 && weekday === weekday.toLowerCase()) return undefined;
      return today && readWeekday(weekday, which?.toLowerCase() ?? '', today);
    },
  ),
  // within 10 working days, in a fortnight's time, in the next three weeks
  form(
    `(?:within|in|inside)(?<lead> (?:the )?(?:next|coming|following)| the)?(?:${GAP})(?:(?<count>${COUNT})(?:${GAP}|(?=\\())?)?(?:\\([a-z0-9]{1,9}\\) )? ?(?<kind>working|business|office|school|term|term-time|calendar)?[ -]?(?<unit>days?|weeks?|fortnights?|months?|hours?)(?:['’]s?)?(?: time)?(?: (?:of|from) (?:today(?:['’]s date)?|now|the date of this (?:letter|email|message)))?`,
    readSpan,
  ),
  // 10 working days from today
  form(
    `(?<count>${COUNT}) (?<kind>working|business|calendar)?[ -]?(?<unit>days?|weeks?|fortnight|months?) (?:from (?:today|now|the date of this (?:letter|email|message))|hence)`,
    (groups, today) => readSpan(groups, today, '', ''),
  ),
  // the end of January, the end of next month
  form(
    `(?:the )?end of (?:(?<month>${MONTH})(?: (?<year>20\\d\\d))?|(?<which>the|this|next) month)`,
    ({ month, year, which }, today) => {
      if (month === undefined) return today && lastOfMonth(today, which?.toLowerCase() === 'next' ? 1 : 0);
      const number = monthNumber(month);
      if (year !== undefined) return lastOfMonth(toIso(Number(year), number, 1) ?? '', 0);
      if (today === null) return null;
      const first = nearest(
        [-1, 0, 1].flatMap((years) => toIso(yearOf(today) + years, number, 1) ?? []),
        today,
      );
      return first && lastOfMonth(first, 0);
    },
  ),
];

/** What stands before a date that names a week, or nearly a day. */
const VAGUE_BEFORE =
  /(?:\bw[/.]?[cbe][.:]?|\bweek[ -]?(?:commencing|beginning|starting|ending|of|from)?|\b(?:around|about|circa|approximately|approx\.?|roughly|nearer|near|towards?|say))(?:\s+(?:on|the|or))?(?:\s+of)?\s*$/i;
const VAGUE_AFTER = /^\s*(?:or (?:so|thereabouts|two|three)|-?ish|at the (?:very )?earliest|onwards?)\b/i;
const NO_DEADLINE_BEFORE =
  /\b(?:of|dated|since|from|after|until|till|following|beyond|past|received|sent|wrote|written)(?:\s+(?:on|the))?[\s:]*$/i;
/** "By the end of Friday 15 January", "the afternoon of 9 March". */
const DEADLINE_OF = /\b(?:end|close|morning|afternoon|evening|noon|day) of\s*$/i;
const ALTERNATIVE =
  /^(?:\s*(?:,\s*)?(?:or|to|until|till|through)\s+(?:(?:on|maybe|possibly|perhaps|even|by)\s+)?|\s*[/–-]\s*|\s*,\s*)$/i;
const FIRST_OF_TWO = /\b(?:\d{1,2})(?:st|nd|rd|th)?\s*(?:to|and|or|[-–/,])\s*$/i;

/** All dates in a text, in order. `today` is the day of the message; without it only days with their year can be read. */
export function readDates(text: string, today: IsoDate | null): FoundDate[] {
  const found: FoundDate[] = [];
  for (const { pattern, read } of forms)
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      const before = text.slice(Math.max(0, from - 40), from);
      const after = text.slice(to, to + 40);
      const reading = read(match.groups ?? {}, today, before, after);
      if (reading === undefined) continue;
      const isVague = VAGUE_BEFORE.test(before) || VAGUE_AFTER.test(after) || FIRST_OF_TWO.test(before);
      const isPast = /^(?:last|this past) /i.test(match[0]);
      found.push({
        from,
        to,
        date: isVague ? null : reading,
        isDeadline: !isPast && (!NO_DEADLINE_BEFORE.test(before) || DEADLINE_OF.test(before)),
      });
    }
  const dates = dropOverlaps(found);
  for (const [index, date] of dates.entries()) {
    const next = dates[index + 1];
    if (!next) continue;
    const between = text.slice(date.to, next.from);
    const isRange =
      between.length <= 20 &&
      (ALTERNATIVE.test(between) ||
        (/^\s+and\s+(?:on\s+)?$/i.test(between) &&
          (/\b(?:between|both|either)\s+$/i.test(text.slice(Math.max(0, date.from - 12), date.from)) ||
            !/\d/.test(text.slice(date.from, next.to)))));
    if (isRange && date.date !== next.date) {
      date.date = null;
      next.date = null;
    }
  }
  return dates;
}

/** The earlier first; of two at one place, the longer. */
function dropOverlaps(found: readonly FoundDate[]): FoundDate[] {
  const kept: FoundDate[] = [];
  for (const date of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (!last || date.from >= last.to) kept.push(date);
  }
  return kept;
}

function toIso(year: number, month: number, day: number): IsoDate | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}

const yearOf = (day: IsoDate) => Number(day.slice(0, 4));
const monthOf = (day: IsoDate) => Number(day.slice(5, 7));
const dayOf = (day: IsoDate) => Number(day.slice(8));
const daysBetween = (from: IsoDate, to: IsoDate) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const weekdayNumber = (name: string) => WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());

function monthNumber(name: string): number {
  return /^\d/.test(name) ? Number(name) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function readParts({ weekday, day = '', month = '', year }: Groups, today: IsoDate | null): IsoDate | null {
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
function nearest(days: readonly IsoDate[], today: IsoDate): IsoDate | null {
  const ahead = days.find((day) => day >= today && daysBetween(today, day) < 245);
  return ahead ?? days.findLast((day) => day < today && daysBetween(day, today) <= 121) ?? null;
}

function readDayOfMonth(
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

function readNamedDay(name: string, today: IsoDate): IsoDate | null {
  const day = name.toLowerCase();
  if (day === 'tomorrow') return addDays(today, 1);
  if (day === 'today' || day === 'tonight' || day.startsWith('this ')) return today;
  return readWeekday(name, '', today);
}

/** "Friday" on a Friday, and "next Friday" on a Monday, could be either of two days: none is given. */
function readWeekday(name: string, which: string, today: IsoDate): IsoDate | null {
  const ahead = (weekdayNumber(name) - weekdayOf(today) + 7) % 7;
  if (which === 'last' || which === 'this past') return addDays(today, ahead === 0 ? -7 : ahead - 7);
  if (ahead === 0) return which === 'next' ? addDays(today, 7) : null;
  const coming = addDays(today, ahead);
  if (which !== 'next') return coming;
  const monday = addDays(today, 7 - ((weekdayOf(today) + 6) % 7));
  return coming >= monday ? coming : null;
}

function readSpan(
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

function lastOfMonth(day: IsoDate, monthsAhead: number): IsoDate | null {
  const number = yearOf(day) * 12 + monthOf(day) + monthsAhead;
  const first = toIso(Math.floor(number / 12), (number % 12) + 1, 1);
  return first && addDays(first, -1);
}

function addMonths(day: IsoDate, months: number): IsoDate | null {
  const last = lastOfMonth(day, months);
  return last && toIso(yearOf(last), monthOf(last), Math.min(dayOf(day), dayOf(last)));
}
