import type { SectionText } from '../mail/protocol';
import { repository } from '../storage/repository';
import { firstSettings } from '../storage/choices';
import { addHolds, chooseAgain, joinLooks, type Where } from '../writing/drafts';
import { type Gathered, gatherIngredients } from '../writing/gather';
import { isLost, type Outcome } from '../writing/outcome';
import { lettersOnDemand } from '../writing/letters';
import { readLetterIn, readOutcome, watchOutcome } from '../writing/tabState';
import {
  changeWords,
  createPopupStore,
  currentSections,
  followJob,
  type PopupDeps,
  type PopupStore,
  showOutcome,
} from './store';
import { detach } from '../failure/failure';

/** An opened popup, and what was last done in its tab. That is shown only when `lookAround` has found the same page. */
export interface Opened {
  popup: PopupStore;
  earlier: Outcome | null;
}

/** Reads the saved details and the tab’s choices, and makes the popup of them. */
export async function openPopup(deps: PopupDeps): Promise<Opened> {
  const tab = await deps.findActiveTab();
  const [gathered, composing, settings, outcome, letterIn] = await Promise.all([
    gatherIngredients(tab?.id ?? null, deps.now, lettersOnDemand),
    import('../writing/insertion'),
    repository.readSettings(),
    tab ? readOutcome(tab.id) : null,
    tab ? readLetterIn(tab.id) : null,
  ]);
  const { mailboxWarningSeen, lastMailSite } = settings.ok ? settings.value : firstSettings;
  const start = {
    ...gathered,
    tab,
    composing,
    letterIn,
    lastMailSite,
    warnAboutMailbox: !mailboxWarningSeen,
  };
  const popup = createPopupStore(deps, start);
  if (mustAskFirst(gathered)) await (await import('./firstAnswers')).askFirstQuestions(popup);
  // The letter may have been repaired since a right-click could not use it.
  const earlier = outcome?.kind === 'letter blocked' && !gathered.letterProblem ? null : outcome;
  if (earlier?.kind === 'running') showOutcome(popup, earlier);
  return { popup, earlier };
}

/** Looks for drafts in the page, and from now on shows what the background does in the tab. */
export async function lookAround({ popup, earlier }: Opened): Promise<void> {
  const { tab } = popup.getState();
  if (tab) {
    // 'not started' is stored while the Word copy is rendered, in case the popup closes. An open popup must not show it.
    watchOutcome(tab.id, (changed) => changed.kind !== 'not started' && showNew(popup, changed));
    // Starting the background reports a job that was interrupted when the background stopped.
    if (earlier?.kind === 'running') detach(followJob(popup, tab.id).then(() => lookAfterLoss(popup)));
    await popup.deps.clearBadge(tab.id);
  }
  await Promise.all([lookForLetter(popup, earlier), recallEarlierLetters(popup)]);
}

/** The browser also reports what this popup wrote. Shown again, it would take back a press of “Back to Insert letter” since. */
function showNew(popup: PopupStore, changed: Outcome): void {
  const isShown = JSON.stringify(changed) === JSON.stringify(popup.getState().outcome);
  if (!isShown) showOutcome(popup, changed);
}

export async function lookAfterLoss(popup: PopupStore): Promise<void> {
  if (isLost(popup.getState().outcome)) await lookForLetter(popup);
}

/**
 * Looks for drafts, and for the letter in them. What happened before the popup was opened is shown only then: the page may
 * have been loaded again, or the email closed.
 */
async function lookForLetter(popup: PopupStore, earlier: Outcome | null = null): Promise<void> {
  const [{ showOfThisPage, recogniseLetter }] = await Promise.all([import('./afterwards'), lookAtTab(popup)]);
  showOfThisPage(popup, popup.getState().outcome ?? earlier);
  await recogniseLetter(popup);
}

/** Looks for drafts in the tab. Called at opening and for each chosen letter, whose sections are looked for. */
export async function lookAtTab(popup: PopupStore): Promise<void> {
  const { tab } = popup.getState();
  const where = tab
    ? await look(popup, tab.id, currentSections(popup.getState()))
    : ({ state: 'forbidden' } as const);
  const { draftKey, draftChoice } = popup.getState();
  const stillThere = where.state === 'looked' && where.drafts.some((draft) => draft.key === draftKey);
  popup.setState({ where, draftKey: stillThere ? draftKey : chooseAgain(draftChoice, where) });
}

/** Looks twice, because the letter’s words may go only into frames in which an email was found. */
async function look(popup: PopupStore, tabId: number, sections: SectionText[]): Promise<Where> {
  const looks = await popup.deps.runInAllFrames(tabId, { do: 'look', sections: [] });
  if (!looks.ok) return { state: 'forbidden' };
  const where = joinLooks(looks.report);
  const frameIds = sections.length ? [...new Set(where.drafts.map(({ frameId }) => frameId))] : [];
  const again = await Promise.all(
    frameIds.map((frameId) => popup.deps.runInFrame(tabId, frameId, { do: 'look', sections })),
  );
  return addHolds(
    where,
    again.filter((frame) => frame.ok),
  );
}

/** Only while no signer is saved. Saved details are changed on the options page, where all of them can be seen. */
function mustAskFirst({ index }: Gathered): boolean {
  return index.signers.length === 0;
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
