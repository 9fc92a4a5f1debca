import { isIsoDate } from '../letter/dates';
import type { IsoDate } from '../letter/model';
import type { Repository } from '../storage/repository';
import type { SentLetter, Settings } from '../storage/schema';
import type { SentEntry } from '../storage/lists';
import type { Got } from '../storage/area';

/** All that one person sent to one employer, in the order it was sent. */
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

/**
 * Letters of which nothing was recorded for as many months as the user wants them kept. An answer still to come counts
 * as recorded on the day it is promised for.
 */
export function listExpired(list: readonly SentEntry[], { keepMonths }: Settings, today: IsoDate): string[] {
  if (keepMonths === null) return [];
  const oldest = monthsBefore(today, keepMonths);
  return list
    .filter(({ lastOn, waitingFor }) => isIsoDate(lastOn) && lastOn < oldest && waitingFor < oldest)
    .map(({ id }) => id);
}

/** The same day so many months earlier, or the last day of a month that is shorter. */
function monthsBefore(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
