import { copyText } from '../browser/clipboardAndDownloads';
import { repository } from '../storage/repository';
import { type Settings, firstSettings } from '../storage/schema';
import type { Way } from '../writing/questions';
import { findPartIn, keepOutcome } from '../writing/letterIn';
import { copyWholeLetter, currentPair, downloadWordLetter, insertLetter } from './actions';
import { forgetWords } from './choices';
import { handOver } from './handOver';
import { showOutcome, usePopup } from './store';

/** What the user can do after an outcome. Loaded only then, so that the popup opens fast. */

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
  const copied = await copyText([...letterIn.facts.to, ...letterIn.facts.cc].join('; '));
  showOutcome({ kind: copied ? 'addresses copied' : 'copy refused' });
}

/**
 * Saves the letter under Letters and replies as sent today; the user can correct the date there. The first time, asks
 * whether to keep its text, before anything of it is stored.
 */
export async function noteSent(): Promise<void> {
  const read = await repository.readSettings();
  const { sentText } = read.ok ? read.value : firstSettings;
  if (sentText === '') return showOutcome({ kind: 'keep the text?' });
  await save(sentText);
}

/** Remembers the answer, which can be changed on the options page, and saves the letter accordingly. */
export async function answerKeepText(sentText: 'keep' | 'leave out'): Promise<void> {
  const saved = await repository.saveSettings({ sentText });
  if (!saved.ok) return showOutcome({ kind: 'not saved', why: saved.why });
  await save(sentText);
}

async function save(sentText: Settings['sentText']): Promise<void> {
  const { tab, letterIn, today } = usePopup.getState();
  if (!letterIn) return;
  // Storing keeps only the facts that are fields of a sent letter.
  const { facts } = letterIn;
  const text = sentText === 'keep' ? facts.text : '';
  const added = await repository.addRecord('sent', { ...facts, text, sentOn: today });
  if (!added.ok) return showOutcome({ kind: 'not saved', why: added.why });
  await forgetWords(facts);
  const outcome = { kind: 'sent noted', on: today } as const;
  showOutcome(outcome);
  // When the popup is opened again, it must not offer to save the same letter twice.
  if (tab) await keepOutcome(tab.id, outcome);
}
