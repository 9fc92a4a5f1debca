import { addDays, isIsoDate } from '../letter/dates';
import type { IsoDate } from '../letter/model';
import {
  lastOfMonth,
  monthNumber,
  nearest,
  readDayOfMonth,
  readNamedDay,
  readParts,
  readSpan,
  readWeekday,
  toIso,
  yearOf,
  type Groups,
  type Reading,
} from './calendarDays';
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
        groups['weekday'] ||
        groups['next'] ||
        /\b(?:by|on|before|for|until|of|not,|otherwise)\s+$/i.test(before);
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
    ({ which, weekday = '' }, today, before, after) => {
      if (
        /\b(?:every|each|most|any|alternate|a|good|easter|shrove|ash|palm|holiday|black|whit)\s+$/i.test(
          before,
        )
      )
        return undefined;
      // "My Thursday afternoons are clear", "Wednesday mornings" mean every week, so no date.
      if (/^ (?:morning|afternoon|evening|lunchtime|lunch time)s\b/i.test(after)) return undefined;
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
  /(?:\bw[/.]?[cbe][.:]?|\bweek[ -]?(?:commencing|beginning|starting|ending|of|from)?|\b(?:around|about|circa|approximately|approx\.?|roughly|nearer|near|towards?|(?<!\bwe )say))(?:\s+(?:on|the|or))?(?:\s+of)?\s*$/i;
const VAGUE_AFTER = /^\s*(?:or (?:so|thereabouts|two|three)|-?ish|at the (?:very )?earliest|onwards?)\b/i;
const NO_DEADLINE_BEFORE =
  /\b(?:of|dated|since|from|after|until|till|following|beyond|past|except|except for|other than|apart from|received|sent|wrote|written)(?:\s+(?:on|the))?[\s:]*$/i;
/** "By the end of Friday 15 January", "the afternoon of 9 March". */
const DEADLINE_OF = /\b(?:end|close|morning|afternoon|evening|noon|day) of\s*$/i;
const ALTERNATIVE =
  /^(?:\s*(?:,\s*)?(?:or|to|until|till|through)\s+(?:(?:on|maybe|possibly|perhaps|even|by)\s+)?|\s*[/–-]\s*|\s*,\s*)$/i;
const TIME =
  /^[,\s]*(?:at\s+)?(?:\d{1,2}(?:[.:]\d\d)?(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\s*(?:[ap]\.?m\.?)?|\(?[ap]\.?m\.?\)?|noon)(?![\p{L}\d])/iu;
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
    // "Monday 25 January 10.00, Tuesday 26 January (pm) or …"
    const between = text.slice(date.to, next.from).replace(TIME, '');
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
