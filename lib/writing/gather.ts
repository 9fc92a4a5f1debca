import { readTabChoices, type TabChoices } from './tabState';
import { employerIdFor } from '../employer/pairing';
import { emptyIndex, type DetailsIndex } from '../storage/lists';
import { repository } from '../storage/repository';
import type { Choices } from '../storage/choices';
import type { Employer, Signer } from '../storage/schema';
import { localDay } from '../letter/dates';
import {
  type AnswersAndTicks,
  assignInputs,
  dropPastDay,
  noAnswersAndTicks,
  type LetterIngredients,
  noInputs,
  resolveInputs,
  type TypedInputs,
} from './inputs';
import type { DraftChoice } from './drafts';
import { findLetter, type FoundLetter, type LetterCache } from './letters';

export interface Gathered extends LetterIngredients, FoundLetter {
  index: DetailsIndex;
  own: TypedInputs;
  recalled: AnswersAndTicks;
  draftChoice: DraftChoice | null;
}

const noTabChoices: TabChoices = {};

/**
 * Reads the last choices, the tab’s own choices, and the records they name. A record that cannot be read counts as not
 * saved. Without a tab, only the last choices count.
 */
export async function gatherIngredients(
  tabId: number | null,
  now: Date,
  cache: LetterCache,
): Promise<Gathered> {
  const today = localDay(now);
  const [gotIndex, tabChoices] = await Promise.all([
    repository.readIndex(),
    tabId === null ? noTabChoices : readTabChoices(tabId),
  ]);
  const index = gotIndex.ok ? gotIndex.value : emptyIndex;
  const letterId = tabChoices.letterId ?? index.lastUsed.letterId;
  const [{ signer, employer }, found] = await Promise.all([
    readPair(index, tabChoices),
    findLetter(letterId, index, cache, repository),
  ]);
  const pair = { signerId: signer?.id ?? '', employerId: employer?.id ?? '' };
  const choices: Choices = { ...index.lastUsed, letterId, ...pair };
  const own = assignInputs(dropPastDay({ ...noInputs, ...tabChoices.own }, today), choices);
  const sources = { index, choices, own, recalled: noAnswersAndTicks, today };
  const draftChoice = tabChoices.draftChoice ?? null;
  return { ...sources, ...found, signer, employer, draftChoice, ...resolveInputs(sources) };
}

interface ReadPair {
  signer: Signer | null;
  employer: Employer | null;
}

/** The signer chosen in this tab, else the one chosen last, with that signer’s own employer and never another’s. */
async function readPair(index: DetailsIndex, tab: TabChoices): Promise<ReadPair> {
  const { lastUsed, signers, employers } = index;
  const signerId = pickKnown([tab.signerId, lastUsed.signerId, signers[0]?.id], signers);
  const signer = await readChosenSigner(signerId);
  if (signer) return { signer, employer: await readChosenEmployer(await findEmployerId(signer, index, tab)) };
  const only = employers.length === 1 ? employers[0]?.id : '';
  const employerId = pickKnown([tab.employerId, lastUsed.employerId, only], employers);
  return { signer, employer: await readChosenEmployer(employerId) };
}

function pickKnown(wanted: (string | undefined)[], known: { id: string }[]): string {
  return wanted.find((id) => known.some((record) => record.id === id)) ?? '';
}

async function findEmployerId(signer: Signer, index: DetailsIndex, tab: TabChoices): Promise<string> {
  const { signerId, employerId = '', savedEmployerId } = tab;
  const isChosenInTab = signerId === signer.id && savedEmployerId === signer.employerId;
  if (isChosenInTab && (employerId === '' || index.employers.some(({ id }) => id === employerId)))
    return employerId;
  return employerIdFor(signer, await readOthers(signer, index), index);
}

/** Every saved signer. Needed only if this signer has no employer yet: the proposal must not be another signer’s employer. */
async function readOthers({ employerId }: Signer, { signers, employers }: DetailsIndex): Promise<Signer[]> {
  if (signers.length < 2 || employers.some(({ id }) => id === employerId)) return [];
  const all = await repository.readAll('signer');
  return all.ok ? all.value : [];
}

export async function readChosenSigner(id: string): Promise<Signer | null> {
  if (!id) return null;
  const got = await repository.readSigner(id);
  return got.ok ? got.value : null;
}

export async function readChosenEmployer(id: string): Promise<Employer | null> {
  if (!id) return null;
  const got = await repository.readEmployer(id);
  return got.ok ? got.value : null;
}
