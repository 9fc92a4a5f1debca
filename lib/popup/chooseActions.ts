import { writeTabChoices } from '../browser/tabSession';
import { repository } from '../details/repository';
import type { Choices } from '../details/schema';
import { defaultRequests } from '../letter/requests';
import { findLetter } from './letters';
import { lettersOnDemand } from './lettersOnDemand';
import { readChosenEmployer, readChosenSigner } from './gather';
import { lookAtTab } from './openPopup';
import { recallEarlierLetters } from './recall';
import { usePopup, type TabWords } from './popupStore';

/** Each choice is kept twice: on the machine as the last choice, and for the tab so that reopening finds it. */
export async function choose(patch: Partial<Choices>): Promise<void> {
  usePopup.setState(({ choices }) => ({
    choices: {
      ...choices,
      ...patch,
      requests: { ...choices.requests, ...patch.requests },
      copies: { ...choices.copies, ...patch.copies },
    },
  }));
  await Promise.all([keepForTab(), repository.saveChoices(patch)]);
}

export async function chooseLetter(letterId: string): Promise<void> {
  usePopup.setState({ letter: await findLetter(letterId, usePopup.getState().index, lettersOnDemand) });
  await choose({ letterId });
  await recallEarlierLetters();
  await lookAtTab();
}

export async function chooseSigner(signerId: string): Promise<void> {
  const signer = await readChosenSigner(signerId);
  usePopup.setState({ signer });
  await choose({ signerId });
  // A branch secretary keeps thirty heads: each comes with the employer last named for them.
  if (signer?.employerId) await chooseEmployer(signer.employerId);
  else await recallEarlierLetters();
}

export async function chooseEmployer(employerId: string): Promise<void> {
  usePopup.setState({ employer: await readChosenEmployer(employerId), next: { do: 'nothing' } });
  await choose({ employerId });
  await recallEarlierLetters();
}

export async function tickRequest(requestId: string, ticked: boolean): Promise<void> {
  const { letter, choices } = usePopup.getState();
  const before = choices.requests[letter.id] ?? defaultRequests(letter);
  const after = before.filter((id) => id !== requestId);
  await choose({ requests: { [letter.id]: ticked ? [...after, requestId] : after } });
}

export async function tickCopy(copyId: string, ticked: boolean): Promise<void> {
  const { employer, choices } = usePopup.getState();
  if (!employer) return;
  const after = (choices.copies[employer.id] ?? []).filter((id) => id !== copyId);
  await choose({ copies: { [employer.id]: ticked ? [...after, copyId] : after } });
}

/** The user’s own words stay in memory, for this tab; the disk never sees them. */
export async function writeWords(patch: Partial<TabWords>): Promise<void> {
  usePopup.setState(({ words }) => ({ words: { ...words, ...patch } }));
  await keepForTab();
}

export function chooseDraftKey(draftKey: string): void {
  usePopup.setState({ draftKey });
}

async function keepForTab(): Promise<void> {
  const { tab, choices, words } = usePopup.getState();
  if (!tab) return;
  const { letterId, signerId, employerId, requests } = choices;
  await writeTabChoices(tab.id, { letterId, signerId, employerId, requests, ...words });
}
