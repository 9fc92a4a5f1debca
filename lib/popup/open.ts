import { repository } from '../storage/repository';
import { firstSettings } from '../storage/choices';
import { type Gathered, gatherIngredients } from '../writing/gather';
import type { Outcome } from '../writing/outcome';
import { lettersOnDemand } from '../writing/letters';
import { isEqual, readLetterIn, readOutcome, watchOutcome } from '../writing/tabState';
import { recallEarlierLetters } from './choices';
import { lookAfterLoss, lookForLetter } from './look';
import { createPopupStore, followJob, type PopupDeps, type PopupStore, showOutcome } from './store';
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
  if (!isEqual(changed, popup.getState().outcome)) showOutcome(popup, changed);
}

/** Only while no signer is saved. Saved details are changed on the options page, where all of them can be seen. */
function mustAskFirst({ index }: Gathered): boolean {
  return index.signers.length === 0;
}
