import { copyLetter, copyText } from '../browser/clipboardAndDownloads';
import { type MailSite, openNewEmail, openOptionsPage } from '../browser/tabs';
import { fitsEmployer } from '../employer/pairing';
import { fields, isFieldName } from '../letter/compose/fields';
import { listMissingOnPaper } from '../letter/compose/missing';
import type { MissingDetail } from '../letter/model';
import type { Insertion } from '../mail/protocol';
import { repository } from '../storage/repository';
import {
  composeFrom,
  findUnreachable,
  toBody,
  toFacts,
  toInsertion,
  toSections,
  withoutWordCopy,
} from '../writing/compose';
import { type FoundDraft, whyNoDraft } from '../writing/drafts';
import { findPartIn, keepOutcome } from '../writing/letterIn';
import type { Outcome } from '../writing/outcome';
import type { Way } from '../writing/questions';
import { writeOutcome } from '../writing/tabState';
import { forgetWords } from './choices';
import { handOver } from './handOver';
import { lookAtTab } from './open';
import { currentDocument, currentIngredients, showOutcome, usePopup } from './store';

/** Inserts the letter. The background does the insertion, so the popup may close once the job is sent. */
export async function insertLetter({ allowSecondCopy = false } = {}): Promise<void> {
  const { tab, where, outcome } = usePopup.getState();
  if (outcome?.kind === 'running') return;
  const question = await findQuestion('insert');
  if (question?.kind === 'letter blocked') return showOutcome(question);
  // The page may have finished loading, or the user may have opened an email, since the last look.
  if (where.state === 'looked' && !chosenDraft()) {
    await lookAtTab();
    // A second click during the look must not put in a second copy.
    if (usePopup.getState().outcome?.kind === 'running') return;
  }
  if (!tab) return showOutcome({ kind: 'page failed', why: 'forbidden' });
  const refusal = findRefusal() ?? question;
  if (refusal) return showOutcome(refusal);
  const draft = chosenDraft();
  const ingredients = currentIngredients();
  const document = currentDocument();
  showOutcome({ kind: 'running' });
  const file = ingredients.choices.attachWord ? await makeAttachment(tab.id) : null;
  if (file === 'not made') return;
  void noteMailboxWarningSeen();
  await handOver({
    type: 'insert',
    tabId: tab.id,
    // Null while the popup is still looking: the background then finds the draft.
    draft: draft ? { frameId: draft.frameId, id: draft.id } : null,
    content: toInsertion(document, ingredients, file),
    sections: toSections(document),
    allowSecondCopy,
    facts: {
      ...toFacts(document, ingredients),
      unreachable: findUnreachable(ingredients),
      ...(file ? { missingOnPaper: listMissingOnPaper(document).length } : {}),
    },
  });
}

/** A problem or question that the user must settle before taking the letter in this way; null if there is none. */
async function findQuestion(way: Way): Promise<Outcome | null> {
  const { letterProblem, signer, employer, acceptedPair } = usePopup.getState();
  const fits = fitsEmployer(signer, employer) || acceptedPair === currentPair();
  if (!letterProblem && fits) return null;
  const { askAboutMisfit, describeBlockedLetter } = await import('../writing/questions');
  if (letterProblem) return { kind: 'letter blocked', sentence: describeBlockedLetter(letterProblem, way) };
  if (!signer || !employer) return null;
  return { kind: 'does not fit', way, sentence: askAboutMisfit(signer, employer, way) };
}

/** Contains the answers that make the pair fit or not, so that a changed answer asks the question again. */
function currentPair(): string {
  const { signer, employer } = usePopup.getState();
  return JSON.stringify([signer?.id, signer?.employment, employer?.id, employer?.kind]);
}

/** Accepts the signer and employer although they do not match, and goes on. Not asked again while the popup is open. */
export async function continueWithMisfit(way: Way): Promise<void> {
  usePopup.setState({ acceptedPair: currentPair() });
  switch (way) {
    case 'insert':
      return insertLetter();
    case 'copy':
      return copyWholeLetter();
    case 'word':
      return downloadWordLetter();
  }
}

/** Why the letter cannot be inserted; null if it can, or if the popup is still looking for drafts. */
function findRefusal(): Outcome | null {
  const { where } = usePopup.getState();
  if (where.state === 'forbidden') return { kind: 'page failed', why: 'forbidden' };
  if (where.state === 'looking' || chosenDraft()) return null;
  return whyNoDraft(where);
}

function chosenDraft(): FoundDraft | undefined {
  const { where, draftKey } = usePopup.getState();
  return where.state === 'looked' ? where.drafts.find((draft) => draft.key === draftKey) : undefined;
}

async function noteMailboxWarningSeen(): Promise<void> {
  if (!usePopup.getState().warnAboutMailbox) return;
  await repository.saveSettings({ mailboxWarningSeen: true });
}

export async function takeLetterOut(): Promise<void> {
  const { tab, letterIn } = usePopup.getState();
  if (!tab || !letterIn) return;
  await handOver({ type: 'takeOut', tabId: tab.id, frameId: letterIn.frameId, facts: letterIn.facts });
}

export async function takePartOut(): Promise<void> {
  const { tab, outcome } = usePopup.getState();
  const partIn = findPartIn(outcome);
  if (tab && partIn) await handOver({ type: 'takeOut', tabId: tab.id, ...partIn });
}

/** For pages that do not accept addresses from a script: the user pastes them. */
export async function copyAddresses(): Promise<void> {
  const { letterIn } = usePopup.getState();
  if (!letterIn) return;
  const copied = await copyText(letterIn.facts.addresses.join('; '));
  showOutcome({ kind: copied ? 'addresses copied' : 'copy refused' });
}

export async function copyWholeLetter(): Promise<void> {
  const refusal = await findQuestion('copy');
  if (refusal) return showOutcome(refusal);
  const document = composeFrom(withoutWordCopy(currentIngredients()));
  const { html, text } = toBody(document);
  const copied = await copyLetter(html, text);
  showOutcome(copied ? { kind: 'copied', missingCount: document.missing.length } : { kind: 'copy refused' });
}

export async function downloadWordLetter(): Promise<void> {
  const refusal = await findQuestion('word');
  if (refusal) return showOutcome(refusal);
  try {
    const { saveWordLetter } = await import('./wordLetter');
    showOutcome(await saveWordLetter());
  } catch (error) {
    console.error(error);
    showOutcome({ kind: 'no Word letter' });
  }
}

/**
 * Renders the Word copy. Rendering is slow and runs in the popup. If the popup closes meanwhile, nothing has been
 * inserted, so store 'not started' first.
 */
async function makeAttachment(tabId: number): Promise<Insertion['file'] | 'not made'> {
  await writeOutcome(tabId, { kind: 'not started' });
  try {
    const { renderAttachment } = await import('./wordLetter');
    return await renderAttachment();
  } catch (error) {
    console.error(error);
    const outcome = { kind: 'no Word letter', attaching: true } as const;
    showOutcome(outcome);
    await keepOutcome(tabId, outcome);
    return 'not made';
  }
}

export async function openEmail(site: MailSite): Promise<void> {
  const { tab } = usePopup.getState();
  const opened = { kind: 'new email opened' } as const;
  showOutcome(opened);
  // The new tab closes the popup, so save everything before opening it.
  await repository.saveSettings({ lastMailSite: site });
  if (tab) await keepOutcome(tab.id, opened);
  await openNewEmail(site, tab?.url ?? '');
}

/** Saves the letter under Letters and replies as sent today; the user can correct the date there. */
export async function noteSent(): Promise<void> {
  const { tab, letterIn, today } = usePopup.getState();
  if (!letterIn) return;
  const {
    missingCount: _missing,
    addresses: _addresses,
    unreachable: _unreachable,
    missingOnPaper: _onPaper,
    employerLeftOut: _leftOut,
    part: _part,
    ...stored
  } = letterIn.facts;
  const added = await repository.addRecord('sent', { ...stored, sentOn: today });
  if (!added.ok) return showOutcome({ kind: 'not saved', why: added.why });
  await forgetWords(letterIn.facts);
  const outcome = { kind: 'sent noted', on: today } as const;
  showOutcome(outcome);
  // When the popup is opened again, it must not offer to save the same letter twice.
  if (tab) await keepOutcome(tab.id, outcome);
}

/** Opens the missing field, on the options page or in the popup. */
export function openField({ field }: MissingDetail): void {
  const place = isFieldName(field) ? fields[field].place : { page: 'none' as const };
  if (place.page === 'options') void openOptionsPage(optionsPlace(place.section, place.field));
  else if (place.page === 'none') void openOptionsPage(optionsPlace('your-employer', ''));
  else focusInPopup(field);
}

/** For example `about-you/jobTitle/RECORD_ID`: the id selects the right record if many signers are saved. */
function optionsPlace(section: 'about-you' | 'your-employer', field: string): string {
  const { signer, employer } = usePopup.getState();
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

export function openOptions(place = ''): void {
  void openOptionsPage(place);
}
