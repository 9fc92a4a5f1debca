import { addDays } from '../letter/dates';
import type { IsoDate } from '../letter/model';

/** A day for the user’s own calendar. Others may see that calendar, so the titles we offer contain no names. */
export interface CalendarDay {
  /** The same id on a second download updates the entry instead of adding another. */
  id: string;
  date: IsoDate;
  title: string;
}

/** A calendar file (RFC 5545) with one all-day entry, marked as private and as free time. */
export function renderCalendar({ id, date, title }: CalendarDay, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dear Employer//Letters and replies//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}@dear-employer.invalid`,
    `DTSTAMP:${compact(now.toISOString().slice(0, 19))}Z`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    `SUMMARY:${escapeText(title)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

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
