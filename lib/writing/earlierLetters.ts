import { earlierDates, proposeNextLetter } from '../correspondence/nextLetter';
import { repository } from '../storage/repository';
import type { SentLetter } from '../storage/schema';
import { readThread } from '../correspondence/sentLetters';
import { roleOf } from '../storage/lists';
import type { LetterTemplate } from '../letter/model';
import { listRequests } from '../letter/compose/requests';
import type { LetterIngredients } from './compose';
import type { Gathered } from './gather';
import { letterRole } from './letters';
import { mixWords, noEarlierLetters, type EarlierLetters } from './inputs';

type Asked = Pick<LetterIngredients, 'signer' | 'employer' | 'letter' | 'today'>;

/**
 * What was sent before, by this person to this employer: later letters are filled in with its dates, and its ticks
 * carry over.
 */
export async function recallThread({ signer, employer, letter, today }: Asked): Promise<EarlierLetters> {
  if (!signer || !employer) return noEarlierLetters;
  const thread = await readThread(repository, { signerId: signer.id, employerId: employer.id });
  if (!thread.ok) return noEarlierLetters;
  const next = proposeNextLetter(thread.value, today);
  const answers = { ...earlierDates(thread.value), ...(next.do === 'write' ? next.answers : {}) };
  const requests = ticksOfEarlierLetters(letter, thread.value);
  return { next, recalled: { answers, requests } };
}

/** For the right-click menu, which fills in the same as the popup. */
export async function withEarlierLetters(gathered: Gathered): Promise<Gathered> {
  if (gathered.index.sentCount === 0) return gathered;
  const { recalled } = await recallThread(gathered);
  return { ...gathered, recalled, ...mixWords({ ...gathered, recalled }) };
}

/** A letter that repeats the first one’s requests repeats those that were ticked in it. */
function ticksOfEarlierLetters(
  letter: LetterTemplate,
  thread: readonly SentLetter[],
): Record<string, string[]> {
  const first = thread.findLast((sent) => roleOf(sent) === 'request');
  const repeats = listRequests(letter).some(({ id }) => first?.requests.includes(id));
  return first && repeats && letterRole(letter) !== 'request' ? { [letter.id]: first.requests } : {};
}
