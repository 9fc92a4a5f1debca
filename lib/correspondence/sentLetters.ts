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

type LetterIdentity = Pick<SentLetter, 'letterId' | 'signerId' | 'employerId'>;

export function isSameLetter(one: LetterIdentity, other: LetterIdentity): boolean {
  return (
    one.letterId === other.letterId && one.signerId === other.signerId && one.employerId === other.employerId
  );
}

/**
 * Saves a letter as sent, or returns the record of it that is saved already: it may have been noted in another tab or from
 * another way out. The same letter with the same words, or noted twice on one day, is one letter.
 */
export function noteSentOnce(
  repository: Repository,
  letter: LetterIdentity & Pick<SentLetter, 'text' | 'sentOn'> & Partial<FieldsOf<'sent'>>,
): Promise<Got<SentLetter>> {
  return repository.addRecord('sent', letter, (saved) => {
    const hasSameWords = letter.text !== '' && saved.text === letter.text;
    return isSameLetter(saved, letter) && (hasSameWords || saved.sentOn === letter.sentOn);
  });
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
