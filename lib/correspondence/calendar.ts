import { addDays } from '../letter/dates';
import type { IsoDate } from '../letter/model';

/** A day for the user’s own calendar. Others may see that calendar, so the titles we offer contain no names. */
export interface CalendarDay {
  /** The same id on a second download updates the entry instead of adding another. */
  id: string;
  date: IsoDate;
  title: string;
  /** As "16:00", in England. Without it the entry is for the whole day, and as free time. */
  time?: string;
  place?: string;
  /** Reminds at 9am on the day before. */
  remind?: boolean;
}

/** The day by which a reply to this letter is due. */
export function replyDay({ id, replyBy }: { id: string; replyBy: IsoDate }): CalendarDay {
  return { id: `${id}-reply`, date: replyBy, title: 'Reply date: letter to employer', remind: true };
}

/**
 * A calendar file (RFC 5545) with one private entry. It has no METHOD: with PUBLISH some programs add a second calendar
 * instead of an entry. Each download is a newer revision, so that a moved date moves the entry.
 */
export function renderCalendar(day: CalendarDay, now: Date): string {
  const stamp = `${compact(now.toISOString().slice(0, 19))}Z`;
  const time = isHour(day.time) ? day.time : null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dear Employer//Letters and replies//EN',
    'CALSCALE:GREGORIAN',
    ...(time ? ENGLAND : []),
    'BEGIN:VEVENT',
    `UID:${escapeText(day.id)}@dear-employer.invalid`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${revisionOf(now)}`,
    ...whenLines(day.date, time),
    `SUMMARY:${escapeText(day.title)}`,
    ...(day.place?.trim() ? [`LOCATION:${escapeText(day.place.trim())}`] : []),
    'CLASS:PRIVATE',
    `TRANSP:${time ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...(day.remind ? reminder(day.title) : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Seconds since 2026: a number that grows, without a count of downloads to store. */
function revisionOf(now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.UTC(2026, 0, 1)) / 1000));
}

function whenLines(date: IsoDate, time: string | null): string[] {
  if (time === null)
    return [`DTSTART;VALUE=DATE:${compact(date)}`, `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`];
  return [`DTSTART;TZID=Europe/London:${compact(date)}T${compact(time)}00`, 'DURATION:PT1H'];
}

function isHour(time: string | undefined): time is string {
  return time !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

function reminder(title: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    'TRIGGER:-PT15H',
    'END:VALARM',
  ];
}

/** Summer time from the last Sunday of March to the last Sunday of October, as since 1996. */
const ENGLAND = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function compact(timestamp: string): string {
  return timestamp.replace(/[-:]/g, '');
}

/** Escapes text as in RFC 5545 §3.3.11, and removes the control characters that the format forbids. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
}

const MAX_OCTETS = 75;

/** RFC 5545 §3.1: at most 75 octets a line; continued lines begin with a space. No character is split. */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (octets(current + character) > MAX_OCTETS) {
      lines.push(current);
      current = ' ';
    }
    current += character;
  }
  return [...lines, current].join('\r\n');
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
