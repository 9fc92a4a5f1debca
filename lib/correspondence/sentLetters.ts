import { addMonths, isIsoDate } from '../letter/dates';
import type { IsoDate } from '../letter/model';
import type { Repository } from '../storage/repository';
import type { FieldsOf, SentLetter, Settings } from '../storage/schema';
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
  const letters: SentLetter[] = [];
  for (const { id } of entries.toSorted((a, b) => a.sentOn.localeCompare(b.sentOn))) {
    const read = await repository.readSentLetter(id);
    if (read.ok) letters.push(read.value);
  }
  return { ok: true, value: letters };
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

/**
 * Ids of the letters without an entry in the last `keepMonths` months, the time for which the user wants letters kept.
 * A letter still waiting for a reply counts from the day on which that reply is due.
 */
export function listExpired(list: readonly SentEntry[], { keepMonths }: Settings, today: IsoDate): string[] {
  if (keepMonths === null) return [];
  const oldest = addMonths(today, -keepMonths);
  return list
    .filter(({ lastOn, waitingFor }) => isIsoDate(lastOn) && lastOn < oldest && waitingFor < oldest)
    .map(({ id }) => id);
}
