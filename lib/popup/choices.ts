import { writeTabChoices } from '../writing/tabState';
import { repository } from '../storage/repository';
import type { Choices } from '../storage/choices';
import { defaultRequests } from '../letter/model';
import { lookUp } from '../letter/text';
import { noteChoice } from '../writing/drafts';
import { findLetter, lettersOnDemand } from '../writing/letters';
import { readChosenEmployer, readChosenSigner } from '../writing/gather';
import { lookAtTab, recallEarlierLetters } from './open';
import { changeWords, usePopup } from './store';
import {
  addInputs,
  dropInputs,
  noEarlierLetters,
  type LetterParties,
  type TabWords,
} from '../writing/inputs';

let choosing: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Runs the user’s choices in the order in which they were made. Each reads storage first, so one could overtake another. */
function inOrder(work: () => Promise<void>): Promise<void> {
  waiting += 1;
  const chosen = choosing.then(work, work).finally(() => (waiting -= 1));
  choosing = chosen;
  return chosen;
}

/** A tick reads nothing: it takes effect at once, unless a letter, signer or employer is being read. */
function tickInOrder(work: () => Promise<void>): Promise<void> {
  return waiting === 0 ? work() : inOrder(work);
}

/** Resolves when the letter contains every choice made so far. */
export async function choicesTaken(): Promise<void> {
  await Promise.allSettled([choosing]);
}

/** Saves a choice twice: in storage as the last choice, and for the tab so that the popup finds it when opened again. */
export async function choose(patch: Partial<Choices>): Promise<void> {
  if (patch.letterId !== undefined || patch.employerId !== undefined) clearQuestion();
  changeWords(({ index, choices, own }) => ({
    index: { ...index, lastUsed: mergeChoices(index.lastUsed, patch) },
    choices: mergeChoices(choices, patch),
    own: patch.requests ? addInputs(own, choices, { requests: patch.requests }) : own,
  }));
  await Promise.all([saveForTab(), repository.saveChoices(patch)]);
}

function mergeChoices(former: Choices, patch: Partial<Choices>): Choices {
  return {
    ...former,
    ...patch,
    requests: { ...former.requests, ...patch.requests },
    copies: { ...former.copies, ...patch.copies },
  };
}

export function chooseLetter(letterId: string): Promise<void> {
  return inOrder(async () => {
    usePopup.setState(await findLetter(letterId, usePopup.getState().index, lettersOnDemand));
    await choose({ letterId });
    await refreshForLetter();
  });
}

/** Uses our letter once instead of the chosen letter, which cannot be used. The saved choice does not change. */
export function chooseOursOnce(): Promise<void> {
  return inOrder(async () => {
    const { letterProblem } = usePopup.getState();
    if (!letterProblem) return;
    usePopup.setState({ letter: await lettersOnDemand.load(letterProblem.ours.id), letterProblem: null });
    clearQuestion();
    await refreshForLetter();
  });
}

async function refreshForLetter(): Promise<void> {
  await recallEarlierLetters();
  await lookAtTab();
}

/** Removes a question or problem that is about the letter, signer or employer chosen before. */
function clearQuestion(): void {
  const { outcome } = usePopup.getState();
  if (outcome?.kind === 'letter blocked' || outcome?.kind === 'does not fit')
    usePopup.setState({ outcome: null });
}

/** Chooses the signer with their own saved employer or none, never with the employer of the signer chosen before. */
export function chooseSigner(signerId: string): Promise<void> {
  return inOrder(async () => {
    const { signer: before, employer: shown, index } = usePopup.getState();
    // The employer shown by default was not chosen, but is what this signer’s letters go to.
    if (!index.employers.some(({ id }) => id === before?.employerId)) await savePair(shown?.id ?? '');
    const signer = await readChosenSigner(signerId);
    const employer = await readChosenEmployer(signer?.employerId ?? '');
    usePopup.setState({ signer, employer, ...noEarlierLetters });
    await choose({ signerId, employerId: employer?.id ?? '' });
    await recallEarlierLetters();
  });
}

export function chooseEmployer(employerId: string): Promise<void> {
  return inOrder(async () => {
    const employer = await readChosenEmployer(employerId);
    usePopup.setState({ employer, ...noEarlierLetters });
    await choose({ signerId: usePopup.getState().signer?.id ?? '', employerId });
    await savePair(employerId);
    await saveForTab();
    await recallEarlierLetters();
  });
}

/** Saves the employer as the chosen signer’s own, so that it comes back with this signer. */
async function savePair(employerId: string): Promise<void> {
  const { signer } = usePopup.getState();
  if (!signer || employerId === '' || signer.employerId === employerId) return;
  const saved = await repository.saveFields('signer', signer.id, { employerId });
  if (saved.ok) usePopup.setState({ signer: saved.value });
}

export function tickRequest(requestId: string, ticked: boolean): Promise<void> {
  return tickInOrder(async () => {
    const { letter, choices } = usePopup.getState();
    const before = lookUp(choices.requests, letter.id) ?? defaultRequests(letter);
    const after = before.filter((id) => id !== requestId);
    await choose({ requests: { [letter.id]: ticked ? [...after, requestId] : after } });
  });
}

export function tickCopy(copyId: string, ticked: boolean): Promise<void> {
  return tickInOrder(async () => {
    const { employer, choices } = usePopup.getState();
    if (!employer) return;
    const after = (lookUp(choices.copies, employer.id) ?? []).filter((id) => id !== copyId);
    await choose({ copies: { [employer.id]: ticked ? [...after, copyId] : after } });
  });
}

/** Keeps the user’s own words in memory for this tab. They are never written to disk. */
export async function writeWords(patch: Partial<TabWords>): Promise<void> {
  changeWords(({ own, choices }) => ({ own: addInputs(own, choices, patch) }));
  await saveForTab();
}

/** Removes the words of a sent letter, so that the next letter begins without them. */
export async function forgetWords(parties: LetterParties): Promise<void> {
  changeWords(({ own }) => ({ own: dropInputs(own, parties) }));
  await saveForTab();
}

export async function chooseDraftKey(draftKey: string): Promise<void> {
  usePopup.setState(({ where }) => ({ draftKey, draftChoice: noteChoice(draftKey, where) }));
  await saveForTab();
}

async function saveForTab(): Promise<void> {
  const { tab, signer, choices, own, draftChoice } = usePopup.getState();
  if (!tab) return;
  const { letterId, signerId, employerId } = choices;
  const savedEmployerId = signer?.employerId ?? '';
  await writeTabChoices(tab.id, { letterId, signerId, employerId, savedEmployerId, own, draftChoice });
}
