import type { SectionText } from '../mail/protocol';
import { addHolds, chooseAgain, joinLooks, type Where } from '../writing/drafts';
import { isLost, type Outcome } from '../writing/outcome';
import { currentSections, type PopupStore } from './store';

export async function lookAfterLoss(popup: PopupStore): Promise<void> {
  if (isLost(popup.getState().outcome)) await lookForLetter(popup);
}

/**
 * Looks for drafts, and for the letter in them. What happened before the popup was opened is shown only then: the page may
 * have been loaded again, or the email closed.
 */
export async function lookForLetter(popup: PopupStore, earlier: Outcome | null = null): Promise<void> {
  const [{ showOfThisPage, recogniseLetter }] = await Promise.all([import('./recognise'), lookAtTab(popup)]);
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
