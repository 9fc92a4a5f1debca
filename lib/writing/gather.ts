import { readTabChoices, type TabChoices } from './tabState';
import { emptyIndex, type DetailsIndex } from '../storage/lists';
import { repository } from '../storage/repository';
import type { Choices, Employer, Signer } from '../storage/schema';
import { localDay } from '../letter/dates';
import type { LetterIngredients } from './compose';
import type { DraftChoice } from './drafts';
import { findLetter, type LetterShelf } from './letters';
import { adoptWords, dropPastDay, mixWords, nothingSaid, noWords, type OwnWords, type Said } from './inputs';

export interface Gathered extends LetterIngredients {
  index: DetailsIndex;
  own: OwnWords;
  recalled: Said;
  draftChoice: DraftChoice | null;
}

const noTabChoices: TabChoices = {};

/** The last choices and the tab’s own, with the records they name. What cannot be read counts as not saved. */
export async function gatherIngredients(
  tabId: number | null,
  now: Date,
  shelf: LetterShelf,
): Promise<Gathered> {
  const today = localDay(now);
  const [gotIndex, tabChoices] = await Promise.all([
    repository.readIndex(),
    tabId === null ? noTabChoices : readTabChoices(tabId),
  ]);
  const index = gotIndex.ok ? gotIndex.value : emptyIndex;
  const choices = mergeChoices(index, tabChoices);
  const [signer, employer, letter] = await Promise.all([
    readChosenSigner(choices.signerId),
    readChosenEmployer(choices.employerId),
    findLetter(choices.letterId, index, shelf),
  ]);
  const own = adoptWords(dropPastDay(tabChoices.own ?? noWords, today), choices);
  const sources = { index, choices, own, recalled: nothingSaid, today };
  const draftChoice = tabChoices.draftChoice ?? null;
  return { ...sources, letter, signer, employer, draftChoice, ...mixWords(sources) };
}

/** The tab’s own choices over the last ones, and never the id of a record that is gone. */
function mergeChoices(index: DetailsIndex, tab: TabChoices): Choices {
  const last = index.lastUsed;
  return {
    ...last,
    letterId: tab.letterId ?? last.letterId,
    signerId: pickId([tab.signerId, last.signerId], index.signers),
    employerId: pickId([tab.employerId, last.employerId], index.employers),
  };
}

function pickId(wanted: (string | undefined)[], known: { id: string }[]): string {
  return wanted.find((id) => known.some((record) => record.id === id)) ?? known[0]?.id ?? '';
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
