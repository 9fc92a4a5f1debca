import type { IsoDate } from '../letter/model';
import type { FoundDate } from './dates';
import type { Sentence } from './rules';
import { isNegated } from './words';

/** Words between what is promised and its day. */
const REACH = 12;

const FUTURE = new Set([
  'will',
  'shall',
  'going',
  'hope',
  'hoping',
  'aim',
  'aiming',
  'expect',
  'intend',
  'plan',
]);

const LIMIT = new Set(['by', 'before', 'than', 'within']);

interface Candidate {
  date: IsoDate;
  /** Where the date's word stands in its sentence. */
  at: number;
}

/** Words by which a sentence speaks to the head: "the item goes to the spring meeting on 17 March" invites nobody. */
const INVITES = new Set([
  'you',
  'your',
  'yours',
  'us',
  'we',
  'i',
  'me',
  'suit',
  'suits',
  'shall',
  'free',
  'diary',
  'lets',
]);

/** Only a day still to come can be promised. */
function listDays(
  { words }: Sentence,
  dates: readonly FoundDate[],
  messageDate: IsoDate | null,
): Candidate[] {
  return words.flatMap((word, at) => {
    const found = word.date === null ? undefined : dates[word.date];
    if (!found || found.date === null || !found.isDeadline) return [];
    return messageDate !== null && found.date < messageDate ? [] : [{ date: found.date, at }];
  });
}

/** The first day by which they say that they will answer or act. In a list of measures, a day that all of them share. */
export function findPromise(
  own: readonly Sentence[],
  dates: readonly FoundDate[],
  messageDate: IsoDate | null,
  isAgreed: boolean,
): IsoDate | null {
  for (const sentence of own) {
    const promises = sentence.found.filter(
      ({ rule, at }) => rule.is === 'date' && rule.what === 'promise' && !isNegated(sentence.words, at),
    );
    // "You should hear from us by Friday" asks nothing of the head.
    const blocks = sentence.found.filter(
      ({ rule, at }) =>
        rule.is === 'date' && rule.what === 'notTheirs' && !promises.some((promise) => promise.at === at),
    );
    // "I shall read it tonight and write tomorrow": what is done today needs no date.
    const days = listDays(sentence, dates, messageDate).filter(({ date }) => date !== messageDate);
    // "We visit on 19 January and finish by 12 February", "I will chase them on Monday and write on Wednesday".
    const rank = ({ at }: Candidate) =>
      LIMIT.has(sentence.words[at - 1]?.text ?? '') ? 0 : promises.some(({ end }) => end <= at) ? 1 : 2;
    for (const { date, at } of days.toSorted((a, b) => rank(a) - rank(b))) {
      const promise = promises.findLast(
        (found) => (found.at <= at && at - found.end <= REACH) || (found.at > at && found.at - at <= 8),
      );
      if (!promise) continue;
      // What stands nearer to the date decides whose date it is.
      const isBlocked = blocks.some(
        (block) =>
          block.at < at &&
          !promises.some(
            (found) =>
              found.at >= block.end && found.at < at && FUTURE.has(sentence.words[found.at]?.text ?? ''),
          ),
      );
      if (!isBlocked) return date;
    }
  }
  if (!isAgreed) return null;
  const rows = own.filter(({ text }) => /\t|\s\|\s|\s[-–]\s|:/.test(text));
  const days = new Set(
    rows.flatMap((row) =>
      listDays(row, dates, messageDate).flatMap(({ date, at }) => (isSpan(row, at) ? [] : date)),
    ),
  );
  const [only] = days;
  return days.size === 1 && only !== undefined ? only : null;
}

/** "Debrief: within a week" counts from the visit, not from the reply. */
function isSpan({ span, text, words }: Sentence, at: number): boolean {
  const from = (words[at]?.from ?? span.from) - span.from;
  return /^(?:within|in|inside)\b/i.test(text.slice(from, from + 8));
}

export function findMeeting(
  own: readonly Sentence[],
  dates: readonly FoundDate[],
  messageDate: IsoDate | null,
): IsoDate | null {
  const days = new Set<IsoDate>();
  for (const [index, sentence] of own.entries()) {
    const isNone = sentence.found.some(({ rule }) => rule.is === 'date' && rule.what === 'notMeeting');
    if (isNone) continue;
    const words = sentence.words.some(({ text }) => INVITES.has(text))
      ? sentence.found.filter(({ rule }) => rule.is === 'date' && rule.what === 'meeting')
      : [];
    // "The chairs get together on 22 January. She will write to you on 1 February": the second day is that of an answer.
    const isPromise = sentence.found.some(({ rule }) => rule.is === 'date' && rule.what === 'promise');
    const follows =
      !isPromise &&
      own[index - 1]?.found.some(({ rule }) => rule.is === 'kind' && rule.kind === 'offer-to-talk') === true;
    for (const { date, at } of listDays(sentence, dates, messageDate)) {
      const before = sentence.words[at - 1]?.text ?? '';
      if (['by', 'before', 'within'].includes(before) || isNegated(sentence.words, at, 7)) continue;
      if (follows || words.some((word) => Math.abs(word.at - at) <= REACH + 3)) days.add(date);
    }
  }
  const [only] = days;
  return days.size === 1 && only !== undefined ? only : null;
}
