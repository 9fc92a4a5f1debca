/** What the user can do after the letter was inserted, copied or saved. It loads after the popup’s first paint. */

import type { IsoDate } from '../letter/model';
import { isRecordOf, isSameLetter, toSentRecord } from '../correspondence/sentLetters';
import { repository } from '../storage/repository';
import { firstSettings, type Settings } from '../storage/choices';
import type { LetterFacts, LetterIn, Outcome } from '../writing/outcome';
import { findPartIn, keepOutcome } from '../writing/tabState';
import type { Way } from '../writing/questions';
import { copyWholeLetter, currentPair, downloadWordLetter, insertLetter } from './actions';
import { forgetWords } from './choices';
import { handOver, letterInChosen, type PopupStore, showOutcome, showOutcomeAfter } from './store';

/** Accepts the signer and employer although they do not match, and goes on. Not asked again while the popup is open. */
export async function continueWithMisfit(popup: PopupStore, way: Way): Promise<void> {
  popup.setState({ acceptedPair: currentPair(popup.getState()) });
  switch (way) {
    case 'insert':
      return insertLetter(popup);
    case 'copy':
      return copyWholeLetter(popup);
    case 'word':
      return downloadWordLetter(popup);
  }
}

export async function takeLetterOut(popup: PopupStore): Promise<void> {
  const { tab } = popup.getState();
  const letterIn = letterInChosen(popup.getState());
  if (!tab || !letterIn) return;
  await handOver(popup, { type: 'takeOut', tabId: tab.id, frameId: letterIn.frameId, facts: letterIn.facts });
}

export async function takePartOut(popup: PopupStore): Promise<void> {
  const { tab, outcome } = popup.getState();
  const partIn = findPartIn(outcome);
  if (tab && partIn) await handOver(popup, { type: 'takeOut', tabId: tab.id, ...partIn });
}

/** The Word copy was given to the page and not seen to arrive; the page may have another place for it. */
export async function attachInAnotherWay(popup: PopupStore): Promise<void> {
  const { tab } = popup.getState();
  if (!tab) return;
  const answer = popup.deps.sendJob({ type: 'attachNext', tabId: tab.id });
  await showOutcomeAfter(popup, tab.id, answer);
  await answer;
}

/** For pages that do not accept addresses from a script: the user pastes them. */
export async function copyAddresses(popup: PopupStore): Promise<void> {
  const { letterIn } = popup.getState();
  if (!letterIn) return;
  const copied = await popup.deps.copyText([...letterIn.facts.to, ...letterIn.facts.cc].join('; '));
  showOutcome(popup, { kind: copied ? 'addresses copied' : 'copy refused' });
}

/** The outcome stays: it says what else is left to the user. */
export async function downloadFirstLetter(popup: PopupStore): Promise<void> {
  const { firstLetter, signer } = popup.getState();
  if (!firstLetter) return;
  const { saveFirstLetter } = await import('./wordLetter');
  await saveFirstLetter(popup, firstLetter, signer?.school ?? '');
}

/** The letter that “I have sent it” is about: the one just copied or saved as Word, else the inserted one. */
export function findLetterToNote(outcome: Outcome | null, letterIn: LetterIn | null): LetterFacts | null {
  const taken = outcome?.kind === 'copied' || outcome?.kind === 'saved as Word' ? outcome.facts : undefined;
  return taken && !(letterIn && isSameLetter(letterIn.facts, taken)) ? taken : (letterIn?.facts ?? null);
}

/**
 * Saves the letter under Letters and replies as sent today; the user can correct the date there. The first time, asks
 * whether to keep its text, before anything of it is stored.
 */
export async function noteSent(popup: PopupStore): Promise<void> {
  const { letterIn, outcome } = popup.getState();
  const facts = findLetterToNote(outcome, letterInChosen(popup.getState()));
  if (!facts) return;
  const other = letterIn !== null && letterIn.facts !== facts && { other: true as const };
  const read = await repository.readSettings();
  const { sentText } = read.ok ? read.value : firstSettings;
  if (sentText === '') return showOutcome(popup, { kind: 'keep the text?', facts, ...other });
  await saveAsSent(popup, facts, sentText, other);
}

/** Remembers the answer, which can be changed on the options page, and saves the letter accordingly. */
export async function answerKeepText(popup: PopupStore, sentText: 'keep' | 'leave out'): Promise<void> {
  const { outcome } = popup.getState();
  if (outcome?.kind !== 'keep the text?') return;
  const saved = await repository.saveSettings({ sentText });
  if (!saved.ok) return showOutcome(popup, { kind: 'not saved', why: saved.why });
  await saveAsSent(popup, outcome.facts, sentText, outcome.other && { other: true });
}

async function saveAsSent(
  popup: PopupStore,
  facts: LetterFacts,
  sentText: Settings['sentText'],
  other: { other: true } | false | undefined,
): Promise<void> {
  const { tab, today } = popup.getState();
  const letter = toSentRecord({ ...facts, text: sentText === 'keep' ? facts.text : '' }, today);
  const noted = await repository.addRecord('sent', letter, isRecordOf(letter));
  if (!noted.ok) return showOutcome(popup, { kind: 'not saved', why: noted.why });
  await forgetWords(popup, facts);
  const { id, sentOn, replyBy } = noted.value;
  const after: Outcome = {
    kind: 'sent noted',
    on: sentOn,
    ...(replyBy > today && { reply: { id, replyBy } }),
    ...(sentText === 'keep' && noted.value.text === '' && { withoutText: true as const }),
    ...other,
  };
  showOutcome(popup, after);
  // When the popup is opened again, it must not offer to save the same letter twice.
  if (tab) await keepOutcome(tab.id, after);
}

/** Saves the reply date as a calendar file. Its title contains no name, because a calendar may be shared. */
export async function saveReplyDay(
  popup: PopupStore,
  reply: { id: string; replyBy: IsoDate },
): Promise<void> {
  const { renderCalendar, replyDay } = await import('../correspondence/calendar');
  popup.deps.saveFile(`${reply.replyBy}.ics`, renderCalendar(replyDay(reply), new Date()), 'text/calendar');
}
