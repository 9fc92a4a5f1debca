import { type MailSite, mailSiteOf } from '../browser/tabs';
import { fitsEmployer } from '../employer/pairing';
import type { Enclosure, LetterDocument, MissingDetail } from '../letter/model';
import { textsToRecognise } from '../letter/render/text';
import { repository } from '../storage/repository';
import { type FoundDraft, whyNoDraft } from '../writing/drafts';
import { findUnreachable } from '../writing/recipients';
import { keepOutcome, writeOutcome } from '../writing/tabState';
import type { LetterFacts, LetterIn, Outcome } from '../writing/outcome';
import type { Way } from '../writing/questions';
import type { Attachments } from './wordLetter';
import { choicesTaken } from './choices';
import { lookAfterLoss, lookAtTab } from './look';
import {
  currentDocument,
  currentIngredients,
  type PopupState,
  showOutcome,
  type PopupStore,
  handOver,
} from './store';
import { detach } from '../failure/failure';

interface InsertOptions {
  allowSecondCopy?: boolean;
  /** Takes the letter that is in the email out first. */
  instead?: LetterIn | null;
}

/** Inserts the letter. The background does the insertion, so the popup may close once the job is sent. */
export async function insertLetter(
  popup: PopupStore,
  { allowSecondCopy = false, instead = null }: InsertOptions = {},
): Promise<void> {
  if (popup.isTaking || popup.getState().outcome?.kind === 'running') return;
  popup.isTaking = true;
  await choicesTaken(popup).finally(() => (popup.isTaking = false));
  const { tab, where, composing } = popup.getState();
  const question = await findQuestion(popup, 'insert');
  if (question?.kind === 'letter blocked') return showOutcome(popup, question);
  // The page may have finished loading, or the user may have opened an email, since the last look.
  if (!instead && where.state === 'looked' && !chosenDraft(popup)) {
    await lookAtTab(popup);
    // A second click during the look must not put in a second copy.
    if (popup.getState().outcome?.kind === 'running') return;
  }
  if (!tab) return showOutcome(popup, { kind: 'page failed', why: 'forbidden' });
  const refusal = (instead ? null : findRefusal(popup)) ?? question;
  if (refusal) return showOutcome(popup, refusal);
  const draft = instead ? draftOf(instead) : chosenDraft(popup);
  showOutcome(popup, { kind: 'running' });
  if (popup.getState().first) {
    await writeOutcome(tab.id, { kind: 'not started' });
    await keepFirstAnswers(popup);
  }
  const ingredients = currentIngredients(popup.getState());
  const document = currentDocument(popup.getState());
  const { listEnclosures, toFacts, toInsertion } = composing;
  const enclosures = instead ? [] : listEnclosures(ingredients);
  const attached = enclosures.length > 0 ? await makeAttachments(popup, tab.id, document, enclosures) : null;
  if (attached === 'not made') return;
  detach(noteMailboxWarningSeen(popup));
  await handOver(popup, {
    type: 'insert',
    tabId: tab.id,
    // Null while the popup is still looking: the background then finds the draft.
    draft: draft ? { frameId: draft.frameId, id: draft.id } : null,
    content: toInsertion(document, ingredients, attached?.files ?? null),
    sections: textsToRecognise(document, ingredients.letter),
    allowSecondCopy,
    ...(instead && { instead: { to: instead.facts.to } }),
    facts: {
      ...toFacts(document, ingredients),
      unreachable: findUnreachable(ingredients),
      ...(attached ? { attached: enclosures } : {}),
      ...(enclosures.includes('word copy') && attached ? { missingOnPaper: attached.missingOnPaper } : {}),
    },
  });
  await lookAfterLoss(popup);
}

/** The key of a draft is its page, then its id. */
function draftOf({ frameId, draftKey, page = '' }: LetterIn): { frameId: number; id: string } | undefined {
  return draftKey?.startsWith(`${page}:`) ? { frameId, id: draftKey.slice(page.length + 1) } : undefined;
}

/** Taking the letter is the agreement to save the first answers; until then they are in memory only. */
async function keepFirstAnswers(popup: PopupStore): Promise<void> {
  if (popup.getState().first) await (await import('./firstAnswers')).saveFirstAnswers(popup);
}

/** A problem or question that the user must settle before taking the letter in this way; null if there is none. */
async function findQuestion(popup: PopupStore, way: Way): Promise<Outcome | null> {
  const { letterProblem, signer, employer, acceptedPair } = popup.getState();
  const fits = fitsEmployer(signer, employer) || acceptedPair === currentPair(popup.getState());
  if (!letterProblem && fits) return null;
  const { askAboutMisfit, describeBlockedLetter } = await import('../writing/questions');
  if (letterProblem) return { kind: 'letter blocked', sentence: describeBlockedLetter(letterProblem, way) };
  if (!signer || !employer) return null;
  return { kind: 'does not fit', way, sentence: askAboutMisfit(signer, employer, way) };
}

/** Contains the answers that make the pair fit or not, so that a changed answer asks the question again. */
export function currentPair({ signer, employer }: PopupState): string {
  return JSON.stringify([signer?.id, signer?.employment, employer?.id, employer?.kind]);
}

/** Why the letter cannot be inserted; null if it can, or if the popup is still looking for drafts. */
function findRefusal(popup: PopupStore): Outcome | null {
  const { where } = popup.getState();
  if (where.state === 'forbidden') return { kind: 'page failed', why: 'forbidden' };
  if (where.state === 'looking' || chosenDraft(popup)) return null;
  return whyNoDraft(where);
}

function chosenDraft(popup: PopupStore): FoundDraft | undefined {
  const { where, draftKey } = popup.getState();
  return where.state === 'looked' ? where.drafts.find((draft) => draft.key === draftKey) : undefined;
}

async function noteMailboxWarningSeen(popup: PopupStore): Promise<void> {
  if (!popup.getState().warnAboutMailbox) return;
  await repository.saveSettings({ mailboxWarningSeen: true });
}

export async function copyWholeLetter(popup: PopupStore): Promise<void> {
  await choicesTaken(popup);
  const refusal = await findQuestion(popup, 'copy');
  if (refusal) return showOutcome(popup, refusal);
  await keepFirstAnswers(popup);
  const { composeFrom, toFacts, withoutAttachments } = popup.getState().composing;
  const ingredients = withoutAttachments(currentIngredients(popup.getState()));
  const document = composeFrom(ingredients);
  await showAndKeep(popup, await copyDocument(popup, document), toFacts(document, ingredients));
}

/** Also used where the popup cannot be shown: it reads nothing but the letter. */
export async function copyDocument(popup: PopupStore, document: LetterDocument): Promise<Outcome> {
  const { toBody } = popup.getState().composing;
  const { html, text } = toBody(document);
  const copied = await popup.deps.copyLetter(html, text);
  return copied ? { kind: 'copied', missingCount: document.missing.length } : { kind: 'copy refused' };
}

export async function downloadWordLetter(popup: PopupStore): Promise<void> {
  await choicesTaken(popup);
  const refusal = await findQuestion(popup, 'word');
  if (refusal) return showOutcome(popup, refusal);
  await keepFirstAnswers(popup);
  const { composeFrom, toFacts, withoutAttachments } = popup.getState().composing;
  const ingredients = withoutAttachments(currentIngredients(popup.getState()));
  const document = composeFrom(ingredients);
  await showAndKeep(
    popup,
    await saveAsWord(popup, document, ingredients.signer?.school ?? ''),
    toFacts(document, ingredients),
  );
}

/** As `copyDocument`. */
export async function saveAsWord(
  popup: PopupStore,
  document: LetterDocument,
  school: string,
): Promise<Outcome> {
  try {
    const { saveWordLetter } = await import('./wordLetter');
    return await saveWordLetter(popup, document, school);
  } catch (error) {
    console.error(error);
    return { kind: 'no Word letter' };
  }
}

/** A click on the page closes the popup: when it is opened again, it still offers “I have sent it”. */
async function showAndKeep(popup: PopupStore, taken: Outcome, facts: LetterFacts): Promise<void> {
  const isTaken = taken.kind === 'copied' || taken.kind === 'saved as Word';
  const outcome = isTaken ? { ...taken, facts } : taken;
  showOutcome(popup, outcome);
  const { tab } = popup.getState();
  if (tab) await keepOutcome(tab.id, outcome);
}

/**
 * Renders the Word files to attach. Rendering is slow and runs in the popup. If the popup closes meanwhile, nothing has been
 * inserted, so store 'not started' first.
 */
async function makeAttachments(
  popup: PopupStore,
  tabId: number,
  document: LetterDocument,
  enclosures: Enclosure[],
): Promise<Attachments | 'not made'> {
  await writeOutcome(tabId, { kind: 'not started' });
  try {
    const { renderAttachments } = await import('./wordLetter');
    const { firstLetter, signer } = popup.getState();
    return await renderAttachments({ document, firstLetter, enclosures }, signer?.school ?? '');
  } catch (error) {
    console.error(error);
    const outcome = { kind: 'no Word letter', attaching: true } as const;
    showOutcome(popup, outcome);
    await keepOutcome(tabId, outcome);
    return 'not made';
  }
}

export async function openEmail(popup: PopupStore, site: MailSite): Promise<void> {
  const { tab } = popup.getState();
  const opened = { kind: 'new email opened' } as const;
  showOutcome(popup, opened);
  // The new tab closes the popup, so save everything before opening it.
  await repository.saveSettings({ lastMailSite: site });
  if (tab) await keepOutcome(tab.id, opened);
  await popup.deps.openNewEmail(site, tab?.url ?? '');
}

/** Opens the missing field, on the options page or in the popup. The table of fields is loaded only here, to keep the popup small. */
export async function openField(popup: PopupStore, { field }: MissingDetail): Promise<void> {
  const { fields, isFieldName } = await import('../letter/compose/fields');
  const place = isFieldName(field) ? fields[field].place : { page: 'none' as const };
  if (place.page === 'options')
    detach(popup.deps.openOptionsPage(optionsPlace(popup, place.section, place.field)));
  else if (place.page === 'none')
    detach(popup.deps.openOptionsPage(optionsPlace(popup, 'your-employer', '')));
  else focusInPopup(field);
}

/** For example `about-you/jobTitle/RECORD_ID`: the id selects the right record if many signers are saved. */
function optionsPlace(popup: PopupStore, section: 'about-you' | 'your-employer', field: string): string {
  const { signer, employer } = popup.getState();
  const record = section === 'about-you' ? signer : employer;
  if (!record) return field ? `${section}/${field}` : section;
  return `${section}/${field}/${encodeURIComponent(record.id)}`;
}

/** Focuses the input marked with this letter field, after opening the fold around it. */
function focusInPopup(field: string): void {
  const input = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  input?.closest('details')?.setAttribute('open', '');
  input?.focus();
}

export function openOptions(popup: PopupStore, place = ''): void {
  detach(popup.deps.openOptionsPage(place));
}

/** The mail site for “Open a new email”: the one in this tab, else the one used last, else null, and the user is asked. */
export function newEmailSite({
  tab,
  lastMailSite,
}: Pick<PopupState, 'tab' | 'lastMailSite'>): MailSite | null {
  return mailSiteOf(tab?.url ?? '') ?? (lastMailSite || null);
}
