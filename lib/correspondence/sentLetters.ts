import { addMonths, isIsoDate } from '../letter/dates';
import type { IsoDate } from '../letter/model';
import type { Repository } from '../storage/repository';
import { firstSettings, type Settings } from '../storage/choices';
import type { FieldsOf, SentLetter } from '../storage/schema';
import type { SentEntry } from '../storage/lists';
import type { Got } from '../storage/area';

/** All letters from one signer to one employer, in the order they were sent. Unreadable letters are left out. */
export async function readThread(
  repository: Repository,
  { signerId, employerId }: Pick<SentLetter, 'signerId' | 'employerId'>,
): Promise<Got<SentLetter[]>> {
  const list = await repository.readSentList();
  if (!list.ok) return list;
  const entries = list.value.filter(
    (entry) => entry.signerId === signerId && entry.employerId === employerId,
  );
  const inOrder = entries.toSorted((a, b) => a.sentOn.localeCompare(b.sentOn));
  return repository.readRecords(
    'sent',
    inOrder.map(({ id }) => id),
  );
}

/** What “I have sent it” saves of a letter. */
type NotedLetter = Omit<FieldsOf<'sent'>, 'standsFor' | 'sentOn' | 'replies' | 'meetings'> & {
  standsFor?: string;
};

/** The record of a letter sent on this day, without what else is known of the letter. */
export function toSentRecord(letter: NotedLetter, sentOn: IsoDate) {
  const { letterId, standsFor = '', title, text, wordingVersion, requests, replyBy } = letter;
  const { signerId, signerName, employerId, employerName } = letter;
  const parties = { signerId, signerName, employerId, employerName };
  return { letterId, standsFor, title, text, wordingVersion, requests, replyBy, sentOn, ...parties };
}

type LetterIdentity = Pick<SentLetter, 'letterId' | 'signerId' | 'employerId'>;

export function isSameLetter(one: LetterIdentity, other: LetterIdentity): boolean {
  return (
    one.letterId === other.letterId && one.signerId === other.signerId && one.employerId === other.employerId
  );
}

/**
 * Recognises the record of a letter that is saved as sent already: it may have been noted in another tab or from another
 * way out. The same letter with the same words, or noted twice for one day, is one letter.
 */
export function isRecordOf(letter: LetterIdentity & Pick<SentLetter, 'text' | 'sentOn'>) {
  return (saved: SentLetter): boolean => {
    const hasSameWords = letter.text !== '' && saved.text === letter.text;
    return isSameLetter(saved, letter) && (hasSameWords || saved.sentOn === letter.sentOn);
  };
}

const FIRST_DATES_MONTHS = 36;

/** Months; `null` keeps until deleted. */
export interface KeepingPeriods {
  texts: number | null;
  dates: number | null;
  /** The user set a period, so it is obeyed without asking. */
  isChosen: boolean;
}

/** In release 0.1.0 one period covered texts and dates, so a period set there still does. */
export function keepingPeriods({
  keepMonths,
  keepDatesMonths,
}: Pick<Settings, 'keepMonths' | 'keepDatesMonths'>): KeepingPeriods {
  const isTextChosen = keepMonths !== firstSettings.keepMonths;
  const isChosen = isTextChosen || keepDatesMonths !== 0;
  if (keepDatesMonths !== 0) return { texts: keepMonths, dates: keepDatesMonths, isChosen };
  return { texts: keepMonths, dates: isTextChosen ? keepMonths : FIRST_DATES_MONTHS, isChosen };
}

/**
 * Ids of the letters in whose exchange nothing was noted in the last `months` months. An exchange is all letters to one
 * employer, or, where no employer is saved, all letters of one signer. While a reply is awaited, it counts from the day on which that reply is due.
 */
export function listExpired(list: readonly SentEntry[], months: number | null, today: IsoDate): string[] {
  if (months === null) return [];
  const oldest = addMonths(today, -months);
  const exchangeOf = ({ employerId, employerName, signerId, signerName }: SentEntry) =>
    employerId || employerName || `nobody, from ${signerId || signerName}`;
  const last = new Map<string, IsoDate>();
  for (const entry of list) {
    const days = [last.get(exchangeOf(entry)) ?? '', entry.lastOn, entry.waitingFor].toSorted();
    last.set(exchangeOf(entry), days.at(-1) ?? '');
  }
  return list
    .filter((entry) => isIsoDate(entry.lastOn) && (last.get(exchangeOf(entry)) ?? '') < oldest)
    .map(({ id }) => id);
}

/** Whether the letter contains more than its dates. */
export function hasText({ text, replies, meetings }: SentLetter): boolean {
  return text !== '' || [...replies, ...meetings].some(({ note }) => note !== '');
}

/** Only the dates, and who wrote to whom. */
export function withoutText(sent: SentLetter): SentLetter {
  const replies = sent.replies.map((reply) => ({ ...reply, note: '' }));
  const meetings = sent.meetings.map((meeting) => ({ ...meeting, note: '' }));
  return { ...sent, text: '', replies, meetings };
}

/** Puts the former texts back, except where something was typed since. */
export function withTextOf(former: SentLetter, sent: SentLetter): SentLetter {
  const noteOf = (id: string) =>
    [...former.replies, ...former.meetings].find((one) => one.id === id)?.note ?? '';
  const replies = sent.replies.map((reply) => ({ ...reply, note: reply.note || noteOf(reply.id) }));
  const meetings = sent.meetings.map((meeting) => ({ ...meeting, note: meeting.note || noteOf(meeting.id) }));
  return { ...sent, text: sent.text || former.text, replies, meetings };
}
