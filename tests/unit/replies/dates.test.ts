import { describe, expect, test } from 'vitest';
import { readDates } from '../../../lib/replies/dates';

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
