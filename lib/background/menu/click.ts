import type { Browser } from 'wxt/browser';
import type { LetterTemplate } from '../../letter/model';
import { type LetterIngredients, toSections, withoutWordCopy } from '../../writing/compose';
import { composePart } from './compose';
import { describeOutcome, mailboxWarning } from '../../writing/sentences';
import type { Outcome } from '../../writing/outcome';
import { gatherIngredients } from '../../writing/gather';
import { withEarlierLetters } from '../../writing/earlierLetters';
import { keepOutcome } from '../../writing/letterIn';
import { clearBadge, showBadge } from '../../browser/badge';
import { repository } from '../../storage/repository';
import { findLetter, letterRole } from '../../writing/letters';
import { lettersAtHand } from '../letters';
import { rebuildMenu } from './build';
import { listMenuItems, readMenuItemId } from './items';
import { isSeparateWindow, openOptionsPage } from '../../browser/tabs';
import { runInFrame, showNoticeInFrame } from '../../browser/inject';

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
  if (await tellOnPage(tab.id, frameId, outcome)) return clearBadge(tab.id);
  await showBadge(tab.id);
  // A badge is seen by nobody in a window without a toolbar: the switch that opens such windows to us has the sentence.
  if (await isSeparateWindow(tab.windowId))
    await openOptionsPage('privacy-and-backup/outlook-windows/refused');
}

/** False where the page has no place for a sentence. What a mailbox keeps is said with the first thing that goes in. */
async function tellOnPage(tabId: number, frameId: number, outcome: Outcome): Promise<boolean> {
  const sentence = describeOutcome(outcome);
  if (!isIn(outcome) || !(await isWarningDue())) return showNoticeInFrame(tabId, frameId, sentence);
  const isTold = await showNoticeInFrame(tabId, frameId, `${sentence} Keep in mind: ${mailboxWarning}`);
  if (isTold) await repository.saveSettings({ mailboxWarningSeen: true });
  return isTold;
}

function isIn(outcome: Outcome): boolean {
  return outcome.kind === 'reported' && outcome.report.body.outcome === 'inserted';
}

async function isWarningDue(): Promise<boolean> {
  const settings = await repository.readSettings();
  return settings.ok && !settings.value.mailboxWarningSeen;
}

async function insertPart(tabId: number, frameId: number, menuItemId: string): Promise<Outcome | null> {
  const { letterId, itemId } = readMenuItemId(menuItemId);
  const ingredients = await gatherForMenu(tabId, letterId);
  const item = listMenuItems(ingredients.letter).find(({ id }) => id === itemId);
  if (!item || !isOrStandsFor(ingredients.letter, letterId)) {
    void rebuildMenu();
    return { kind: 'no such part' };
  }
  if (!item.part) return null;
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

/** With the letter of the menu: the tab may have one of its own, but the menu is the same for every tab. */
async function gatherForMenu(tabId: number, letterId: string): Promise<LetterIngredients> {
  const gathered = await gatherIngredients(tabId, new Date(), lettersAtHand);
  const letter = await findLetter(letterId, gathered.index, lettersAtHand);
  const choices = { ...gathered.choices, letterId };
  // No file goes in by right-click.
  return withoutWordCopy(await withEarlierLetters({ ...gathered, letter, choices }));
}

/** A letter of the user’s own may be deleted by now; ours is then found in its place. */
function isOrStandsFor(letter: LetterTemplate, letterId: string): boolean {
  return letter.id === letterId || letterRole(letter) === letterId;
}
