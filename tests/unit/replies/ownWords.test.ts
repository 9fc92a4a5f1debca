import { describe, expect, test } from 'vitest';
import { readReply } from '../../../lib/replies/readReply';

const OWN = 'Thank you for your letter. I have passed it to our adviser, who will reply by 29 January 2027.';
const OURS = [
  'Dear Ms Okafor',
  '',
  'As Headteacher at Oakfield Primary School, I ask Northmere County Council, my employer, to assess the risks that Ofsted',
  'inspections may pose to staff health and wellbeing here, and to plan for them.',
  '',
  'Nothing in this letter seeks to delay or obstruct any inspection.',
  '',
  'Yours sincerely',
  'Priya Nair',
].join('\n');
/** Says much else, so that a look at it would show. */
const EARLIER =
  'We decline to carry out an assessment. Our solicitor has written to you. We consider this correspondence closed.';

const ownWordsOf = (text: string, ownLetters: string[] = []) =>
  readReply(text, { messageDate: '2027-01-12', ownLetters }).ownWords.replaceAll('\n', ' ');

describe('earlier mail below a reply is not the writer’s own', () => {
  test.each([
    ['Gmail', `On Mon, 11 Jan 2027 at 09:00, Priya Nair <head@oakfield.example> wrote:\n\n${EARLIER}`],
    [
      'Gmail, its line wrapped',
      `On Mon, 11 Jan 2027 at 09:00, Priya Nair\n<head@oakfield.example> wrote:\n\n${EARLIER}`,
    ],
    ['Apple Mail', `> On 11 Jan 2027, at 09:00, Priya Nair <head@oakfield.example> wrote:\n>\n> ${EARLIER}`],
    [
      'Outlook',
      `From: Priya Nair <head@oakfield.example>\nSent: 11 January 2027 09:00\nTo: Ms Okafor\nSubject: Request\n\n${EARLIER}`,
    ],
    [
      'Outlook on the web',
      `________________________________\nFrom: Priya Nair\nSent: 11 January 2027 09:00\nSubject: Request\n${EARLIER}`,
    ],
    ['Outlook in bold', `*From:* Priya Nair\n*Sent:* 11 January 2027\n*Subject:* Request\n\n${EARLIER}`],
    ['old Outlook', `-----Original Message-----\nFrom: Priya Nair\nSubject: Request\n\n${EARLIER}`],
    [
      'a forwarded message',
      `---------- Forwarded message ----------\nFrom: Priya Nair\nDate: 11 Jan\n\n${EARLIER}`,
    ],
    ['an iPhone', `Begin forwarded message:\n\nFrom: Priya Nair\nSubject: Request\n\n${EARLIER}`],
    [
      'lines with a sign before them',
      EARLIER.split('. ')
        .map((line) => `> ${line}`)
        .join('\n'),
    ],
    ['a web form', `Your enquiry (11/01/2027):\n${EARLIER}`],
    ['our letter, with nothing between', OURS],
  ])('%s', (_name, earlier) => {
    expect(ownWordsOf(`${OWN}\n\nKind regards\nJean\n\n${earlier}`)).toBe(OWN);
    expect(ownWordsOf(`${OWN}\n\n${earlier}`)).toBe(OWN);
  });
});

describe('what stands around the writer’s words is left out', () => {
  test.each([
    [
      'a warning above',
      `CAUTION: This email originated from outside your organisation. Do not click links.\n\n${OWN}`,
    ],
    [
      'a disclaimer below',
      `${OWN}\n\nThis email and any attachments are confidential. It is sent without prejudice.`,
    ],
    ['a signature', `${OWN}\n\nYours sincerely\n\nJean Abbott\nPA to the Director\n01632 960702`],
    ['a signature with a title', `${OWN}\n\nBest wishes,\nJean\n\nHead of Grievance and Discipline`],
    ['a sign-off and a name in one line', `${OWN}\nMany thanks, Jean`],
    ['windows line ends', `${OWN}\r\n\r\nRegards\r\nJean\r\n`],
  ])('%s', (_name, text) => {
    expect(ownWordsOf(text)).toBe(OWN);
  });

  test('“Thank you for your letter” is no sign-off', () => {
    expect(ownWordsOf(`Dear Jo\n\nThanks for this.\n\n${OWN}`)).toBe(`Dear Jo Thanks for this. ${OWN}`);
  });
});

describe('the writer’s words are kept', () => {
  test('answers between quoted lines', () => {
    const text = `On 11 Jan 2027, Priya Nair <head@oakfield.example> wrote:\n> Who will answer?\n\n${OWN}\n\n> By when?\n\nBy Friday.`;
    expect(ownWordsOf(text)).toBe(`${OWN} By Friday.`);
  });

  test('a postscript below the signature', () => {
    expect(ownWordsOf(`${OWN}\n\nRegards\nJean\n\nPS I have copied in our solicitor.`)).toBe(
      `${OWN} PS I have copied in our solicitor.`,
    );
  });

  test('a letter that somebody else’s note sends on', () => {
    const letter =
      'Dear Ms Nair\n\nThe Council declines to carry out an assessment.\n\nYours sincerely\nA. Director';
    expect(ownWordsOf(`Please see below.\n\nRegards\nJean\n\n${letter}`)).toContain('The Council declines');
    const forwarded = `FYI\n\n---------- Forwarded message ----------\nFrom: A. Director\nSubject: Reply\n\n${letter}`;
    expect(ownWordsOf(forwarded)).toContain('The Council declines');
  });

  test('a reply copied with its own header', () => {
    const header = 'From: Jean Abbott\nSent: 12 January 2027\nTo: Priya Nair\nSubject: RE: Request\n\n';
    expect(ownWordsOf(`${header}${OWN}`)).toBe(OWN);
  });

  test('words about one of our requests', () => {
    const text = 'You ask that staff be consulted. We will do that by 29 January 2027.';
    expect(ownWordsOf(text)).toBe(text);
  });
});

test('with our letters at hand, answers written between their paragraphs are told apart', () => {
  const first = 'Who is dealing with the letter at the council, and what is their role?';
  const second = 'By what date do you expect the assessment to be finished and signed?';
  const text = `${first}\n\nRos Kemp, our adviser.\n\n${second}\n\nBy 26 February 2027.`;
  expect(ownWordsOf(text, [`Dear Ms Okafor\n\n1. ${first}\n\n2. ${second}`])).toBe(
    'Ros Kemp, our adviser. By 26 February 2027.',
  );
});

test('a mail that holds nothing but our own letter says nothing', () => {
  const reading = readReply(OURS, { messageDate: '2027-01-12' });
  expect(reading).toMatchObject({ kind: null, ownWords: '', promisedDate: null, evidence: null });
});
