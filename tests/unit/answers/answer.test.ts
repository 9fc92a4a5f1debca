import { describe, expect, test } from 'vitest';
import {
  answerAttachment,
  describeAnswer,
  describeNote,
  findAnswer,
  type SettledReply,
  toNote,
  describeRest,
  pointIds,
  points,
  sayings,
  withoutLetter,
} from '../../../lib/answers/answer';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { listRequests } from '../../../lib/letter/model';
import { type ReplyKind, replyKinds } from '../../../lib/storage/schema';

const TODAY = '2026-11-27';
const reply = (kind: ReplyKind, more: Partial<SettledReply> = {}): SettledReply => ({
  kind,
  date: '2026-11-16',
  promisedDate: null,
  meetingDate: null,
  ...more,
});

describe('the letter that answers a reply', () => {
  test.each([
    ['acknowledgement', 'acknowledge', 'their reply date'],
    ['holding', 'reply-holding', 'their reply date'],
    ['partial', 'reply-inadequate', 'their reply date'],
    ['passed-back', 'reply-passed-back', 'their reply date'],
    ['refusal', 'reply-refusal', 'their reply date'],
    ['full', 'thanks', 'agreed date'],
  ] as const)('%s: %s, with the date of the reply', (kind, letterId, field) => {
    const answer = findAnswer(reply(kind), TODAY);
    expect(answer).toEqual({ do: 'write', letter: { letterId, answers: { [field]: '2026-11-16' } } });
    expect(describeAnswer(reply(kind), answer)).toBe(sayings[kind].does);
  });

  test('an offer to meet: the letter about the meeting, with its day', () => {
    const answer = findAnswer(reply('offer-to-talk', { meetingDate: '2027-01-14' }), TODAY);
    expect(answer).toEqual({
      do: 'write',
      letter: { letterId: 'meeting', answers: { 'meeting date': '2027-01-14' } },
    });
  });

  test('a receipt with a day for the answer: nothing before that day', () => {
    const settled = reply('acknowledgement', { promisedDate: '2027-01-15' });
    const answer = findAnswer(settled, TODAY);
    expect(answer).toEqual({ do: 'wait', until: '2027-01-15' });
    expect(describeAnswer(settled, answer)).toBe('nothing to send before 15 January 2027');
  });

  test('a day that has passed: the letter that follows it up', () => {
    const settled = reply('holding', { promisedDate: '2026-11-20' });
    const answer = findAnswer(settled, TODAY);
    expect(answer).toMatchObject({
      letter: { letterId: 'date-passed', answers: { 'promised date': '2026-11-20' } },
    });
    expect(describeAnswer(settled, answer)).toBe('follow up the date they promised');
  });

  test('what is not found in their attachment is asked for', () => {
    expect(answerAttachment(['assessor', 'owners'], '2026-11-16')).toEqual({
      letterId: 'reply-inadequate',
      answers: { 'their reply date': '2026-11-16' },
      requests: pointIds.filter((id) => id !== 'assessor' && id !== 'owners'),
    });
  });

  test('all nine points found: thanks', () => {
    expect(answerAttachment(pointIds, '2026-11-16')).toEqual({
      letterId: 'thanks',
      answers: { 'agreed date': '2026-11-16' },
    });
  });

  test('the nine points are the first nine of “Ask for what is missing”', () => {
    const letter = builtInLetters.find(({ id }) => id === 'reply-inadequate');
    const requests = letter ? listRequests(letter).map(({ id }) => id) : [];
    expect(pointIds).toHaveLength(9);
    expect(pointIds).toEqual(requests.slice(0, 9));
  });
});

describe('what is noted', () => {
  test('is named in full beside the tick', () => {
    expect(describeNote(reply('holding', { promisedDate: '2027-01-15' }))).toBe(
      'taking advice, 16 November 2026, answer promised by 15 January 2027',
    );
    expect(describeNote(reply('refusal', { date: '' }))).toBe('they said no');
  });

  test('has no word of theirs unless their sentence was ticked', () => {
    expect(toNote(reply('holding'), null)).toEqual({
      kind: 'holding',
      date: '2026-11-16',
      promisedDate: '',
      note: '',
    });
    expect(toNote(reply('holding'), 'We are taking advice.').note).toBe('We are taking advice.');
  });
});

test('no text for the user names a kind', () => {
  const said = [
    ...Object.values(sayings).flatMap((saying) => Object.values(saying) as string[]),
    ...Object.values(withoutLetter),
    ...Object.values(points),
    describeRest(['refusal', 'offer-to-talk'], '2027-01-14') ?? '',
  ].join(' ');
  // "Automatic" and "offer to talk" are also the user's words.
  const names = [...replyKinds, ...Object.keys(withoutLetter)].filter((kind) => kind !== 'automatic');
  expect(names.filter((kind) => new RegExp(`\\b${kind}\\b`, 'i').test(said))).toEqual([]);
});

test('what else they do is one sentence', () => {
  expect(describeRest(['holding', 'offer-to-talk'], '2027-01-14')).toBe(
    'And they are taking advice, and they offer to meet on 14 January 2027.',
  );
  expect(describeRest([], null)).toBeNull();
});
