import type { Browser } from 'wxt/browser';
import { toSections } from '../popup/composing';
import { composePart } from '../popup/menuPart';
import { describeOutcome } from '../popup/outcomeSentence';
import type { Outcome } from '../popup/outcome';
import { gatherIngredients } from '../popup/gather';
import { withEarlierLetters } from '../popup/recallThread';
import { keepOutcome } from '../popup/keepOutcome';
import { clearBadge, showBadge } from '../browser/badge';
import { lettersAtHand } from './lettersAtHand';
import { listMenuItems } from '../browser/menuItems';
import { openOptionsPage } from '../browser/optionsPage';
import { runInFrame, showNoticeInFrame } from '../browser/pageJobs';
import { isSeparateWindow } from '../browser/separateWindow';

type Click = Browser.contextMenus.OnClickData;
type Tab = Browser.tabs.Tab;

/**
 * Inserts what was chosen at the caret of the field that was clicked, in the frame that was clicked: never a subject,
 * people or files. The sentence is shown on the page, and kept for the popup.
 */
export async function answerMenu(click: Click, tab: Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  const frameId = click.frameId ?? 0;
  const outcome = await insertPart(tab.id, frameId, String(click.menuItemId));
  if (!outcome) return;
  await keepOutcome(tab.id, outcome);
  const isTold = await showNoticeInFrame(tab.id, frameId, describeOutcome(outcome));
  if (isTold) return clearBadge(tab.id);
  await showBadge(tab.id);
  // A badge is seen by nobody in a window without a toolbar: the switch that opens such windows to us has the sentence.
  if (await isSeparateWindow(tab.windowId))
    await openOptionsPage('privacy-and-backup/outlook-windows/refused');
}

async function insertPart(tabId: number, frameId: number, itemId: string): Promise<Outcome | null> {
  const ingredients = await withEarlierLetters(await gatherIngredients(tabId, new Date(), lettersAtHand));
  const item = listMenuItems(ingredients.letter).find(({ id }) => id === itemId);
  if (!item?.part) return null;
  const composed = composePart(item.part, item.title, ingredients);
  if (!composed) return { kind: 'nothing in that part' };
  const result = await runInFrame(tabId, frameId, {
    do: 'insert',
    target: { by: 'clicked' },
    content: { ...composed.body, subject: '', to: [], cc: [], file: null },
    allowSecondCopy: item.part.part !== 'letter',
    sections: toSections(composed.letter),
  });
  return result.ok
    ? { kind: 'reported', frameId, report: result.report, facts: composed.facts }
    : { kind: 'page failed', why: result.why, byMenu: true };
}
