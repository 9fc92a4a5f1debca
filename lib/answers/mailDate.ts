import { addDays, isIsoDate, weekdayOf } from '../letter/dates';
import type { IsoDate } from '../letter/model';

/** When a mail was written. */
export interface MailTime {
  date: IsoDate;
  /** Minutes since midnight, to sort mails of one day; 0 if the page does not say. */
  minutes: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const NAMED = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?([a-z]{3,9})\.?,?\s(20\d\d)/i;
const NAMED_FIRST = /\b([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(20\d\d)/i;
const ISO = /\b(20\d\d)-(\d\d)-(\d\d)/;
const FIGURES = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d|\d\d)(?!\d)/;
const TIME = /(?<!\d)(\d{1,2})[:.](\d\d)(?::\d\d)?\s?([ap])?\.?m?/i;

/**
 * The day that a mail page writes next to a mail: "Mon, 16 Nov 2026, 09:12", "Nov 16, 2026, 9:12 AM", "Mon 16/11/2026 09:12".
 * Figures alone can be two days: the weekday, today and the page's language decide; if they do not, the result is null.
 */
export function readMailDate(written: string, language: string, today: IsoDate): MailTime | null {
  const text = written.replace(/\s+/g, ' ');
  const date = readNamed(text) ?? readFigures(text, language, today);
  if (!date || date > addDays(today, 1)) return null;
  return { date, minutes: readMinutes(text) };
}

function readNamed(text: string): IsoDate | null {
  const [, isoYear, isoMonth, isoDay] = ISO.exec(text) ?? [];
  if (isoYear) return toDate(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, day, month = '', year] = NAMED.exec(text) ?? [];
  const known = monthOf(month);
  if (known) return toDate(Number(year), known, Number(day));
  const [, firstMonth = '', secondDay, secondYear] = NAMED_FIRST.exec(text) ?? [];
  const second = monthOf(firstMonth);
  return second ? toDate(Number(secondYear), second, Number(secondDay)) : null;
}

function readFigures(text: string, language: string, today: IsoDate): IsoDate | null {
  const [, first, second, digits = ''] = FIGURES.exec(text) ?? [];
  if (!first) return null;
  const year = Number(digits.length === 2 ? `20${digits}` : digits);
  const british = toDate(year, Number(second), Number(first));
  const american = toDate(year, Number(first), Number(second));
  const weekday = WEEKDAYS.findIndex((name) => new RegExp(`\\b${name}`, 'i').test(text));
  const isPossible = (date: IsoDate | null) =>
    date !== null && date <= addDays(today, 1) && (weekday === -1 || weekdayOf(date) === weekday);
  const possible = [british, american].filter(isPossible);
  const [only] = possible;
  if (only === undefined || british === american || possible.length === 1) return only ?? null;
  if (/^en-us$/i.test(language)) return american;
  return /^en-(?!us)|^[a-df-z]/i.test(language) ? british : null;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function toDate(year: number, month: number, day: number): IsoDate | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}

function readMinutes(text: string): number {
  const [, hours, minutes, half = ''] = TIME.exec(text.replace(FIGURES, ' ')) ?? [];
  if (!hours || Number(hours) > 23 || Number(minutes) > 59) return 0;
  const afternoon = half.toLowerCase() === 'p' && Number(hours) < 12 ? 12 : 0;
  const midnight = half.toLowerCase() === 'a' && Number(hours) === 12 ? -12 : 0;
  return (Number(hours) + afternoon + midnight) * 60 + Number(minutes);
}
