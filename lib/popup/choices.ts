import { writeTabChoices } from '../writing/tabState';
import { repository } from '../storage/repository';
import type { Choices } from '../storage/schema';
import { defaultRequests } from '../letter/compose/requests';
import { noteChoice } from '../writing/drafts';
import { findLetter } from '../writing/letters';
import { lettersOnDemand } from '../writing/lettersOnDemand';
import { readChosenEmployer, readChosenSigner } from '../writing/gather';
import { lookAtTab, recallEarlierLetters } from './open';
import { changeWords, usePopup } from './store';
import { addWords, dropWords, noEarlierLetters, type Correspondents, type TabWords } from '../writing/inputs';

/** Each choice is kept twice: on the machine as the last choice, and for the tab so that reopening finds it. */
export async function choose(patch: Partial<Choices>): Promise<void> {
  changeWords(({ index, choices, own }) => ({
    index: { ...index, lastUsed: mergeChoices(index.lastUsed, patch) },
    choices: mergeChoices(choices, patch),
    own: patch.requests ? addWords(own, choices, { requests: patch.requests }) : own,
  }));
  await Promise.all([keepForTab(), repository.saveChoices(patch)]);
}

function mergeChoices(former: Choices, patch: Partial<Choices>): Choices {
  return {
    ...former,
    ...patch,
    requests: { ...former.requests, ...patch.requests },
    copies: { ...former.copies, ...patch.copies },
  };
}

export async function chooseLetter(letterId: string): Promise<void> {
  usePopup.setState({ letter: await findLetter(letterId, usePopup.getState().index, lettersOnDemand) });
  await choose({ letterId });
  await recallEarlierLetters();
  await lookAtTab();
}

export async function chooseSigner(signerId: string): Promise<void> {
  const signer = await readChosenSigner(signerId);
  // A branch secretary keeps thirty heads: each comes with the employer last named for them, unless it is deleted.
  const theirs = await readChosenEmployer(signer?.employerId ?? '');
  usePopup.setState(({ employer }) => ({ signer, employer: theirs ?? employer, ...noEarlierLetters }));
  await choose(theirs ? { signerId, employerId: theirs.id } : { signerId });
  await recallEarlierLetters();
}

export async function chooseEmployer(employerId: string): Promise<void> {
  usePopup.setState({ employer: await readChosenEmployer(employerId), ...noEarlierLetters });
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
  changeWords(({ own, choices }) => ({ own: addWords(own, choices, patch) }));
  await keepForTab();
}

export async function forgetWords(of: Correspondents): Promise<void> {
  changeWords(({ own }) => ({ own: dropWords(own, of) }));
  await keepForTab();
}

export async function chooseDraftKey(draftKey: string): Promise<void> {
  usePopup.setState(({ where }) => ({ draftKey, draftChoice: noteChoice(draftKey, where) }));
  await keepForTab();
}

async function keepForTab(): Promise<void> {
  const { tab, choices, own, draftChoice } = usePopup.getState();
  if (!tab) return;
  const { letterId, signerId, employerId } = choices;
  await writeTabChoices(tab.id, { letterId, signerId, employerId, own, draftChoice });
}
