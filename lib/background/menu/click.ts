import type { Browser } from 'wxt/browser';
import type { LetterTemplate, Block, Inline, LetterDocument, TemplateInline } from '../../letter/model';
import { textsToRecognise, inlineText } from '../../letter/render/text';
import { fitsEmployer } from '../../employer/pairing';
import type { Employer } from '../../storage/schema';
import { withoutAttachments, composeFrom, toBody, toContext, toFacts } from '../../writing/insertion';
import { describeOutcome } from '../../writing/outcomeSentences';
import { lostContact, type Outcome, type LetterFacts } from '../../writing/outcome';
import { gatherIngredients, type Gathered } from '../../writing/gather';
import { describeBlockedLetter, describeEmployerLeftOut, mailboxWarning } from '../../writing/questions';
import { withEarlierLetters } from '../../writing/earlierLetters';
import { keepOutcome } from '../../writing/tabState';
import { clearBadge, isSeparateWindow, openOptionsPage, showBadge } from '../../browser/tabs';
import { repository } from '../../storage/repository';
import { findLetter, letterRole } from '../../writing/letters';
import { bundledLetters, rebuildMenu, listMenuItems, readMenuItemId, type MenuPart } from './items';
import { correctLater, trackJob } from '../jobs';
import { runInFrame } from '../../browser/inject';
import { sayIfCutOff, showNoticeInFrame } from '../../browser/besidesJobs';
import { detach, reportFailure } from '../../failure/failure';
import {
  composeLetter,
  pickRequest,
  pickRequests,
  pickSection,
  pickSignature,
} from '../../letter/compose/compose';
import { renderInlines } from '../../letter/render/html';
import type { LetterIngredients } from '../../writing/inputs';

type Click = Browser.contextMenus.OnClickData;
type Tab = Browser.tabs.Tab;

/**
 * Inserts the chosen part at the caret of the right-clicked field. The menu never fills in the subject line, recipients
 * or an attachment. The outcome is shown on the page and saved for the popup.
 */
export async function handleMenuClick(click: Click, tab: Tab | undefined): Promise<void> {
  if (tab?.id !== undefined) await trackJob(insertAndSay(click, tab.id, tab.windowId));
}

async function insertAndSay(click: Click, tabId: number, windowId: number): Promise<void> {
  const frameId = click.frameId ?? 0;
  // What cannot be stored for the popup is still said on the page.
  const keep = (outcome: Outcome) => keepOutcome(tabId, outcome).catch(reportFailure);
  // If the browser stops the background meanwhile, the page says so, and so does the popup, which finds this outcome.
  const running = { kind: 'running', byMenu: true } as const;
  const lost = lostContact(running);
  const end = await sayIfCutOff(tabId, frameId, describeOutcome(lost));
  await keep(running);
  const outcome = await insertPart(tabId, frameId, String(click.menuItemId), keep).catch((error) => {
    reportFailure(error);
    return lost;
  });
  await keep(outcome);
  if (outcome.kind === 'reported') detach(correctLater(tabId, outcome));
  const isShown = await showOnPage(tabId, frameId, outcome);
  end();
  if (isShown) return clearBadge(tabId);
  await showBadge(tabId);
  // A separate window has no toolbar, so its badge cannot be seen. The options page explains how to allow such windows.
  if (await isSeparateWindow(windowId)) await openOptionsPage('privacy-and-backup/outlook-windows/refused');
}

/**
 * Shows the outcome on the page; false if the page cannot show a notice. The warning that mailboxes save drafts is
 * added to the first successful insertion.
 */
async function showOnPage(tabId: number, frameId: number, outcome: Outcome): Promise<boolean> {
  const sentence = describeOutcome(outcome);
  if (!isInserted(outcome) || !(await isWarningDue())) return showNoticeInFrame(tabId, frameId, sentence);
  const isShown = await showNoticeInFrame(tabId, frameId, `${sentence} Keep in mind: ${mailboxWarning}`);
  if (isShown) await repository.saveSettings({ mailboxWarningSeen: true });
  return isShown;
}

function isInserted(outcome: Outcome): boolean {
  return outcome.kind === 'reported' && outcome.report.body.outcome === 'inserted';
}

async function isWarningDue(): Promise<boolean> {
  const settings = await repository.readSettings();
  return settings.ok && !settings.value.mailboxWarningSeen;
}

async function insertPart(
  tabId: number,
  frameId: number,
  menuItemId: string,
  keep: (running: Outcome) => Promise<void>,
): Promise<Outcome> {
  const { letterId, itemId } = readMenuItemId(menuItemId);
  const ingredients = await gatherForMenu(tabId, letterId);
  const { letterProblem, employer } = ingredients;
  const item = listMenuItems(ingredients.letter).find(({ id }) => id === itemId);
  // A detail does not depend on the letter's words.
  if (letterProblem && item?.part?.part !== 'detail') {
    detach(rebuildMenu());
    const sentence = `${describeBlockedLetter(letterProblem, 'insert')} ${WHERE_TO_CHOOSE}`;
    return { kind: 'letter blocked', sentence };
  }
  if (!item?.part || !isLetterOrItsReplacement(ingredients.letter, letterId)) {
    detach(rebuildMenu());
    return { kind: 'no such part' };
  }
  const { part, title } = item;
  // A right-click cannot ask: an employer who seems not to be the signer's is left out, and the notice says why.
  const { signer } = ingredients;
  const fits = fitsEmployer(signer, employer);
  const compose = (of: Employer | null) => composePart(part, title, { ...ingredients, employer: of });
  const composed = compose(fits ? employer : null);
  if (!composed) return { kind: 'nothing in that part' };
  const isLeftOut = !fits && compose(employer)?.body.text !== composed.body.text;
  const facts =
    isLeftOut && signer && employer
      ? { ...composed.facts, employerLeftOut: describeEmployerLeftOut(signer, employer) }
      : composed.facts;
  const job = { byMenu: true, letter: { frameId, facts } } as const;
  await keep({ kind: 'running', ...job });
  const result = await runInFrame(tabId, frameId, {
    do: 'insert',
    target: { by: 'clicked' },
    content: { ...composed.body, subject: '', to: [], cc: [], files: null },
    allowSecondCopy: part.part !== 'letter',
    sections: textsToRecognise(composed.letter, ingredients.letter),
  });
  return result.ok
    ? { kind: 'reported', frameId, page: result.page, report: result.report, facts }
    : { kind: 'page failed', why: result.why, ...(result.why === 'gone' ? job : { byMenu: true }) };
}

const WHERE_TO_CHOOSE = 'Click the Dear Employer icon to see what you can do.';

/** Uses the letter that the menu was built for, not the tab's choice: the menu is the same in every tab. */
async function gatherForMenu(tabId: number, letterId: string): Promise<Gathered> {
  const gathered = await gatherIngredients(tabId, new Date(), bundledLetters);
  const found = await findLetter(letterId, gathered.index, bundledLetters, repository);
  const choices = { ...gathered.choices, letterId };
  return withoutAttachments(await withEarlierLetters({ ...gathered, ...found, choices }));
}

/** An own letter may be used instead of the built-in letter that the menu was built from. */
function isLetterOrItsReplacement(letter: LetterTemplate, letterId: string): boolean {
  return letter.id === letterId || letterRole(letter) === letterId;
}

export interface ComposedPart {
  /** The whole letter with the same choices, used to recognise the letter in the draft. */
  letter: LetterDocument;
  body: { html: string; text: string };
  facts: LetterFacts;
}

/** Composes the text of one menu item. Null if that part is empty, such as an own paragraph that was not written. */
export function composePart(
  part: MenuPart,
  title: string,
  ingredients: LetterIngredients,
): ComposedPart | null {
  const letter = composeFrom(ingredients);
  const name = part.part === 'letter' ? null : title;
  const compose = (document: LetterDocument | null, body = document && toBody(document)) =>
    document && body ? { letter, body, facts: toFacts(document, ingredients, name) } : null;
  switch (part.part) {
    case 'letter':
      return compose(letter);
    case 'section':
      return compose(pickSection(letter, part.id));
    case 'request':
      return compose(pickRequest(composeWithOnly(part.id, ingredients), part.id));
    case 'requests':
      return compose(pickRequests(letter));
    case 'signature':
      return compose(pickSignature(letter));
    case 'subject':
      return composeLines([ingredients.letter.subject]);
    case 'detail': {
      const found = part.anyOf.map((fields) =>
        composeLines(fields.map((field) => [{ type: 'field', name: field }])),
      );
      return found.find((one) => one?.facts.missingCount === 0) ?? found[0] ?? null;
    }
  }

  /** Details and the subject go into the user’s own line, so they are composed without paragraph tags. */
  function composeLines(lines: TemplateInline[][]): ComposedPart | null {
    const document = composeLetter(withOnly(ingredients.letter, lines), toContext(ingredients));
    const blocks = document.sections.flatMap((section) => section.blocks);
    const found = blocks.flatMap((block) => (block.type === 'lines' ? block.lines : inlinesOf(block)));
    if (found.length === 0) return null;
    return compose(document, {
      html: found.map(renderInlines).join('<br>'),
      text: found.map(inlineText).join('\n'),
    });
  }
}

function inlinesOf(block: Block): Inline[][] {
  return block.type === 'paragraph' ? [block.content] : [];
}

/** The same letter with only this request ticked, so that a request can be inserted even if it is not ticked. */
function composeWithOnly(requestId: string, ingredients: LetterIngredients): LetterDocument {
  const requests = { ...ingredients.choices.requests, [ingredients.letter.id]: [requestId] };
  return composeFrom({ ...ingredients, choices: { ...ingredients.choices, requests } });
}

function withOnly(letter: LetterTemplate, lines: TemplateInline[][]): LetterTemplate {
  const blocks = lines.map((content) => ({ type: 'paragraph' as const, content }));
  return { ...letter, subject: [], sections: [{ id: 'lines', title: '', sources: [], blocks }] };
}
