import { describe, expect, test } from 'vitest';
import { isFrom, pickReply, readMailDate } from '../../../lib/answers/mails';
import type { FoundMail, FoundMails } from '../../../lib/mail/theirReply';
import { newRecord } from '../../../lib/storage/schema';

const TODAY = '2026-11-27';

describe('the day that a mail page writes next to a mail', () => {
  test.each([
    ['16 Nov 2026, 09:12', 'en-GB', '2026-11-16', 552],
    ['Nov 16, 2026, 9:12 PM', 'en', '2026-11-16', 1272],
    ['On Mon, 16 Nov 2026 at 09:12, Jo Patel wrote:', 'en', '2026-11-16', 552],
    ['From: Jo Patel Sent: 16 November 2026 09:12 Subject: Re: 3 requests', 'en', '2026-11-16', 552],
    ['Monday, November 16, 2026 12:05 AM', 'en-US', '2026-11-16', 5],
    ['Mon 16/11/2026 09:12', 'en-GB', '2026-11-16', 552],
    ['Mon 11/16/2026 9:12 AM', 'en-US', '2026-11-16', 552],
    ['16.11.26', 'de', '2026-11-16', 0],
    ['2026-11-16T09:12', '', '2026-11-16', 552],
    ['05/11/2026 10:00', 'en-GB', '2026-11-05', 600],
    ['11/05/2026', 'en-US', '2026-11-05', 0],
    // The weekday decides, whatever the page's language.
    ['Thu 05/11/2026', 'en-US', '2026-11-05', 0],
    // The later day has not come yet.
    ['11/12/2026', 'en', '2026-11-12', 0],
  ])('%j on a page in %j is %s', (written, language, date, minutes) => {
    expect(readMailDate(written, language, TODAY)).toEqual({ date, minutes });
  });

  test.each([
    ['05/11/2026', 'en'],
    ['05/11/2026', ''],
    ['Yesterday', 'en-GB'],
    ['09:12', 'en-GB'],
    ['', 'en-GB'],
    ['31 Feb 2026', 'en-GB'],
    ['16 Nov 2027', 'en-GB'],
  ])('%j on a page in %j is none', (written, language) => {
    expect(readMailDate(written, language, TODAY)).toBeNull();
  });
});

const mail = (place: FoundMail['place'], address: string, written = '', isFolded = false): FoundMail => ({
  place,
  sender: { name: '', address },
  written,
  isFolded,
});
const frame = (mails: FoundMail[], more: Partial<FoundMails> = {}) => ({
  frameId: 0,
  report: { site: 'gmail' as const, language: 'en-GB', ownAddresses: [], mails, ...more },
});
const pick = (mails: FoundMail[], more: Partial<FoundMails> = {}) =>
  pickReply([frame(mails, more)], ['Head@School.example'], TODAY);

const HEAD = 'head@school.example';
const THEM = 'jo@council.example';

describe('the mail that the user means', () => {
  test('is the selection, before all else', () => {
    const found = pick([mail('selection', ''), mail('quoted mail', THEM), mail('open message', THEM)]);
    expect(found).toMatchObject({ is: 'found', mail: { place: 'selection' } });
  });

  test('is the quoted mail, before the conversation', () => {
    const found = pick([mail('quoted mail', THEM), mail('conversation', THEM)]);
    expect(found).toMatchObject({ is: 'found', mail: { place: 'quoted mail' } });
  });

  test('is not the quoted mail if that is the user’s own', () => {
    const found = pick([mail('quoted mail', HEAD), mail('conversation', THEM)]);
    expect(found).toMatchObject({ is: 'found', mail: { place: 'conversation' } });
  });

  test('is the newest message by its time, although the page lists it elsewhere', () => {
    const mails = [
      mail('conversation', THEM, '16 Nov 2026, 09:12'),
      mail('conversation', THEM, '18 Nov 2026, 09:12'),
      mail('conversation', THEM, '18 Nov 2026, 08:12'),
    ];
    expect(pick(mails)).toMatchObject({ is: 'found', mail: { at: 1 }, afterOwn: false });
  });

  test.each([
    ['gmail', 1],
    ['outlook', 0],
  ] as const)('is, without times, the one that %s lists as the newest', (site, at) => {
    const mails = [mail('conversation', THEM), mail('conversation', THEM)];
    expect(pick(mails, { site })).toMatchObject({ is: 'found', mail: { at } });
  });

  test('is the newest of somebody else, and it is said that the newest is the user’s own', () => {
    const found = pick([mail('conversation', THEM), mail('conversation', HEAD)]);
    expect(found).toMatchObject({ is: 'found', mail: { at: 0 }, afterOwn: true });
  });

  test('an address that the page names as the user’s own counts too', () => {
    const found = pick([mail('open message', 'me@gmail.example')], { ownAddresses: ['me@gmail.example'] });
    expect(found.is).toBe('own');
  });

  test('is asked to be opened where its text is folded away', () => {
    expect(pick([mail('conversation', THEM, '', true), mail('conversation', HEAD)]).is).toBe('folded');
  });

  test('is none on a page without mail', () => {
    expect(pick([]).is).toBe('nothing');
  });
});

describe('somebody saved as the employer', () => {
  const employer = newRecord('employer', 'e1', {
    title: 'Mrs',
    firstName: 'Jo',
    lastName: 'Patel',
    email: 'Jo.Patel@council.example',
    copies: [{ id: 'c1', name: 'HR', email: 'hr@council.example' }],
  });

  test.each([
    ['', 'jo.patel@council.example', true],
    ['', 'HR@council.example', true],
    ['Jo Patel', 'jo.patel@elsewhere.example', false],
    ['Mrs Jo Patel', '', true],
    ['PATEL, Jo (Schools)', '', true],
    ['Jo Porter', '', false],
    ['Joanna Patel', '', false],
    ['', '', false],
  ])('%j <%s>: %s', (name, address, expected) => {
    expect(isFrom(employer, { name, address })).toBe(expected);
  });
});
