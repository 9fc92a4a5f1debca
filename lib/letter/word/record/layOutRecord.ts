import { isBlank, printable } from '../../text';
import type { Inline } from '../../model';
import type {
  LetterRecord,
  RecordedLetter,
  RecordedMeeting,
  RecordedReply,
  RecordedThread,
} from './letterRecord';
import type { RecordStyleId } from './recordStyles';
import { recordedLabel, recordTexts, sayDate, sayName } from './wording';

export type RecordPart =
  | RecordLine
  /** `rows` without the heading row. */
  | { type: 'table'; columns: string[]; rows: string[][] };

interface RecordLine {
  type: 'text';
  style: RecordStyleId;
  content: Inline[];
  newPage?: true;
}

/** The record from its title to the last word of the last letter. Letters are numbered through it. */
export function layOutRecord({ madeOn, threads }: LetterRecord): RecordPart[] {
  const letters = threads.flatMap((thread) => thread.letters);
  const numberOf = (letter: RecordedLetter) => letters.indexOf(letter) + 1;
  return [
    line('Title', recordTexts.title),
    line('RecordText', recordTexts.whatItIs(madeOn)),
    line('RecordText', recordTexts.whatItIsNot),
    ...threads.flatMap((thread) => layOutThread(thread, numberOf)),
    { ...line('Heading1', recordTexts.appendix), newPage: true },
    ...letters.flatMap((letter) => layOutText(letter, numberOf(letter))),
  ];
}

type NumberOf = (letter: RecordedLetter) => number;

function layOutThread({ signer, employer, letters }: RecordedThread, numberOf: NumberOf): RecordPart[] {
  return [
    line('Heading1', `${sayName(signer)} to ${sayName(employer)}`),
    fact('Signed by', sayName(signer)),
    fact('Employer', sayName(employer)),
    line('Heading2', recordTexts.dates),
    {
      type: 'table',
      columns: [recordedLabel('Date'), 'What happened', 'Letter'],
      rows: listEvents(letters, numberOf),
    },
    ...letters.flatMap((letter) => layOutLetter(letter, numberOf(letter))),
  ];
}

/** Everything with a date, earliest first; what has none stands at the end. */
function listEvents(letters: readonly RecordedLetter[], numberOf: NumberOf): string[][] {
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

function layOutLetter(letter: RecordedLetter, number: number): RecordPart[] {
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
    ...(replies.length === 0 ? [line('RecordFact', recordTexts.noReply)] : []),
    ...meetings.flatMap(layOutMeeting),
    fact('Exact text', `in the appendix, Letter ${number}`),
  ];
}

function layOutRequests(requests: readonly string[]): RecordPart[] {
  if (requests.length === 0) return [fact('Requests ticked', recordTexts.noRequests)];
  return [
    fact('Requests ticked', ''),
    ...requests.map((request) => line('RecordRequest', printable(request))),
  ];
}

function layOutReply({ date, kind, promisedDate, note }: RecordedReply): RecordPart[] {
  return [
    dated('Reply received on', date),
    fact('What it said', kind),
    ...(isBlank(promisedDate) ? [] : [dated('Day they promised', promisedDate)]),
    ...layOutNote(recordedLabel('Note'), note),
  ];
}

function layOutMeeting({ date, note }: RecordedMeeting): RecordPart[] {
  return [dated('Meeting on', date), ...layOutNote(recordedLabel('What was agreed'), note)];
}

function layOutNote(label: string, note: string): RecordPart[] {
  return isBlank(note) ? [] : [fact(label, note)];
}

/** One paragraph for each of the letter’s; line breaks inside them stay. */
function layOutText({ title, sentOn, text }: RecordedLetter, number: number): RecordPart[] {
  const paragraphs = cleanText(text).split(/\n(?:[^\S\n]*\n)+/);
  return [
    line('Heading2', `Letter ${number}: ${printable(title)}`),
    { ...dated('Sent on', sentOn), style: 'RecordText' },
    ...paragraphs.filter((words) => !isBlank(words)).map((words) => line('RecordLetter', words)),
  ];
}

const dated = (what: string, day: string) => fact(recordedLabel(what), sayDate(day));

function fact(label: string, value: string): RecordLine {
  const content: Inline[] = [
    { type: 'strong', text: `${label}:` },
    { type: 'text', text: value === '' ? '' : ` ${cleanText(value)}` },
  ];
  return { type: 'text', style: 'RecordFact', content: content.filter(({ text }) => text !== '') };
}

const line = (style: RecordStyleId, words: string): RecordLine => ({
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
