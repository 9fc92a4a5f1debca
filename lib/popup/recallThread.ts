import { earlierDates, proposeNextLetter } from '../details/nextLetter';
import { repository } from '../details/repository';
import type { SentLetter } from '../details/schema';
import { readThread } from '../details/sentLetters';
import type { LetterTemplate } from '../letter/model';
import { listRequests } from '../letter/requests';
import { usePopup } from './popupStore';

/**
 * What was sent before, by this person to this employer: later letters are filled in with its dates, and its ticks
 * carry over. What the user has chosen since is never changed.
 */
export async function recallThread(): Promise<void> {
  const { signer, employer, letter, today } = usePopup.getState();
  if (!signer || !employer) return;
  const thread = await readThread(repository, { signerId: signer.id, employerId: employer.id });
  if (!thread.ok) return;
  const next = proposeNextLetter(thread.value, today);
  const answers = { ...earlierDates(thread.value), ...(next.do === 'write' ? next.answers : {}) };
  const requests = ticksOfEarlierLetters(letter, thread.value);
  usePopup.setState(({ words, choices }) => ({
    next,
    words: { ...words, answers: { ...answers, ...withoutBlanks(words.answers) } },
    choices: { ...choices, requests: { ...requests, ...choices.requests } },
  }));
}

/** A letter that repeats the first one’s requests repeats those that were ticked in it. */
function ticksOfEarlierLetters(
  letter: LetterTemplate,
  thread: readonly SentLetter[],
): Record<string, string[]> {
  const first = thread.findLast(({ letterId }) => letterId === 'request');
  const repeats = listRequests(letter).some(({ id }) => first?.requests.includes(id));
  return first && repeats && letter.id !== 'request' ? { [letter.id]: first.requests } : {};
}

function withoutBlanks(answers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
}
