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

/** Puts the letter in. Everything after the message happens in the background; the popup may close. */
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
  const refusal = whyNot() ?? question;
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
    // Still looking: the background finds the draft, and the popup may close meanwhile.
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

/** What the user must settle before the letter leaves in any way. */
async function findQuestion(way: Way): Promise<Outcome | null> {
  const { letterProblem, signer, employer, acceptedPair } = usePopup.getState();
  const fits = fitsEmployer(signer, employer) || acceptedPair === pairNow();
  if (!letterProblem && fits) return null;
  const { askAboutMisfit, describeBlockedLetter } = await import('../writing/questions');
  if (letterProblem) return { kind: 'letter blocked', sentence: describeBlockedLetter(letterProblem, way) };
  if (!signer || !employer) return null;
  return { kind: 'does not fit', way, sentence: askAboutMisfit(signer, employer, way) };
}

function pairNow(): string {
  const { signer, employer } = usePopup.getState();
  return JSON.stringify([signer?.id, signer?.employment, employer?.id, employer?.kind]);
}

/** The user has said that signer and employer belong together: not asked again while the popup is open. */
export async function goOnAllTheSame(way: Way): Promise<void> {
  usePopup.setState({ acceptedPair: pairNow() });
  switch (way) {
    case 'insert':
      return insertLetter();
    case 'copy':
      return copyWholeLetter();
    case 'word':
      return downloadWordLetter();
  }
}

/** Why nothing can be put in; null when it can, or when nobody knows yet. */
function whyNot(): Outcome | null {
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

/** For where the page takes no people by script: the user pastes them. */
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

/** It takes a moment, and only then can the background go on alone: until then the truth is that nothing went in. */
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
  // The new tab closes the popup: what is to be kept is kept before.
  await repository.saveSettings({ lastMailSite: site });
  if (tab) await keepOutcome(tab.id, opened);
  await openNewEmail(site, tab?.url ?? '');
}

/** Keeps the letter among Letters and replies, with today as the day it was sent; the user can correct it there. */
export async function noteSent(): Promise<void> {
  const { tab, letterIn, today } = usePopup.getState();
  if (!letterIn) return;
  const {
    missingCount: _missing,
    addresses: _addresses,
    unreachable: _nobody,
    missingOnPaper: _onPaper,
    employerLeftOut: _leftOut,
    part: _part,
    ...kept
  } = letterIn.facts;
  const added = await repository.addRecord('sent', { ...kept, sentOn: today });
  if (!added.ok) return showOutcome({ kind: 'not saved', why: added.why });
  // The next letter begins without the words of this one.
  await forgetWords(letterIn.facts);
  const noted = { kind: 'sent noted', on: today } as const;
  showOutcome(noted);
  // Opened again, the popup must not offer to note the same letter twice.
  if (tab) await keepOutcome(tab.id, noted);
}

/** Takes the user to the field that is missing: on the options page, or here in the popup. */
export function openField({ field }: MissingDetail): void {
  const place = isFieldName(field) ? fields[field].place : { page: 'none' as const };
  if (place.page === 'options') void openOptionsPage(optionsPlace(place.section, place.field));
  else if (place.page === 'none') void openOptionsPage(optionsPlace('your-employer', ''));
  else focusInPopup(field);
}

/** `about-you/jobTitle/RECORD_ID`: of thirty heads, the one whose letter this is. */
function optionsPlace(section: 'about-you' | 'your-employer', field: string): string {
  const { signer, employer } = usePopup.getState();
  const record = section === 'about-you' ? signer : employer;
  if (!record) return field ? `${section}/${field}` : section;
  return `${section}/${field}/${encodeURIComponent(record.id)}`;
}

/** The popup marks its inputs with the letter field they fill. */
function focusInPopup(field: string): void {
  const input = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  input?.closest('details')?.setAttribute('open', '');
  input?.focus();
}

export function openOptions(place = ''): void {
  void openOptionsPage(place);
}
