import { formatDate, isIsoDate } from '../letter/dates';
import type { Inline, IsoDate } from '../letter/model';
import { isBlank, printable } from '../letter/text';
import type { LogStyleId } from './letterLogStyles';

export type LogPart =
  | LogLine
  /** `rows` without the heading row. */
  | { type: 'table'; columns: string[]; rows: string[][] };

interface LogLine {
  type: 'text';
  style: LogStyleId;
  content: Inline[];
  newPage?: true;
}

/** The record from its title to the last word of the last letter. Letters are numbered through it. */
export function layOutLetterLog({ madeOn, threads }: LetterLog): LogPart[] {
  const letters = threads.flatMap((thread) => thread.letters);
  const numberOf = (letter: LoggedLetter) => letters.indexOf(letter) + 1;
  return [
    line('Title', logTexts.title),
    line('RecordText', logTexts.whatItIs(madeOn)),
    line('RecordText', logTexts.whatItIsNot),
    ...threads.flatMap((thread) => layOutThread(thread, numberOf)),
    { ...line('Heading1', logTexts.appendix), newPage: true },
    ...letters.flatMap((letter) => layOutText(letter, numberOf(letter))),
  ];
}

type NumberOf = (letter: LoggedLetter) => number;

function layOutThread({ signer, employer, letters }: LoggedThread, numberOf: NumberOf): LogPart[] {
  return [
    line('Heading1', `${sayName(signer)} to ${sayName(employer)}`),
    fact('Signed by', sayName(signer)),
    fact('Employer', sayName(employer)),
    line('Heading2', logTexts.dates),
    {
      type: 'table',
      columns: [labelAsRecorded('Date'), 'What happened', 'Letter'],
      rows: listEvents(letters, numberOf),
    },
    ...letters.flatMap((letter) => layOutLetter(letter, numberOf(letter))),
  ];
}

/** Everything with a date, earliest first; what has none stands at the end. */
function listEvents(letters: readonly LoggedLetter[], numberOf: NumberOf): string[][] {
  const events = letters.flatMap((letter) => {
    const of = `Letter ${numberOf(letter)}`;
    return [
      { date: letter.sentOn, what: `Letter sent: ${printable(letter.title)}`, of },
      { date: letter.replyBy, what: 'Reply asked for by this day', of },
      ...letter.replies.flatMap(({ date, kind, promisedDate }) => [
        { date, what: `Reply: ${kind}`, of },
        { date: promisedDate, what: 'Day promised in a reply', of },
      ]),
      ...letter.meetings.map(({ date }) => ({ date, what: 'Meeting', of })),
    ];
  });
  const isWorthALine = ({ date, what }: { date: string; what: string }) =>
    !isBlank(date) || /^(Letter sent|Reply:|Meeting)/.test(what);
  const inOrder = events
    .filter(isWorthALine)
    .toSorted((a, b) => (a.date || '9').localeCompare(b.date || '9'));
  return inOrder.map(({ date, what, of }) => [sayDate(date), what, of]);
}

function layOutLetter(letter: LoggedLetter, number: number): LogPart[] {
  const { title, signer, employer, sentOn, replyBy, wordingVersion, requests, replies, meetings } = letter;
  return [
    line('Heading2', `Letter ${number}: ${printable(title)}`),
    fact('From', sayName(signer)),
    fact('To', sayName(employer)),
    dated('Sent on', sentOn),
    dated('Reply asked for by', replyBy),
    ...(isBlank(wordingVersion) ? [] : [fact('Wording', `version of ${sayDate(wordingVersion)}`)]),
    ...layOutRequests(requests),
    ...replies.flatMap(layOutReply),
    ...(replies.length === 0 ? [line('RecordFact', logTexts.noReply)] : []),
    ...meetings.flatMap(layOutMeeting),
    fact('Exact text', `in the appendix, Letter ${number}`),
  ];
}

function layOutRequests(requests: readonly string[]): LogPart[] {
  if (requests.length === 0) return [fact('Requests ticked', logTexts.noRequests)];
  return [
    fact('Requests ticked', ''),
    ...requests.map((request) => line('RecordRequest', printable(request))),
  ];
}

function layOutReply({ date, kind, promisedDate, note }: LoggedReply): LogPart[] {
  return [
    dated('Reply received on', date),
    fact('What it said', kind),
    ...(isBlank(promisedDate) ? [] : [dated('Day they promised', promisedDate)]),
    ...layOutNote(labelAsRecorded('Note'), note),
  ];
}

function layOutMeeting({ date, note }: LoggedMeeting): LogPart[] {
  return [dated('Meeting on', date), ...layOutNote(labelAsRecorded('What was agreed'), note)];
}

function layOutNote(label: string, note: string): LogPart[] {
  return isBlank(note) ? [] : [fact(label, note)];
}

/** One paragraph for each of the letter’s; line breaks inside them stay. */
function layOutText({ title, sentOn, text }: LoggedLetter, number: number): LogPart[] {
  const paragraphs = cleanText(text).split(/\n(?:[^\S\n]*\n)+/);
  return [
    line('Heading2', `Letter ${number}: ${printable(title)}`),
    { ...dated('Sent on', sentOn), style: 'RecordText' },
    ...paragraphs.filter((words) => !isBlank(words)).map((words) => line('RecordLetter', words)),
  ];
}

const dated = (what: string, day: string) => fact(labelAsRecorded(what), sayDate(day));

function fact(label: string, value: string): LogLine {
  const content: Inline[] = [
    { type: 'strong', text: `${label}:` },
    { type: 'text', text: value === '' ? '' : ` ${cleanText(value)}` },
  ];
  return { type: 'text', style: 'RecordFact', content: content.filter(({ text }) => text !== '') };
}

const line = (style: LogStyleId, words: string): LogLine => ({
  type: 'text',
  style,
  content: [{ type: 'text', text: cleanText(words) }],
});

/** Every line break one kind, and nothing that a Word file cannot hold. */
function cleanText(text: string): string {
  return text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((words) => printable(words).trimEnd())
    .join('\n')
    .trim();
}

/**
 * What was sent and what came back, as the sender noted it. Dates are the sender’s own word; an empty one was not noted.
 * Text may hold anything: it is cleaned where it is written.
 */
export interface LetterLog {
  /** The day on which the record is made. */
  madeOn: IsoDate;
  threads: LoggedThread[];
}

/** All that one person sent to one employer. */
export interface LoggedThread {
  signer: string;
  employer: string;
  /** In the order they were sent. */
  letters: LoggedLetter[];
}

export interface LoggedLetter {
  title: string;
  /** Names as they stood on the letter that day. */
  signer: string;
  employer: string;
  sentOn: IsoDate;
  replyBy: IsoDate;
  /** The day on which the wording was checked, or a supplier’s own version. */
  wordingVersion: string;
  /** The requests that were made, by their titles. */
  requests: string[];
  /** The letter word for word. */
  text: string;
  replies: LoggedReply[];
  meetings: LoggedMeeting[];
}

interface LoggedReply {
  date: IsoDate;
  /** What it amounted to, in words. */
  kind: string;
  promisedDate: IsoDate;
  note: string;
}

interface LoggedMeeting {
  date: IsoDate;
  note: string;
}

export const logTexts = {
  title: 'Record of letters and replies',
  whatItIs: (madeOn: string) =>
    `This record lists the letters that the sender noted as sent, with the replies and meetings noted for each. It was made on ${sayDate(madeOn)} on the sender’s own computer, with the browser extension Dear Employer, from what the sender typed there.`,
  whatItIsNot:
    'It is the sender’s own record. Every date, kind of reply and note is as recorded by the sender; nothing here proves that an email was sent, delivered or read. Keep the emails themselves.',
  label: 'as recorded by the sender',
  dates: 'Dates in order',
  appendix: 'Appendix: the exact text of each letter',
  noReply: 'No reply is recorded.',
  noRequests: 'None of the numbered requests.',
  notRecorded: 'not recorded',
} as const;

/** "2 November 2026"; what is no day, as a damaged file may hold, stays as it is. */
function sayDate(day: string): string {
  if (isIsoDate(day)) return formatDate(day);
  return isBlank(day) ? logTexts.notRecorded : printable(day);
}

/** "Sent on (as recorded by the sender)". */
function labelAsRecorded(what: string): string {
  return `${what} (${logTexts.label})`;
}

function sayName(name: string): string {
  return isBlank(name) ? `name ${logTexts.notRecorded}` : printable(name).trim();
}
