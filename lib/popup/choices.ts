import { writeTabChoices } from '../writing/tabState';
import { repository } from '../storage/repository';
import type { Choices } from '../storage/schema';
import { defaultRequests } from '../letter/compose/requests';
import { lookUp } from '../letter/text';
import { noteChoice } from '../writing/drafts';
import { findLetter } from '../writing/letters';
import { lettersOnDemand } from '../writing/lettersOnDemand';
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

/** Numbers the choices of a letter, so that a slow load of an earlier choice cannot replace a later one. */
let letterVersion = 0;

export async function chooseLetter(letterId: string): Promise<void> {
  const version = ++letterVersion;
  const found = await findLetter(letterId, usePopup.getState().index, lettersOnDemand);
  if (version !== letterVersion) return;
  usePopup.setState(found);
  await choose({ letterId });
  await refreshForLetter();
}

/** Uses our letter once instead of the chosen letter, which cannot be used. The saved choice does not change. */
export async function chooseOursOnce(): Promise<void> {
  const { letterProblem } = usePopup.getState();
  if (!letterProblem) return;
  const version = ++letterVersion;
  const letter = await lettersOnDemand.load(letterProblem.ours.id);
  if (version !== letterVersion) return;
  usePopup.setState({ letter, letterProblem: null });
  clearQuestion();
  await refreshForLetter();
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

/** Numbers the choices of a signer, so that a slow read for an earlier choice cannot replace a later one. */
let signerVersion = 0;

/** Chooses the signer with their own saved employer or none, never with the employer of the signer chosen before. */
export async function chooseSigner(signerId: string): Promise<void> {
  const version = ++signerVersion;
  await saveEmployerShown();
  const signer = await readChosenSigner(signerId);
  const employer = await readChosenEmployer(signer?.employerId ?? '');
  if (version !== signerVersion) return;
  usePopup.setState({ signer, employer, ...noEarlierLetters });
  await choose({ signerId, employerId: employer?.id ?? '' });
  await recallEarlierLetters();
}

export async function chooseEmployer(employerId: string): Promise<void> {
  const { signer } = usePopup.getState();
  const employer = await readChosenEmployer(employerId);
  // If another signer was chosen meanwhile, this employer was not chosen for them.
  if (usePopup.getState().signer?.id !== signer?.id) return;
  usePopup.setState({ employer, ...noEarlierLetters });
  await choose({ signerId: signer?.id ?? '', employerId });
  await saveEmployerShown();
  await recallEarlierLetters();
}

/** Saves the employer shown as the signer’s own if they have none, so that it is shown when they are chosen again. */
async function saveEmployerShown(): Promise<void> {
  const { signer, employer, index } = usePopup.getState();
  if (!signer || !employer || index.employers.some(({ id }) => id === signer.employerId)) return;
  const saved = await repository.saveFields('signer', signer.id, { employerId: employer.id });
  if (saved.ok && usePopup.getState().signer?.id === signer.id) usePopup.setState({ signer: saved.value });
}

export async function tickRequest(requestId: string, ticked: boolean): Promise<void> {
  const { letter, choices } = usePopup.getState();
  const before = lookUp(choices.requests, letter.id) ?? defaultRequests(letter);
  const after = before.filter((id) => id !== requestId);
  await choose({ requests: { [letter.id]: ticked ? [...after, requestId] : after } });
}

export async function tickCopy(copyId: string, ticked: boolean): Promise<void> {
  const { employer, choices } = usePopup.getState();
  if (!employer) return;
  const after = (lookUp(choices.copies, employer.id) ?? []).filter((id) => id !== copyId);
  await choose({ copies: { [employer.id]: ticked ? [...after, copyId] : after } });
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
