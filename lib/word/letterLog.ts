import { type ISectionOptions, Paragraph } from 'docx';
import { packDocument, letterPage, renderPageNumber } from './document';
import { logNumbering, type LogStyleId, logStyles, REQUESTS_LIST } from './letterLogStyles';
import { renderRuns, type CellContent, renderRuledTable } from './runs';
import { formatDate, isIsoDate } from '../letter/dates';
import type { Inline, IsoDate } from '../letter/model';
import { isBlank, printable } from '../letter/text';

/** The letter log as a Word file. Imports the docx library (60 kB), so load this module only on request. */
export async function renderLetterLog(record: LetterLog): Promise<Uint8Array> {
  return packDocument({
    properties: { title: logTexts.title, author: '', date: record.madeOn },
    styles: logStyles,
    numbering: logNumbering,
    footer: renderPageNumber(logTexts.title),
    section: { properties: letterPage, children: layOutLetterLog(record).map(renderPart) },
  });
}

function renderPart(part: LogPart): ISectionOptions['children'][number] {
  if (part.type === 'table') return renderLogTable(part);
  const { style, content, newPage } = part;
  const list = style === 'RecordRequest' ? { numbering: { reference: REQUESTS_LIST, level: 0 } } : {};
  return new Paragraph({
    style,
    children: renderRuns(content),
    ...(newPage ? { pageBreakBefore: true } : {}),
    ...list,
  });
}

/** Twentieths of a point: together the 16 cm between the margins of the page. */
const COLUMN_WIDTHS = [2900, 4872, 1300];

function renderLogTable({ columns, rows }: Extract<LogPart, { type: 'table' }>) {
  return renderRuledTable({
    columnWidths: COLUMN_WIDTHS,
    heading: columns.map((text) => renderCell(text, 'RecordColumn')),
    rows: rows.map((cells) => cells.map((text) => renderCell(text, 'RecordCell'))),
    verticalPadding: 50,
  });
}

function renderCell(text: string, style: LogStyleId): CellContent {
  return [new Paragraph({ style, children: renderRuns([{ type: 'text', text }]) })];
}

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

/** Every part of the letter log, in order. Letters are numbered through the whole document. */
function layOutLetterLog({ madeOn, threads }: LetterLog): LogPart[] {
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
    line('Heading1', `${formatRecordedName(signer)} to ${formatRecordedName(employer)}`),
    fact('Signed by', formatRecordedName(signer)),
    fact('Employer', formatRecordedName(employer)),
    line('Heading2', logTexts.dates),
    {
      type: 'table',
      columns: [labelAsRecorded('Date'), 'What happened', 'Letter'],
      rows: listEvents(letters, numberOf),
    },
    ...letters.flatMap((letter) => layOutLetter(letter, numberOf(letter))),
  ];
}

/** Everything that has a date, earliest first. Letters, replies and meetings without a date come last. */
function listEvents(letters: readonly LoggedLetter[], numberOf: NumberOf): string[][] {
  const events = letters.flatMap((letter) => {
    const of = `Letter ${numberOf(letter)}`;
    return [
      { date: letter.sentOn, what: `Letter sent: ${printable(letter.title)}`, of },
      { date: letter.replyBy, what: 'Reply-by date in the letter', of },
      ...letter.replies.flatMap(({ date, kind, promisedDate }) => [
        { date, what: `Reply: ${kind}`, of },
        { date: promisedDate, what: 'Day promised in a reply', of },
      ]),
      ...letter.meetings.map(({ date }) => ({ date, what: 'Meeting', of })),
    ];
  });
  const isListed = ({ date, what }: { date: string; what: string }) =>
    !isBlank(date) || /^(Letter sent|Reply:|Meeting)/.test(what);
  const inOrder = events.filter(isListed).toSorted((a, b) => (a.date || '9').localeCompare(b.date || '9'));
  return inOrder.map(({ date, what, of }) => [formatRecordedDate(date), what, of]);
}

function layOutLetter(letter: LoggedLetter, number: number): LogPart[] {
  const { title, signer, employer, sentOn, replyBy, wordingVersion, requests, replies, meetings } = letter;
  return [
    line('Heading2', `Letter ${number}: ${printable(title)}`),
    fact('From', formatRecordedName(signer)),
    fact('To', formatRecordedName(employer)),
    dated('Sent on', sentOn),
    dated('Reply-by date in the letter', replyBy),
    ...(isBlank(wordingVersion) ? [] : [fact('Wording', `version of ${formatRecordedDate(wordingVersion)}`)]),
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

function layOutMeeting({ date, time, place, note }: LoggedMeeting): LogPart[] {
  const where = [time, place].filter((part) => !isBlank(part)).join(', ');
  return [
    dated('Meeting on', date),
    ...(where === '' ? [] : [fact(labelAsRecorded('Time and place'), where)]),
    ...layOutNote(labelAsRecorded('What was agreed'), note),
  ];
}

function layOutNote(label: string, note: string): LogPart[] {
  return isBlank(note) ? [] : [fact(label, note)];
}

/** The exact text of a letter, paragraph by paragraph, with the line breaks inside each. */
function layOutText({ title, sentOn, text }: LoggedLetter, number: number): LogPart[] {
  const paragraphs = cleanText(text).split(/\n(?:[^\S\n]*\n)+/);
  return [
    line('Heading2', `Letter ${number}: ${printable(title)}`),
    { ...dated('Sent on', sentOn), style: 'RecordText' },
    ...paragraphs.filter((words) => !isBlank(words)).map((words) => line('RecordLetter', words)),
  ];
}

const dated = (what: string, day: string) => fact(labelAsRecorded(what), formatRecordedDate(day));

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

/** Unifies line breaks and removes characters that a Word file cannot contain. */
function cleanText(text: string): string {
  return text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((words) => printable(words).trimEnd())
    .join('\n')
    .trim();
}

/**
 * Letters sent and replies received, as the sender recorded them. An empty date was not recorded. Text may contain any
 * character: it is cleaned when it is written.
 */
export interface LetterLog {
  /** The date of the document. */
  madeOn: IsoDate;
  threads: LoggedThread[];
}

/** All letters from one signer to one employer. */
export interface LoggedThread {
  signer: string;
  employer: string;
  /** In the order they were sent. */
  letters: LoggedLetter[];
}

export interface LoggedLetter {
  title: string;
  /** Names as they were in the letter when it was sent. */
  signer: string;
  employer: string;
  sentOn: IsoDate;
  replyBy: IsoDate;
  /** The date on which the wording was checked, or the version that its supplier gave it. */
  wordingVersion: string;
  /** Titles of the requests in the letter. */
  requests: string[];
  /** The exact text of the letter. */
  text: string;
  replies: LoggedReply[];
  meetings: LoggedMeeting[];
}

interface LoggedReply {
  date: IsoDate;
  /** The kind of reply as a sentence. */
  kind: string;
  promisedDate: IsoDate;
  note: string;
}

interface LoggedMeeting {
  date: IsoDate;
  time: string;
  place: string;
  note: string;
}

const logTexts = {
  title: 'Record of letters and replies',
  whatItIs: (madeOn: string) =>
    `This record lists the letters that the sender noted as sent, with the replies and meetings noted for each. It was made on ${formatRecordedDate(madeOn)} on the sender’s own computer, with the browser extension Dear Employer, from what the sender typed there.`,
  whatItIsNot:
    'It is the sender’s own record. Every date, kind of reply and note is as recorded by the sender; nothing here proves that an email was sent, delivered or read. Keep the emails themselves.',
  label: 'as recorded by the sender',
  dates: 'Dates in order',
  appendix: 'Appendix: the exact text of each letter',
  noReply: 'No reply is recorded.',
  noRequests: 'None of the numbered requests.',
  notRecorded: 'not recorded',
} as const;

/** "2 November 2026", "not recorded" if blank, or the text itself if it is not a date, as in a damaged file. */
function formatRecordedDate(day: string): string {
  if (isIsoDate(day)) return formatDate(day);
  return isBlank(day) ? logTexts.notRecorded : printable(day);
}

/** "Sent on (as recorded by the sender)". */
function labelAsRecorded(what: string): string {
  return `${what} (${logTexts.label})`;
}

function formatRecordedName(name: string): string {
  return isBlank(name) ? `name ${logTexts.notRecorded}` : printable(name).trim();
}
