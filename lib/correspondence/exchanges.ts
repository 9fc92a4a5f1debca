import type { IsoDate } from '../letter/model';
import { roleOf, type SentEntry } from '../storage/lists';
import type { Meeting, Reply, SentLetter, ReplyKind } from '../storage/schema';
import type { LetterLog, LoggedLetter, LoggedThread } from '../word/letterLog';

/** The kinds of reply, worded for the letter log, which people other than the sender may read. */
const kindInWords = {
  acknowledgement: 'They acknowledged the letter and said that they would come back.',
  holding: 'They said that they were taking advice.',
  partial: 'They sent an answer that, in the sender’s view, leaves things out.',
  'passed-back': 'They asked the sender to do it.',
  refusal: 'They declined, or said that it is for Ofsted.',
  'offer-to-talk': 'They offered to talk.',
  full: 'They sent an assessment and a plan.',
} satisfies Record<ReplyKind, string>;

/** The letter log: one thread for each pair of signer and employer. `titleOf` gives a request's title. */
export function buildLetterLog(
  letters: readonly SentLetter[],
  madeOn: IsoDate,
  titleOf: (letterId: string, requestId: string) => string,
): LetterLog {
  const threads = new Map<string, SentLetter[]>();
  for (const letter of letters.toSorted((a, b) => a.sentOn.localeCompare(b.sentOn))) {
    const key = threadKey(letter);
    threads.set(key, [...(threads.get(key) ?? []), letter]);
  }
  return { madeOn, threads: [...threads.values()].map((thread) => toThread(thread, titleOf)) };
}

/** Equal for letters of one signer to one employer, even if a name was spelt differently when one was sent. */
export function threadKey(letter: Parties): string {
  const { signerId, signerName, employerId, employerName } = letter;
  return JSON.stringify([signerId || signerName, employerId || employerName]);
}

export type Parties = Pick<SentLetter, 'signerId' | 'signerName' | 'employerId' | 'employerName'>;

type TitleOf = Parameters<typeof buildLetterLog>[2];

function toThread(thread: readonly SentLetter[], titleOf: TitleOf): LoggedThread {
  const last = thread.at(-1);
  return {
    signer: last?.signerName ?? '',
    employer: last?.employerName ?? '',
    letters: thread.map((letter) => toLetter(letter, titleOf)),
  };
}

function toLetter(sent: SentLetter, titleOf: TitleOf): LoggedLetter {
  const { title, signerName, employerName, sentOn, replyBy, wordingVersion, text, meetings } = sent;
  return {
    title,
    signer: signerName,
    employer: employerName,
    sentOn,
    replyBy,
    wordingVersion,
    requests: sent.requests.map((requestId) => titleOf(sent.letterId, requestId)),
    text,
    replies: byDate(sent.replies).map(toReply),
    meetings: byDate(meetings).map(({ id: _id, ...meeting }) => meeting),
  };
}

function toReply({ date, kind, promisedDate, note }: Reply) {
  return { date, kind: kindInWords[kind], promisedDate, note };
}

function byDate<T extends { date: IsoDate }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => a.date.localeCompare(b.date));
}

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
