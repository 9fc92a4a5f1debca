import { addDays, formatDate } from '../letter/dates';
import type { AskedFieldName } from '../letter/compose/fields';
import type { IsoDate } from '../letter/model';
import type { Meeting, Reply, ReplyKind, SentLetter } from '../storage/schema';
import { lastReply, roleOf } from '../storage/lists';

/** Dates of earlier letters and replies, to prefill the fields that a letter asks for. */
export type EarlierDates = Partial<Record<AskedFieldName, string>>;

export type NextLetter =
  | { do: 'write'; letterId: string; because: string; answers: EarlierDates }
  /** A reply or a promised step is not due before `until`. */
  | { do: 'wait'; until: IsoDate }
  | { do: 'nothing' };

/**
 * Proposes the next letter. `thread` holds all letters from one signer to one employer. The proposal is only offered,
 * with the dates filled in; nothing is written or sent without the user.
 */
export function proposeNextLetter(thread: readonly SentLetter[], today: IsoDate): NextLetter {
  const { letters, last, reply: latestReply, meeting: latestMeeting } = latestOf(thread);
  if (!last) return { do: 'nothing' };
  const reply = latestReply?.item;
  const meeting = latestMeeting?.item;
  const lastDay = [last.sentOn, reply?.date ?? '', meeting?.date ?? ''].toSorted().at(-1) ?? '';
  if (lastDay !== '' && lastDay < addDays(today, -365)) {
    const because = 'More than a year has passed since the last letter, reply or meeting.';
    const first = (letters.findLast((letter) => roleOf(letter) === 'request') ?? letters[0])?.sentOn;
    return {
      do: 'write',
      letterId: 'review-due',
      because,
      answers: first ? { 'first letter date': first } : {},
    };
  }
  // A date input is empty while its date is being typed.
  if (latestMeeting && latestMeeting.item.date !== '' && latestMeeting.item.date >= (reply?.date ?? ''))
    return afterMeeting(latestMeeting, last, today);
  return reply ? proposeAnswer(reply, today, last) : afterSilence(last, earlierDates(letters), today);
}

interface Noted<Item> {
  /** The letter with which it was noted. */
  letter: SentLetter;
  item: Item;
}

/**
 * The last letter, and the latest reply and meeting since. One that was noted with an earlier letter counts if it is later
 * than the last letter.
 */
export function latestOf(thread: readonly SentLetter[]) {
  const letters = thread.toSorted((a, b) => a.sentOn.localeCompare(b.sentOn));
  const last = letters.at(-1);
  const latest = <Item extends { date: IsoDate }>(itemsOf: (letter: SentLetter) => Item[]) =>
    letters
      .flatMap((letter): Noted<Item>[] => itemsOf(letter).map((item) => ({ letter, item })))
      .filter(
        ({ letter, item }) => letter === last || (last && last.sentOn !== '' && item.date > last.sentOn),
      )
      .toSorted((a, b) => a.item.date.localeCompare(b.item.date))
      .at(-1);
  return {
    letters,
    last,
    reply: latest(({ replies }) => replies),
    meeting: latest(({ meetings }) => meetings),
  };
}

/** The letters that begin an exchange: what was sent and answered before is no part of it. */
const BEGINNINGS = ['request', 'review-due', 'after-inspection'];

/** The date of a letter that began a new exchange: replies to it must not count as replies to the first letter. */
function ownExchange(last?: SentLetter): EarlierDates {
  const begins =
    last && BEGINNINGS.includes(roleOf(last)) && roleOf(last) !== 'request' && last.sentOn !== '';
  return begins ? { 'first letter date': last.sentOn } : {};
}

/** The earlier dates that the next letter may refer to; `letters` in the order they were sent. */
export function earlierDates(letters: readonly SentLetter[]): EarlierDates {
  const first = (letters.findLast((letter) => BEGINNINGS.includes(roleOf(letter))) ?? letters[0])?.sentOn;
  const isSince = (date: IsoDate) => date >= (first ?? '');
  const reminder = letters.findLast((letter) => ['reminder', 'date-passed'].includes(roleOf(letter)));
  const replies = letters.flatMap(lastReplyOf).filter(({ date }) => isSince(date));
  const dates = {
    'first letter date': first,
    'reminder date': reminder && isSince(reminder.sentOn) ? reminder.sentOn : undefined,
    'their reply date': replies.at(-1)?.date,
    'last reply date': replies.at(-1)?.date,
    'promised date': replies.findLast(({ promisedDate }) => promisedDate !== '')?.promisedDate,
  } satisfies Partial<Record<AskedFieldName, string | undefined>>;
  return Object.fromEntries(Object.entries(dates).filter(([, date]) => date));
}

const lastReplyOf = (sent: SentLetter): Reply[] => [lastReply(sent) ?? []].flat();

function afterMeeting({ letter, item }: Noted<Meeting>, last: SentLetter, today: IsoDate): NextLetter {
  const { date, time, place } = item;
  // A letter has been sent since the meeting was noted, so there is nothing to confirm.
  if (date >= today && letter !== last) return { do: 'wait', until: date };
  if (date >= today) {
    const because = `You are meeting on ${formatDate(date)}. The letter confirms it.`;
    return {
      do: 'write',
      letterId: 'meeting',
      because,
      answers: {
        ...ownExchange(last),
        'meeting date': date,
        ...(time ? { 'meeting time': time } : {}),
        ...(place ? { 'meeting place': place } : {}),
      },
    };
  }
  const because = `You met on ${formatDate(date)}.`;
  return { do: 'write', letterId: 'thanks', because, answers: { ...ownExchange(last), 'agreed date': date } };
}

/** The letter that answers each kind of reply. An offer to talk has its own case in `proposeAnswer`. */
const letterFor = {
  acknowledgement: 'acknowledge',
  holding: 'reply-holding',
  partial: 'reply-inadequate',
  'passed-back': 'reply-passed-back',
  refusal: 'reply-refusal',
  full: 'thanks',
} satisfies Record<Exclude<ReplyKind, 'offer-to-talk'>, string>;

/** The letter that answers one reply to `last`, whatever else is known. */
export function proposeAnswer(
  { kind, date, promisedDate }: Pick<Reply, 'kind' | 'date' | 'promisedDate'>,
  today: IsoDate,
  last?: SentLetter,
): Exclude<NextLetter, { do: 'nothing' }> {
  const dated = kind === 'full' ? 'agreed date' : 'their reply date';
  const answers: EarlierDates = {
    ...ownExchange(last),
    ...(date === '' ? {} : { [dated]: date }),
  };
  if (promisedDate !== '' && promisedDate < today && kind !== 'full') {
    const because = `The date they promised, ${formatDate(promisedDate)}, has passed.`;
    return {
      do: 'write',
      letterId: 'date-passed',
      because,
      answers: { ...answers, 'promised date': promisedDate },
    };
  }
  // After a mere acknowledgement with a date, there is nothing to write before that date.
  if (promisedDate !== '' && kind === 'acknowledgement') return { do: 'wait', until: promisedDate };
  const because =
    date === ''
      ? 'This replies to their last letter.'
      : `This replies to their letter of ${formatDate(date)}.`;
  if (kind === 'offer-to-talk')
    return { do: 'write', letterId: 'meeting', because, answers: ownExchange(last) };
  return { do: 'write', letterId: letterFor[kind], because, answers };
}

function afterSilence(last: SentLetter, answers: EarlierDates, today: IsoDate): NextLetter {
  const role = roleOf(last);
  if (role === 'inspection-notified' && last.sentOn !== '' && last.sentOn < today) {
    const because = `You wrote on ${formatDate(last.sentOn)} that the inspection call had come.`;
    return { do: 'write', letterId: 'after-inspection', because, answers: {} };
  }
  if (last.replyBy === '' || role === 'thanks') return { do: 'nothing' };
  if (last.replyBy >= today) return { do: 'wait', until: last.replyBy };
  const because = `The date you asked for a reply by, ${formatDate(last.replyBy)}, has passed.`;
  const { 'first letter date': first = last.sentOn, 'reminder date': reminder } = answers;
  switch (role) {
    case 'second-reminder':
    case 'review-due':
    case 'after-inspection':
      return { do: 'write', letterId: 'meeting', because, answers: ownExchange(last) };
    case 'reminder':
    case 'date-passed':
      return {
        do: 'write',
        letterId: 'second-reminder',
        because,
        answers: { 'first letter date': first, 'reminder date': reminder ?? last.sentOn },
      };
    default:
      return { do: 'write', letterId: 'reminder', because, answers: { 'first letter date': first } };
  }
}
