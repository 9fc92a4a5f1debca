import type { IsoDate } from '../letter/model';
import { roleOf, type SentEntry } from '../storage/lists';
import type { Meeting, Reply, SentLetter } from '../storage/schema';
import { threadKey } from './letterLog';

/** All letters from one signer to one employer, in the order they were sent. */
export interface Exchange {
  id: string;
  signerName: string;
  employerName: string;
  entries: SentEntry[];
  /** The latest day noted. */
  lastOn: IsoDate;
  /** The day by which a reply is due; empty when none is. */
  waitingFor: IsoDate;
}

export function listExchanges(list: readonly SentEntry[]): Exchange[] {
  const groups = new Map<string, SentEntry[]>();
  for (const entry of list.toSorted((a, b) => a.sentOn.localeCompare(b.sentOn))) {
    const group = groups.get(threadKey(entry));
    if (group) group.push(entry);
    else groups.set(threadKey(entry), [entry]);
  }
  return [...groups].map(([id, entries]) => {
    const { signerName = '', employerName = '' } = entries.at(-1) ?? {};
    // The letter about Ofsted’s call asks for no reply, so the earlier letter’s reply date still counts.
    const isCall = (entry: SentEntry) => roleOf(entry) === 'inspection-notified' && entry.waitingFor === '';
    const waitingFor = entries.findLast((entry) => !isCall(entry))?.waitingFor ?? '';
    const lastOn =
      entries
        .map((entry) => entry.lastOn)
        .toSorted()
        .at(-1) ?? '';
    return { id, signerName, employerName, entries, lastOn, waitingFor };
  });
}

/** What happened in an exchange, with the letter that holds it. */
export type ExchangeEvent = { id: string; date: IsoDate; letter: SentLetter } & (
  { is: 'sent' } | { is: 'reply'; item: Reply } | { is: 'meeting'; item: Meeting }
);

/** Letters, replies and meetings, earliest first. Those without a date come last. */
export function listEvents(letters: readonly SentLetter[]): ExchangeEvent[] {
  const bySent = letters.toSorted((a, b) => a.sentOn.localeCompare(b.sentOn));
  const events = bySent.flatMap((letter): ExchangeEvent[] => [
    { is: 'sent', id: letter.id, date: letter.sentOn, letter },
    ...letter.replies.map((item) => ({ is: 'reply' as const, id: item.id, date: item.date, letter, item })),
    ...letter.meetings.map((item) => ({
      is: 'meeting' as const,
      id: item.id,
      date: item.date,
      letter,
      item,
    })),
  ]);
  return events.toSorted((a, b) => (a.date || '9').localeCompare(b.date || '9'));
}
