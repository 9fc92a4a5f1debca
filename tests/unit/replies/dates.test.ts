import { describe, expect, test } from 'vitest';
import { readDates } from '../../../lib/replies/dates';
import { readReply } from '../../../lib/replies/readReply';

/** A Tuesday. */
const TODAY = '2027-01-12';

const read = (text: string, today: string | null = TODAY) =>
  readDates(text, today).map(({ date, isDeadline }) => (isDeadline ? date : `not a deadline: ${date}`));

describe('a date with its month', () => {
  test.each([
    ['15 January 2027', '2027-01-15'],
    ['15th January 2027', '2027-01-15'],
    ['the 15th of January 2027', '2027-01-15'],
    ['Friday 15 January 2027', '2027-01-15'],
    ['Friday, 15th January, 2027', '2027-01-15'],
    ['Fri 15 Jan', '2027-01-15'],
    ['Fri. 15 Jan. 2027', '2027-01-15'],
    ["15 Jan '27", '2027-01-15'],
    ['15 Jan 27', '2027-01-15'],
    ['15-Jan-2027', '2027-01-15'],
    ['January 15', '2027-01-15'],
    ['January 15th, 2027', '2027-01-15'],
    ['Friday January 15th', '2027-01-15'],
    ['Friday the 15th of January', '2027-01-15'],
    ['FRIDAY 15 JANUARY', '2027-01-15'],
    ['15 January at 10.30am', '2027-01-15'],
    ['15 January 10am', '2027-01-15'],
    ['15/01/2027', '2027-01-15'],
    ['15/01/27', '2027-01-15'],
    ['15/1/27', '2027-01-15'],
    ['15.01.2027', '2027-01-15'],
    ['15-01-2027', '2027-01-15'],
    ['2027-01-15', '2027-01-15'],
    ['by 15/1', '2027-01-15'],
    ['Fri 15/1', '2027-01-15'],
    ['5 Febuary', '2027-02-05'],
    ['5th Feb', '2027-02-05'],
    ['Wednesday\n3 March', '2027-03-03'],
    ['29 February 2028', '2028-02-29'],
    ['1 September', '2027-09-01'],
    ['23 November', '2026-11-23'],
    ['Monday 4 May', null],
    ['4 May 2027', '2027-05-04'],
    ['by 4th May', '2027-05-04'],
  ])('%j is read', (text, date) => {
    expect(read(text)).toEqual([date]);
  });
});

describe('a date relative to the message', () => {
  test.each([
    ['tomorrow', '2027-01-13'],
    ['the day after tomorrow', '2027-01-14'],
    ['today', '2027-01-12'],
    ['on Friday', '2027-01-15'],
    ['by Thurs', '2027-01-14'],
    ['this Friday', '2027-01-15'],
    ['this coming Friday', '2027-01-15'],
    ['next Monday', '2027-01-18'],
    ['Friday week', '2027-01-22'],
    ['a week on Friday', '2027-01-22'],
    ['a week today', '2027-01-19'],
    ['a fortnight tomorrow', '2027-01-27'],
    ['by the 15th', '2027-01-15'],
    ['by the 5th', '2027-02-05'],
    ['Friday 15th', '2027-01-15'],
    ['Friday the 15th', '2027-01-15'],
    ['Fri 15', '2027-01-15'],
    ['the 5th of next month', '2027-02-05'],
    ['within 10 working days', '2027-01-26'],
    ['within ten (10) working days', '2027-01-26'],
    ["in 10 working days' time", '2027-01-26'],
    ['10 working days from today', '2027-01-26'],
    ['within 15 working days of today', '2027-02-02'],
    ['within 14 days', '2027-01-26'],
    ['in two weeks', '2027-01-26'],
    ['in a fortnight', '2027-01-26'],
    ["in a week's time", '2027-01-19'],
    ['within the next fortnight', '2027-01-26'],
    ['within a month', '2027-02-12'],
    ['in the next three weeks', '2027-02-02'],
    ['within 48 hours', '2027-01-14'],
    ['by the end of January', '2027-01-31'],
    ['by the end of the month', '2027-01-31'],
    ['by the end of next month', '2027-02-28'],
    ['by the end of Friday 15 January', '2027-01-15'],
  ])('%j is read', (text, date) => {
    expect(read(text)).toEqual([date]);
    expect(read(text, null).every((day) => day === null || !/\d{4}/.test(day))).toBe(true);
  });

  test('counts working days over Christmas and the new year', () => {
    expect(read('within 10 working days', '2026-12-16')).toEqual(['2027-01-04']);
    expect(read('within 3 working days', '2027-03-25')).toEqual(['2027-04-01']);
  });

  test('gives no date where the bank holidays are not known', () => {
    expect(read('within 10 working days', '2028-12-20')).toEqual([null]);
  });

  test('a day of last month, named by its number alone, is past when a letter dates from it', () => {
    expect(read('your letter of the 4th.')).toEqual(['not a deadline: 2027-01-04']);
  });
});

describe('a time that could be more than one day gives no date', () => {
  test.each([
    'w/c 18 January',
    'w/c Monday 18 January',
    'week commencing 18th January',
    'the week of 22 February',
    'week ending 22 January',
    'around 15 January',
    'on or about 15 January',
    '15 January or so',
    '12 or 14 January',
    '12/13 January',
    '10 to 14 May',
    '10-14 May',
    'between 12 January and 15 January',
    'Tuesday or Wednesday',
    '20 January (pm) or 26 January (am)',
    'Mon 25 Jan 10.00, Tue 26 Jan 14.00, Fri 29 Jan 9.00',
    'Monday to Thursday',
    'Mon - Fri',
    'Tuesday 19, Wednesday 20 or Thursday 21 January',
    'next Friday',
    'on Tuesday',
    'within 10 working days of receipt',
    'within 15 working days of the visit',
    'within ten school days',
    'in about ten days',
    'within a week or so',
    'in the next week or two',
    '31 February 2027',
    'Friday 16 January 2027',
    '01/15/2027',
  ])('%j', (text) => {
    expect(read(text).filter((date) => date !== null && !date.startsWith('not'))).toEqual([]);
  });
});

describe('a vague time, or none, is not taken for a date', () => {
  test.each([
    'before half-term',
    'after Christmas',
    'early in the new year',
    'in due course',
    'by the end of the week',
    'at the end of term',
    'in March',
    'March 2027',
    'in the spring',
    'shortly',
    'in a few days',
    'in a couple of weeks',
    'every Monday',
    'Mondays and Thursdays',
    "at Monday's meeting",
    'Good Friday',
    'regulation 3 may apply',
    'section 2 of the Act',
    'the 3rd paragraph',
    'open 24/7',
    'at 2.30pm',
    'at 10:15',
    '01632 960114',
    'he sat in the sun',
    'form HS14b',
  ])('%j', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('a day that something dates from is no deadline', () => {
  test.each([
    ['your letter of 4 January 2027', '2027-01-04'],
    ['your letter dated 4 January', '2027-01-04'],
    ['after 4 February', '2027-02-04'],
    ['since 4 January', '2027-01-04'],
    ['last Friday', '2027-01-08'],
    ['any day except 20 January', '2027-01-20'],
  ])('%j', (text, date) => {
    expect(read(text)).toEqual([`not a deadline: ${date}`]);
  });
});

describe('without the day of the message', () => {
  test('only a date with its year is read', () => {
    expect(read('by Friday. By 15 January. By 15 January 2027. Tomorrow.', null)).toEqual([
      null,
      null,
      '2027-01-15',
      null,
    ]);
  });
});

/** A sentence of a reply, and the day by which they say that they will answer or act. */
const promises: readonly [string, string | null][] = [
  ['We will reply within 10 working days.', '2027-01-26'],
  ['We will reply within ten working days of receipt.', null],
  ['You will have our answer by the end of next week.', null],
  ['We hope to reply w/c 25 January.', null],
  ['We will write again in the new year.', null],
  ['I will come back to you after half-term.', null],
  ['I will let you know by the 14th.', '2027-01-14'],
  ['I will let you know by 14/1.', '2027-01-14'],
  ['I will let you know in a fortnight.', '2027-01-26'],
  ['I will let you know within a fortnight or so.', null],
  ['Give me a fortnight and you will have a reply.', null],
  ['Thank you for your letter of 4 January asking us to reply by 29 January.', null],
  ['You ask for a reply by 29 January.', null],
  ['Your letter asks for a response no later than 29 January 2027; we will do our best.', null],
  ['We note your request that we respond by 29 January but will need longer.', null],
  ['We are unable to reply by 29 January as you request.', null],
  ['We cannot promise an answer by 29 January.', null],
  ['The Board will meet on 3 February and a reply will follow.', null],
  ['The Board will consider it at its meeting on 3 February and we will reply by 10 February.', '2027-02-10'],
  ['We met on 5 January and will write to you by 22 January.', '2027-01-22'],
  ['The policy was approved on 16 July 2026 and will be reviewed by July 2027.', null],
  ['Our policy will be reviewed on 1 September 2027.', null],
  ['The new framework comes into force on 1 February 2027 and we will respond to it.', null],
  ['Under the Health and Safety at Work Act 1974 we will respond by 5 February.', '2027-02-05'],
  ['Please return the form by 22 January so that we can reply.', null],
  ['If you have not heard from me by 22 January, please ring.', null],
  ['I will ring you at 2.30.', null],
  ['I will reply by 4pm on Friday.', '2027-01-15'],
  ['I will reply by close of play tomorrow.', '2027-01-13'],
  ['I am away until Monday 18 January and will reply after that.', null],
  ['I am back on 18 January and will reply then.', null],
  ['Helen is on leave until 25 January. She will be in touch.', null],
  ['The new head of safety starts on 22 February and will write to you.', null],
  ['Had you written before 18 January we would have replied.', null],
  ['We will let you have an answer before the inspection on 26 January.', null],
  ['We had hoped to reply by 20 January but this will not be possible.', null],
  ['We do not expect to have a response until 5 February.', null],
  ['You will not hear from us before 5 February.', null],
  ['You will hear from us on 5 February at the earliest.', null],
  ['You should hear no later than 5 February.', '2027-02-05'],
  ['Applications must be in by 5 February and we will respond to each.', null],
  ['Your appraisal will be completed by 5 February.', null],
  ['Your own assessment should be completed by 5 February.', null],
  ['Please complete the template by 5 February; we will check it.', null],
  ['The consultation will close on 5 February.', null],
  ['Our insurers will report by 5 February.', null],
  ['HR are to advise us by 5 February.', null],
  ['The working group will report to the board by 5 February.', null],
  ['The DfE is expected to publish guidance by 5 February.', null],
  ['Guidance is expected by 5 February and we will reply once it is out.', null],
  ['Ofsted will publish its handbook on 5 February.', null],
  ['I have asked for their advice by 22 January.', null],
  ['The governors asked for a report by 5 February.', null],
  ['I shall chase them on 18 January.', null],
  ['We will finish the assessment by 12 February 2027.', '2027-02-12'],
  ['The assessment will be carried out on 3 February and the plan sent to you by 12 February.', '2027-02-12'],
  ['You can expect to hear within 20 working days.', '2027-02-09'],
  ['We aim to answer all correspondence within 15 working days.', null],
  ['We said that we would reply by 15 January.', null],
  ['I promised you an answer by 15 January and I am sorry that I cannot keep to it.', null],
  ['We will respond between 1 and 5 February.', null],
  ['We will respond in early February.', null],
  ['We will respond by mid-February.', null],
  ['We will respond by 30 February.', null],
  ['I will write by Friday.', '2027-01-15'],
  ['I will write by next Friday.', null],
  ['I will write on Thursday or Friday.', null],
  ['I will write by 15 or 16 January.', null],
  ['An extension to 5 February has been granted to you to respond.', null],
  ['I will send you a calendar link tomorrow.', null],
  ['Kindly withdraw it by 18 January, failing which the Board will have to respond.', null],
  ['My Thursday afternoons are clear and I will reply to any question.', null],
  ['The plan will be reviewed with you on 5 February.', null],
  ['The committee sits on 3 February, papers go out on 27 January, and I will write the day after.', null],
  ['I will write to you a week on Friday.', '2027-01-22'],
  ['I promise you an answer by the 29th.', '2027-01-29'],
  ['You have my word: a reply by Fri 29 Jan.', '2027-01-29'],
  ['Our solicitors will answer your union by 5 February.', null],
  ['We broke up on 18 December and will write this month.', null],
  ['The deadline for the census is 21 January; we will respond once that is done.', null],
  ['I will aim for the 29th but do not hold me to it: I will reply when I can.', null],
];

/** The same for the day of a meeting. */
const meetings: readonly [string, string | null][] = [
  ['Can we meet on 20 January?', '2027-01-20'],
  ['Can we meet on 20 or 21 January?', null],
  ['Thank you for meeting us on 5 January.', null],
  ['The trustees meet on 3 February and I would like to talk before then.', null],
  ['Could we talk before 3 February?', null],
  ['Let us meet before the board meeting on 3 February.', null],
  ['I would like to meet you. I am away from 1 February.', null],
  ['I would like to meet you; your letter of 4 January deserves a conversation.', null],
  ['Shall we say Thursday at 4 for a chat?', '2027-01-14'],
  ['I could meet you any day except 20 January.', null],
  ['I cannot meet you on 20 January.', null],
  ['Please let me have some dates for a meeting by 20 January.', null],
  ['I would be glad to meet; please reply by 20 January.', null],
  ['You are invited to a discussion on 20 January at 10am.', '2027-01-20'],
  ['Would you like to meet? My PA returns on 18 January.', null],
  ['My Thursday afternoons are clear.', null],
  ['The chairs get together on 22 January. She will write to you on 1 February.', null],
  ['I can do Weds 3 Feb (pm) or Thurs 4 Feb.', null],
  ['Either the 20th or the 21st would suit me.', null],
  ['Shall we say 20 January? If not, the 27th.', null],
  ['Come over for a coffee on Friday 22nd.', '2027-01-22'],
  ['Inspectors are in on 20 January, so not then.', null],
];

const replyWith = (sentence: string) =>
  readReply(
    `Dear Ms Nair\n\nThank you for your letter about a risk assessment of Ofsted inspections. ${sentence}\n\nYours sincerely\nA`,
    { messageDate: TODAY },
  );

test.each(promises)('%j promises %s', (sentence, date) => {
  expect(replyWith(sentence).promisedDate).toBe(date);
});

test.each(meetings)('%j names %s for a meeting', (sentence, date) => {
  expect(replyWith(`I would welcome a chat about it. ${sentence}`).meetingDate).toBe(date);
});
