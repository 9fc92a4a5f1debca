import { describe, expect, test } from 'vitest';
import { emptyFields, type Reply, replyKinds, type SentLetter } from '../../../lib/storage/schema';
import { earlierDates, proposeNextLetter, type NextLetter } from '../../../lib/correspondence/nextLetter';
import { builtInLetters } from '../../../lib/letter/builtIn';

const TODAY = '2026-11-23';

function sent(fields: Partial<SentLetter>): SentLetter {
  return {
    ...emptyFields.sent,
    v: 1,
    id: 'a',
    letterId: 'request',
    sentOn: '2026-11-02',
    replyBy: '2026-11-16',
    ...fields,
  };
}

function reply(fields: Partial<Reply>): Reply {
  return { id: 'r', date: '2026-11-10', kind: 'holding', note: '', promisedDate: '', ...fields };
}

const request = sent({});
const reminder = sent({ letterId: 'reminder', sentOn: '2026-11-17', replyBy: '2026-11-20' });

describe('without a reply', () => {
  test('until the reply date the proposal is to wait', () => {
    expect(proposeNextLetter([request], '2026-11-16')).toEqual({ do: 'wait', until: '2026-11-16' });
  });

  test('after the reply date the reminder is proposed, with the first letter’s date', () => {
    expect(proposeNextLetter([request], TODAY)).toEqual({
      do: 'write',
      letterId: 'reminder',
      because: 'The date you asked for a reply by, 16 November 2026, has passed.',
      answers: { 'first letter date': '2026-11-02' },
    });
  });

  test('after the reminder a letter to the next person up is proposed, with both dates', () => {
    expect(proposeNextLetter([reminder, request], TODAY)).toMatchObject({
      letterId: 'second-reminder',
      answers: { 'first letter date': '2026-11-02', 'reminder date': '2026-11-17' },
    });
  });

  test('after the letter to the next person up a meeting is proposed', () => {
    const second = sent({ letterId: 'second-reminder', sentOn: '2026-11-20', replyBy: '2026-11-22' });
    expect(proposeNextLetter([request, reminder, second], TODAY)).toMatchObject({ letterId: 'meeting' });
  });

  test('what follows a letter of a later year is about that letter, not about the first one', () => {
    const review = sent({ letterId: 'review-due', sentOn: '2026-11-03', replyBy: '2026-11-17' });
    const first = sent({ sentOn: '2025-11-03' });
    const answers = { 'first letter date': '2026-11-03' };
    expect(proposeNextLetter([first, review], TODAY)).toMatchObject({ letterId: 'meeting', answers });
    expect(proposeNextLetter([first, { ...review, replies: [reply({})] }], TODAY)).toMatchObject({
      letterId: 'reply-holding',
      answers,
    });
    const meetings = [{ id: 'm', date: '2026-11-20', time: '', place: '', note: '' }];
    expect(proposeNextLetter([first, { ...review, meetings }], TODAY)).toMatchObject({
      letterId: 'thanks',
      answers,
    });
  });

  test('nothing is proposed after thanks, or after a letter without a reply date', () => {
    expect(proposeNextLetter([sent({ letterId: 'thanks' })], TODAY)).toEqual({ do: 'nothing' });
    expect(proposeNextLetter([sent({ replyBy: '' })], TODAY)).toEqual({ do: 'nothing' });
    expect(proposeNextLetter([], TODAY)).toEqual({ do: 'nothing' });
  });

  test('the yearly review is proposed more than a year after the last letter, reply or meeting, and not before', () => {
    const first = sent({ sentOn: '2025-11-03' });
    const thanks = sent({ letterId: 'thanks', sentOn: '2025-12-01' });
    expect(proposeNextLetter([first, thanks], '2026-12-01')).toEqual({ do: 'nothing' });
    expect(proposeNextLetter([first, thanks], '2026-12-02')).toEqual({
      do: 'write',
      letterId: 'review-due',
      because: 'More than a year has passed since the last letter, reply or meeting.',
      answers: { 'first letter date': '2025-11-03' },
    });
    const replied = sent({ ...thanks, replies: [reply({ date: '2026-06-01' })] });
    expect(proposeNextLetter([first, replied], '2026-12-02')).not.toMatchObject({ letterId: 'review-due' });
  });

  test('a letter of the user’s own is followed up like the first letter', () => {
    const own = sent({ letterId: '0d9c1f', sentOn: '2026-11-02' });
    expect(proposeNextLetter([own], TODAY)).toMatchObject({
      letterId: 'reminder',
      answers: { 'first letter date': '2026-11-02' },
    });
  });

  test('the user’s own version of a built-in letter is followed up like the built-in one', () => {
    for (const { id } of builtInLetters) {
      const builtIn = [request, sent({ letterId: id, sentOn: '2026-11-18', replyBy: '2026-11-20' })];
      const own = builtIn.map((letter) => ({ ...letter, letterId: 'own', standsFor: letter.letterId }));
      expect(proposeNextLetter(own, TODAY), id).toEqual(proposeNextLetter(builtIn, TODAY));
      expect(earlierDates(own), id).toEqual(earlierDates(builtIn));
    }
    const ownReminder = { ...reminder, letterId: '0d9c1f', standsFor: 'reminder' };
    expect(proposeNextLetter([request, ownReminder], TODAY)).toMatchObject({
      letterId: 'second-reminder',
      answers: { 'reminder date': '2026-11-17' },
    });
  });

  test('after the letter about the inspection call the review is proposed', () => {
    const call = sent({ letterId: 'inspection-notified', sentOn: '2026-11-22', replyBy: '2026-12-04' });
    expect(proposeNextLetter([call], TODAY)).toMatchObject({ letterId: 'after-inspection' });
  });
});

describe('after a reply', () => {
  test('a reply noted with an earlier letter counts if it is later than the last letter', () => {
    const thread = [sent({ replies: [reply({ kind: 'refusal', date: '2026-11-18' })] }), reminder];
    expect(proposeNextLetter(thread, TODAY)).toMatchObject({ letterId: 'reply-refusal' });
    const earlier = [sent({ replies: [reply({ kind: 'refusal', date: '2026-11-16' })] }), reminder];
    expect(proposeNextLetter(earlier, TODAY)).toMatchObject({ letterId: 'second-reminder' });
  });

  test.each([
    ['acknowledgement', 'acknowledge'],
    ['holding', 'reply-holding'],
    ['partial', 'reply-inadequate'],
    ['passed-back', 'reply-passed-back'],
    ['refusal', 'reply-refusal'],
  ] as const)('after “%s” the letter %s is proposed, with the date of the reply', (kind, letterId) => {
    expect(proposeNextLetter([sent({ replies: [reply({ kind })] })], TODAY)).toMatchObject({
      do: 'write',
      letterId,
      answers: { 'their reply date': '2026-11-10' },
    });
  });

  test('after a full reply thanks are proposed, with the date of the agreement', () => {
    expect(proposeNextLetter([sent({ replies: [reply({ kind: 'full' })] })], TODAY)).toMatchObject({
      letterId: 'thanks',
      answers: { 'agreed date': '2026-11-10' },
    });
  });

  test('after an offer to talk a meeting is proposed', () => {
    const replies = [reply({ kind: 'offer-to-talk' })];
    expect(proposeNextLetter([sent({ replies })], TODAY)).toMatchObject({ letterId: 'meeting', answers: {} });
  });

  test('after an acknowledgement with a promised date the proposal is to wait until that date', () => {
    const replies = [reply({ kind: 'acknowledgement', promisedDate: '2026-11-30' })];
    expect(proposeNextLetter([sent({ replies })], TODAY)).toEqual({ do: 'wait', until: '2026-11-30' });
  });

  test('after a promised date has passed a letter about it is proposed, with both dates', () => {
    const replies = [reply({ kind: 'acknowledgement', promisedDate: '2026-11-20' })];
    expect(proposeNextLetter([sent({ replies })], TODAY)).toMatchObject({
      letterId: 'date-passed',
      answers: { 'their reply date': '2026-11-10', 'promised date': '2026-11-20' },
    });
  });

  test('on the promised day itself the date has not passed', () => {
    const replies = [reply({ kind: 'acknowledgement', promisedDate: TODAY })];
    expect(proposeNextLetter([sent({ replies })], TODAY)).toEqual({ do: 'wait', until: TODAY });
  });

  test('the latest reply by date counts, not the one recorded last', () => {
    const replies = [
      reply({ id: '2', kind: 'full', date: '2026-11-19' }),
      reply({ id: '1', kind: 'holding' }),
    ];
    expect(proposeNextLetter([sent({ replies })], TODAY)).toMatchObject({ letterId: 'thanks' });
  });

  test('a reply to an earlier letter is ignored once a later letter was sent', () => {
    const answered = sent({ replies: [reply({ kind: 'refusal' })] });
    const later = sent({ letterId: 'reply-refusal', sentOn: '2026-11-20', replyBy: '2026-12-04' });
    expect(proposeNextLetter([answered, later], TODAY)).toEqual({ do: 'wait', until: '2026-12-04' });
  });
});

describe('a meeting', () => {
  test('noted with an earlier letter is waited for, although a later letter was sent, and is thanked for afterwards', () => {
    const meetings = [{ id: 'm', date: '2026-11-26', time: '', place: '', note: '' }];
    const thread = [sent({ meetings }), sent({ id: 'b', letterId: 'meeting', sentOn: '2026-11-20' })];
    expect(proposeNextLetter(thread, TODAY)).toEqual({ do: 'wait', until: '2026-11-26' });
    expect(proposeNextLetter(thread, '2026-11-27')).toMatchObject({ do: 'write', letterId: 'thanks' });
    const thanks = sent({ id: 'c', letterId: 'thanks', sentOn: '2026-11-27' });
    expect(proposeNextLetter([...thread, thanks], '2026-11-28')).toEqual({ do: 'nothing' });
  });

  const meet = (date: string) =>
    sent({ replies: [reply({})], meetings: [{ id: 'm', date, time: '', place: '', note: '' }] });

  test('in the future gives the letter that confirms it', () => {
    expect(proposeNextLetter([meet('2026-11-26')], TODAY)).toMatchObject({
      letterId: 'meeting',
      answers: { 'meeting date': '2026-11-26' },
    });
  });

  test('in the future gives its time and place to the letter that confirms it', () => {
    const meeting = { id: 'm', date: '2026-11-26', time: '16:00', place: 'County Hall', note: '' };
    expect(proposeNextLetter([sent({ replies: [reply({})], meetings: [meeting] })], TODAY)).toMatchObject({
      letterId: 'meeting',
      answers: { 'meeting date': '2026-11-26', 'meeting time': '16:00', 'meeting place': 'County Hall' },
    });
  });

  test('in the past gives thanks, with the date of the agreement', () => {
    expect(proposeNextLetter([meet('2026-11-19')], TODAY)).toMatchObject({
      letterId: 'thanks',
      answers: { 'agreed date': '2026-11-19' },
    });
  });
});

test('an empty date, such as one still being typed, never fills an answer or throws', () => {
  for (const letterId of ['request', 'inspection-notified', 'thanks', 'after-inspection']) {
    const undated = sent({
      letterId,
      sentOn: '',
      replyBy: '',
      replies: [reply({ date: '' })],
      meetings: [{ id: 'm', date: '', time: '', place: '', note: '' }],
    });
    for (const letter of [undated, { ...undated, replies: [] }, { ...undated, meetings: [] }]) {
      const next = proposeNextLetter([letter, { ...letter, replies: [], meetings: [] }], TODAY);
      if (next.do === 'write') expect(Object.values(next.answers)).not.toContain('');
      else expect(next).toEqual({ do: 'nothing' });
    }
  }
});

test('every proposed letter exists and asks for all the answers that are filled in', () => {
  const proposals: NextLetter[] = [];
  const kinds = [...replyKinds.map((kind) => [reply({ kind })]), [reply({ promisedDate: '2026-11-20' })], []];
  for (const { id: letterId } of builtInLetters) {
    for (const replies of kinds) {
      for (const meetings of [
        [],
        [{ id: 'm', date: '2026-11-19', time: '', place: '', note: '' }],
        [{ id: 'm', date: '2026-12-01', time: '', place: '', note: '' }],
      ]) {
        proposals.push(
          proposeNextLetter([request, sent({ letterId, sentOn: '2026-11-03', replies, meetings })], TODAY),
        );
      }
    }
  }
  const written = proposals.filter((proposal) => proposal.do === 'write');
  expect(written.length).toBeGreaterThan(100);
  for (const { letterId, answers } of written) {
    const letter = builtInLetters.find(({ id }) => id === letterId);
    expect(letter?.asks).toEqual(expect.arrayContaining(Object.keys(answers)));
  }
});

test('earlier dates come from the last round of letters', () => {
  const again = sent({
    sentOn: '2026-11-18',
    replies: [reply({ date: '2026-11-19', promisedDate: '2026-12-01' })],
  });
  expect(earlierDates([request, reminder, again])).toEqual({
    'first letter date': '2026-11-18',
    'their reply date': '2026-11-19',
    'last reply date': '2026-11-19',
    'promised date': '2026-12-01',
  });
});

test('a letter that follows the yearly review names the review, and no reminder or reply of the year before', () => {
  const year = [
    sent({ sentOn: '2025-10-01', replies: [reply({ date: '2025-10-09', promisedDate: '2025-11-01' })] }),
    sent({ letterId: 'reminder', sentOn: '2025-11-03' }),
    sent({ letterId: 'review-due', sentOn: '2026-11-03', replyBy: '2026-11-10' }),
    sent({ letterId: 'meeting', sentOn: '2026-11-11', replyBy: '2026-11-16' }),
  ];
  expect(earlierDates(year)).toEqual({ 'first letter date': '2026-11-03' });
  expect(proposeNextLetter(year, TODAY)).toMatchObject({
    letterId: 'reminder',
    answers: { 'first letter date': '2026-11-03' },
  });
});

test('a reply in an earlier round gives no last reply date for this round', () => {
  const before = sent({ sentOn: '2026-03-02', replies: [reply({ date: '2026-03-09' })] });
  expect(earlierDates([before, request])).not.toHaveProperty('last reply date');
});
