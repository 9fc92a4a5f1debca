import { writeTabChoices } from '../writing/tabState';
import { repository } from '../storage/repository';
import type { Choices } from '../storage/choices';
import { noteChoice } from '../writing/drafts';
import { findLetter, lettersOnDemand } from '../writing/letters';
import { readChosenEmployer, readChosenSigner } from '../writing/gather';
import { lookAtTab } from './look';
import { changeWords, type PopupStore } from './store';
import {
  addInputs,
  chooseCopy,
  chooseRequest,
  dropInputs,
  mergeChoices,
  noEarlierLetters,
  type LetterParties,
  type TabWords,
} from '../writing/inputs';

/** Runs the user’s choices in the order in which they were made. Each reads storage first, so one could overtake another. */
function inOrder(popup: PopupStore, work: () => Promise<void>): Promise<void> {
  popup.waiting += 1;
  const chosen = popup.choosing.then(work, work).finally(() => (popup.waiting -= 1));
  popup.choosing = chosen;
  return chosen;
}

/** A tick reads nothing: it takes effect at once, unless a letter, signer or employer is being read. */
function tickInOrder(popup: PopupStore, work: () => Promise<void>): Promise<void> {
  return popup.waiting === 0 ? work() : inOrder(popup, work);
}

/** Resolves when the letter contains every choice made so far. */
export async function choicesTaken(popup: PopupStore): Promise<void> {
  await Promise.allSettled([popup.choosing]);
}

/** Saves a choice twice: in storage as the last choice, and for the tab so that the popup finds it when opened again. */
export async function choose(popup: PopupStore, patch: Partial<Choices>): Promise<void> {
  if (patch.letterId !== undefined || patch.employerId !== undefined) clearQuestion(popup);
  changeWords(popup, ({ index, choices, own }) => ({
    index: { ...index, lastUsed: mergeChoices(index.lastUsed, patch) },
    choices: mergeChoices(choices, patch),
    own: patch.requests ? addInputs(own, choices, { requests: patch.requests }) : own,
  }));
  await Promise.all([saveForTab(popup), repository.saveChoices(patch)]);
}

export function chooseLetter(popup: PopupStore, letterId: string): Promise<void> {
  return inOrder(popup, async () => {
    popup.setState(await findLetter(letterId, popup.getState().index, lettersOnDemand, repository));
    await choose(popup, { letterId });
    await refreshForLetter(popup);
  });
}

/** Uses our letter once instead of the chosen letter, which cannot be used. The saved choice does not change. */
export function chooseOursOnce(popup: PopupStore): Promise<void> {
  return inOrder(popup, async () => {
    const { letterProblem } = popup.getState();
    if (!letterProblem) return;
    popup.setState({ letter: await lettersOnDemand.load(letterProblem.ours.id), letterProblem: null });
    clearQuestion(popup);
    await refreshForLetter(popup);
  });
}

async function refreshForLetter(popup: PopupStore): Promise<void> {
  await recallEarlierLetters(popup);
  await lookAtTab(popup);
}

/** Removes a question or problem that is about the letter, signer or employer chosen before. */
function clearQuestion(popup: PopupStore): void {
  const { outcome } = popup.getState();
  if (outcome?.kind === 'letter blocked' || outcome?.kind === 'does not fit')
    popup.setState({ outcome: null });
}

/** Chooses the signer with their own saved employer or none, never with the employer of the signer chosen before. */
export function chooseSigner(popup: PopupStore, signerId: string): Promise<void> {
  return inOrder(popup, async () => {
    const { signer: before, employer: shown, index } = popup.getState();
    // The employer shown by default was not chosen, but is what this signer’s letters go to.
    if (!index.employers.some(({ id }) => id === before?.employerId)) await savePair(popup, shown?.id ?? '');
    const signer = await readChosenSigner(signerId);
    const employer = await readChosenEmployer(signer?.employerId ?? '');
    popup.setState({ signer, employer, ...noEarlierLetters });
    await choose(popup, { signerId, employerId: employer?.id ?? '' });
    await recallEarlierLetters(popup);
  });
}

export function chooseEmployer(popup: PopupStore, employerId: string): Promise<void> {
  return inOrder(popup, async () => {
    const employer = await readChosenEmployer(employerId);
    popup.setState({ employer, ...noEarlierLetters });
    await choose(popup, { signerId: popup.getState().signer?.id ?? '', employerId });
    await savePair(popup, employerId);
    await saveForTab(popup);
    await recallEarlierLetters(popup);
  });
}

/** Saves the employer as the chosen signer’s own, so that it comes back with this signer. */
async function savePair(popup: PopupStore, employerId: string): Promise<void> {
  const { signer } = popup.getState();
  if (!signer || employerId === '' || signer.employerId === employerId) return;
  const saved = await repository.saveFields('signer', signer.id, { employerId });
  if (saved.ok) popup.setState({ signer: saved.value });
}

export function tickRequest(popup: PopupStore, requestId: string, ticked: boolean): Promise<void> {
  return tickInOrder(popup, async () => {
    const { letter, choices } = popup.getState();
    await choose(popup, chooseRequest(letter, choices, requestId, ticked));
  });
}

export function tickCopy(popup: PopupStore, copyId: string, ticked: boolean): Promise<void> {
  return tickInOrder(popup, async () => {
    const { employer, choices } = popup.getState();
    if (employer) await choose(popup, chooseCopy(employer, choices, copyId, ticked));
  });
}

/** Keeps the user’s own words in memory for this tab. They are never written to disk. */
export async function writeWords(popup: PopupStore, patch: Partial<TabWords>): Promise<void> {
  changeWords(popup, ({ own, choices }) => ({ own: addInputs(own, choices, patch) }));
  await saveForTab(popup);
}

/** Removes the words of a sent letter, so that the next letter begins without them. */
export async function forgetWords(popup: PopupStore, parties: LetterParties): Promise<void> {
  changeWords(popup, ({ own }) => ({ own: dropInputs(own, parties) }));
  await saveForTab(popup);
}

export async function chooseDraftKey(popup: PopupStore, draftKey: string): Promise<void> {
  popup.setState(({ where }) => ({ draftKey, draftChoice: noteChoice(draftKey, where) }));
  await saveForTab(popup);
}

async function saveForTab(popup: PopupStore): Promise<void> {
  const { tab, signer, choices, own, draftChoice } = popup.getState();
  if (!tab) return;
  const { letterId, signerId, employerId } = choices;
  const savedEmployerId = signer?.employerId ?? '';
  await writeTabChoices(tab.id, { letterId, signerId, employerId, savedEmployerId, own, draftChoice });
}

/** Fills in dates and requests of earlier letters. Loaded only if letters are saved as sent, which is rare. */
export async function recallEarlierLetters(popup: PopupStore): Promise<void> {
  const requested = popup.getState();
  if (requested.index.sentCount === 0) return;
  const { recallThread } = await import('../writing/earlierLetters');
  const found = await recallThread(requested);
  const { signer, employer, letter } = popup.getState();
  // If another signer, employer or letter was chosen meanwhile, that choice reads its own earlier letters.
  if (signer?.id !== requested.signer?.id || employer?.id !== requested.employer?.id) return;
  if (letter.id === requested.letter.id) changeWords(popup, () => found);
}
