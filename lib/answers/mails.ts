import type { IsoDate } from '../letter/model';
import type { FoundMail, FoundMails } from '../mail/theirReply';
import type { Employer } from '../storage/schema';
import { addDays, weekdayOf } from '../letter/dates';
import { monthNumber, toIso, WEEKDAYS } from '../replies/calendarDays';

/** A mail in the tab: where it is, who wrote it and when. Its text is still in the page. */
export interface TabMail extends FoundMail {
  frameId: number;
  /** Its place among the mails of its frame. */
  at: number;
  time: MailTime | null;
}

export type FoundReply =
  | {
      is: 'found';
      mail: TabMail;
      /** The newest message of the conversation is the user's own; this is the newest of somebody else. */
      afterOwn: boolean;
    }
  /** All messages here are the user's own. */
  | { is: 'own'; time: MailTime | null }
  | { is: 'folded'; mail: TabMail }
  | { is: 'nothing' };

export interface FrameMails {
  frameId: number;
  report: FoundMails;
}

/**
 * The mail that the user means: the selected text, else the quoted mail of the draft, else the newest message that is not
 * the user's own.
 */
export function pickReply(
  frames: readonly FrameMails[],
  signerAddresses: readonly string[],
  today: IsoDate,
): FoundReply {
  const own = new Set(
    [...signerAddresses, ...frames.flatMap(({ report }) => report.ownAddresses)].map(toKey).filter(Boolean),
  );
  const isOwn = ({ sender }: TabMail) => own.has(toKey(sender.address));
  const mails = frames.flatMap(({ frameId, report }) =>
    report.mails.map((mail, at): TabMail => ({
      ...mail,
      frameId,
      at,
      time: readMailDate(mail.written, report.language, today),
    })),
  );
  const at = (place: TabMail['place']) => mails.find((mail) => mail.place === place);
  const selected = at('selection');
  if (selected) return { is: 'found', mail: selected, afterOwn: false };
  const quoted = at('quoted mail');
  if (quoted && !isOwn(quoted)) return { is: 'found', mail: quoted, afterOwn: false };
  const newestOnTop = frames.some(({ report }) => report.site === 'outlook');
  const messages = newestFirst(
    mails.filter(({ place }) => place === 'conversation' || place === 'open message'),
    newestOnTop,
  );
  const [newest] = messages;
  const theirs = messages.find((mail) => !isOwn(mail));
  if (theirs?.isFolded) return { is: 'folded', mail: theirs };
  if (theirs) return { is: 'found', mail: theirs, afterOwn: theirs !== newest };
  if (newest ?? quoted) return { is: 'own', time: (newest ?? quoted)?.time ?? null };
  return { is: 'nothing' };
}

/** By their times; as the page lists them, if the page does not say one of the times. */
function newestFirst(messages: readonly TabMail[], newestOnTop: boolean): TabMail[] {
  const inOrder = newestOnTop ? messages : messages.toReversed();
  if (messages.some(({ time }) => time === null)) return [...inOrder];
  const key = ({ time }: TabMail) => `${time?.date ?? ''} ${String(time?.minutes ?? 0).padStart(4, '0')}`;
  return inOrder.toSorted((a, b) => key(b).localeCompare(key(a)));
}

/** Whether the mail is from somebody saved for this employer: by address, or by the contact's name where the site shows no address. */
export function isFrom(employer: Employer, { address, name }: FoundMail['sender']): boolean {
  if (address) return listAddresses(employer).includes(toKey(address));
  const { title, firstName, lastName } = employer;
  const words = toKey(name)
    .replace(/[^\p{L}\p{N}' -]/gu, ' ')
    .split(/[ ]+/)
    .filter((word) => word && word !== toKey(title));
  const known = [firstName, lastName].map(toKey).filter(Boolean);
  return known.length === 2 && known.every((word) => word.split(' ').every((part) => words.includes(part)));
}

/** All addresses saved with an employer: the contact, the copies, the next person up. */
function listAddresses(employer: Employer): string[] {
  const inFields = (record: object): string[] =>
    Object.entries(record).flatMap(([field, value]) =>
      /email$/i.test(field) && typeof value === 'string' ? [toKey(value)] : [],
    );
  return [...inFields(employer), ...employer.copies.flatMap(inFields)].filter(Boolean);
}

const toKey = (text: string) => text.trim().toLowerCase();

/** When a mail was written. */
export interface MailTime {
  date: IsoDate;
  /** Minutes since midnight, to sort mails of one day; 0 if the page does not say. */
  minutes: number;
}

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
  if (isoYear) return toIso(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, day, month = '', year] = NAMED.exec(text) ?? [];
  const known = monthNumber(month);
  if (known) return toIso(Number(year), known, Number(day));
  const [, firstMonth = '', secondDay, secondYear] = NAMED_FIRST.exec(text) ?? [];
  const second = monthNumber(firstMonth);
  return second ? toIso(Number(secondYear), second, Number(secondDay)) : null;
}

function readFigures(text: string, language: string, today: IsoDate): IsoDate | null {
  const [, first, second, digits = ''] = FIGURES.exec(text) ?? [];
  if (!first) return null;
  const year = Number(digits.length === 2 ? `20${digits}` : digits);
  const british = toIso(year, Number(second), Number(first));
  const american = toIso(year, Number(first), Number(second));
  const weekday = WEEKDAYS.findIndex((name) => new RegExp(`\\b${name}`, 'i').test(text));
  const isPossible = (date: IsoDate | null) =>
    date !== null && date <= addDays(today, 1) && (weekday === -1 || weekdayOf(date) === weekday);
  const possible = [british, american].filter(isPossible);
  const [only] = possible;
  if (only === undefined || british === american || possible.length === 1) return only ?? null;
  if (/^en-us$/i.test(language)) return american;
  return /^en-(?!us)|^[a-df-z]/i.test(language) ? british : null;
}

function readMinutes(text: string): number {
  const [, hours, minutes, half = ''] = TIME.exec(text.replace(FIGURES, ' ')) ?? [];
  if (!hours || Number(hours) > 23 || Number(minutes) > 59) return 0;
  const afternoon = half.toLowerCase() === 'p' && Number(hours) < 12 ? 12 : 0;
  const midnight = half.toLowerCase() === 'a' && Number(hours) === 12 ? -12 : 0;
  return (Number(hours) + afternoon + midnight) * 60 + Number(minutes);
}
