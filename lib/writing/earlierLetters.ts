import { type EarlierDates, earlierDates, proposeNextLetter } from '../correspondence/nextLetter';
import { repository } from '../storage/repository';
import type { SentLetter } from '../storage/schema';
import { readThread } from '../correspondence/sentLetters';
import { roleOf } from '../storage/lists';
import { type LetterTemplate, listRequests } from '../letter/model';
import {
  type LetterIngredients,
  type FirstLetter,
  resolveInputs,
  noEarlierLetters,
  type EarlierLetters,
} from './inputs';
import type { Gathered } from './gather';
import { letterRole } from './letters';

type ThreadSearch = Pick<LetterIngredients, 'signer' | 'employer' | 'letter' | 'today'>;

/** Takes dates and ticked requests for this letter from what the signer has already sent to the employer. */
export async function recallThread({
  signer,
  employer,
  letter,
  today,
}: ThreadSearch): Promise<EarlierLetters> {
  if (!signer || !employer) return noEarlierLetters;
  const thread = await readThread(repository, { signerId: signer.id, employerId: employer.id });
  if (!thread.ok) return noEarlierLetters;
  const next = proposeNextLetter(thread.value, today);
  const answers = { ...earlierDates(thread.value), ...(next.do === 'write' ? next.answers : {}) };
  const requests = earlierRequests(letter, thread.value);
  return { next, recalled: { answers, requests }, firstLetter: findKept(thread.value, answers) };
}

/** Adds the earlier letters’ dates and requests. For the right-click menu, which must insert the same words as the popup. */
export async function withEarlierLetters(gathered: Gathered): Promise<Gathered> {
  if (gathered.index.sentCount === 0) return gathered;
  const { recalled } = await recallThread(gathered);
  return { ...gathered, recalled, ...resolveInputs({ ...gathered, recalled }) };
}

/** The letter of the date that the answers give as the first letter's, if its text was kept. */
function findKept(thread: readonly SentLetter[], answers: EarlierDates): FirstLetter | null {
  const day = answers['first letter date'];
  return thread.findLast(({ sentOn, text }) => sentOn === day && text.trim() !== '') ?? null;
}

/** If this letter repeats requests of the first letter, only those ticked in the first letter are ticked again. */
function earlierRequests(letter: LetterTemplate, thread: readonly SentLetter[]): Record<string, string[]> {
  const first = thread.findLast((sent) => roleOf(sent) === 'request');
  const repeats = listRequests(letter).some(({ id }) => first?.requests.includes(id));
  return first && repeats && letterRole(letter) !== 'request' ? { [letter.id]: first.requests } : {};
}
