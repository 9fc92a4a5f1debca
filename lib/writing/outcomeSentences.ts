import { formatDate } from '../letter/dates';
import { describeInsertion, listInsertion, describeMissing, describeTakeOut } from './insertionSentences';
import type { Outcome, ReportedOutcome } from './outcome';

/** Asked before the first letter is noted as sent. */
export const KEEP_TEXT_QUESTION =
  'Keep the text too, or only the dates? Both stay on this computer. You are asked once, and can change it under Privacy and backup.';

export const CALENDAR_SAVED =
  'The calendar file is in your Downloads folder. Open it to put the date in your calendar.';

/** Says what happened and, if something failed, what to do next. */
export function describeOutcome(outcome: Outcome): string {
  return forThisKeyboard(say(outcome));
}

function say(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'running':
      return outcome.takingOut ? 'Taking it out…' : 'Putting the letter in…';
    case 'reported':
      return describeReport(outcome);
    case 'letter elsewhere':
      return 'The letter went into an email that is not open here now. If you have sent that email, press “I have sent it”.';
    case 'letter here':
      return `${outcome.lost ? PUTTING_IN_FAILED['lost contact'] : 'The letter is in an email that is open here.'} When you have sent it, press “I have sent it”.`;
    case 'taken out':
      return describeTakeOut(outcome.report, outcome.facts ?? undefined);
    case 'page failed':
      if (outcome.takingOut) return TAKING_OUT_FAILED[outcome.why];
      if (outcome.why === 'forbidden' && outcome.byMenu) return FORBIDDEN_BY_MENU;
      if (outcome.why === 'lost contact' && outcome.byMenu) return LOST_BY_MENU;
      return PUTTING_IN_FAILED[outcome.why];
    case 'not replaced':
      return NOT_REPLACED[outcome.why];
    case 'nothing in that part':
      return 'Nothing is chosen for that part of the letter, so nothing was put in. You can add it in the popup.';
    case 'no such part':
      return 'The letter does not have that part now, so nothing was put in. The menu is brought up to date: right-click again.';
    case 'not started':
      return 'The popup was closed before the Word copy was ready, so nothing was put in. Press Insert letter again.';
    case 'letter blocked':
    case 'does not fit':
      return outcome.sentence;
    case 'no draft':
      return 'No email is open for writing in this tab. Open one and click the icon there, or take the letter as Word.';
    case 'unknown email':
      return outcome.hasCaret
        ? 'We do not recognise this email window. Press “Put the letter where I was writing”, or right-click there.'
        : 'We do not recognise this email window. Click in the text of your email, then click the icon again, or right-click there.';
    case 'new email opened':
      return 'The new email opens in a tab of its own. Click the icon there, then press Insert letter.';
    case 'frame out of reach':
      return 'You are in a part of this page that belongs to another site, where we cannot write. Copy the letter and paste it there.';
    case 'choose a draft':
      return 'Several emails are open. Choose which one under “Which email?”, then press Insert letter.';
    case 'copied':
      return `The letter is copied. Click in your email and paste it.${after(describeMissing(outcome.missingCount))}`;
    case 'copy refused':
      return 'The browser did not allow copying. Take the letter as Word instead.';
    case 'saved as Word':
      return `The letter is in your downloads as “${outcome.fileName}”.${after(describeMissing(outcome.missingCount))}`;
    case 'no Word letter':
      return outcome.attaching
        ? 'The Word copy could not be made, so nothing was put in. Under “Also fill in”, untick what is to be attached, then press Insert letter again.'
        : 'The Word letter could not be made. Copy the letter instead, or close this, click the icon and try again.';
    case 'addresses copied':
      return 'The addresses are copied. Click in To in your email and paste them.';
    case 'keep the text?':
      return KEEP_TEXT_QUESTION;
    case 'sent noted':
      return `Noted as sent on ${formatDate(outcome.on)}.${outcome.withoutText ? WITHOUT_TEXT : ''} You can correct the date, and add their reply, under Letters and replies.`;
    case 'not saved':
      return outcome.why === 'full'
        ? 'This could not be saved: the browser’s storage is full. Nothing saved before is lost. Delete letters you no longer need under Letters and replies, then try again.'
        : 'This could not be saved: the browser’s storage refused. Nothing saved before is lost. Copy the letter or take it as Word before you close this.';
    case 'did not work':
      return 'That did not work. Nothing you saved is lost. Close this, click the icon and try again, or copy the letter.';
  }
}

const WITHOUT_TEXT =
  ' Its text and reply date are not saved, because the email does not have the words that the letter has now: keep the sent email.';

/** A right-click is refused mostly in Outlook’s separate windows, and only for these can the user allow it in the options. */
const FORBIDDEN_BY_MENU =
  'The browser did not let us write there, so nothing was put in. If it was a separate Outlook window, turn on “Outlook’s separate windows” under Privacy and backup; otherwise copy the letter.';

const LOST_BY_MENU =
  'We lost contact after your right-click, so we cannot say what went in. Look at your email before you try again.';

const PUTTING_IN_FAILED = {
  forbidden: 'The browser does not let extensions work on this page. Copy the letter, or take it as Word.',
  gone: 'The page changed while the letter was going in, so we cannot say what arrived. Look at the email, then try again, or copy the letter.',
  'lost contact': 'We lost contact while the letter was going in. Look at your email before you try again.',
} as const;

const TAKING_OUT_FAILED = {
  forbidden:
    'The browser did not let us work on this page, so nothing was taken out. Press Ctrl+Z in the email.',
  gone: 'The page changed while we were taking it out, so we cannot say what is in the email. Look at it, and press Ctrl+Z there if the letter is still in.',
  'lost contact':
    'We lost contact while the letter was being taken out. Look at your email, and press Ctrl+Z there if the letter is still in.',
} as const;

const NOT_REPLACED = {
  'typed since':
    'You have typed in the email since, so the letter there is unchanged. Make the change in the email yourself, or delete the letter there, go back and press Insert letter.',
  'nothing to take out': 'There is no letter of ours in this email.',
  'draft gone': 'That email is no longer open, so nothing was changed.',
  'did not work':
    'The letter could not be taken out from here, so it is unchanged. Press Ctrl+Z in the email, then press Insert letter.',
} as const;

function describeReport(outcome: ReportedOutcome): string {
  return `${describeInsertion(outcome.report, toContext(outcome))}${after(leftOut(outcome))}`;
}

/** The outcome as a sentence and, after an insertion, a short list of what else happened. */
export function listOutcome(outcome: Outcome): { headline: string; items: string[] } {
  if (outcome.kind !== 'reported') return { headline: describeOutcome(outcome), items: [] };
  const { headline, items } = listInsertion(outcome.report, toContext(outcome));
  const all = [...items, leftOut(outcome)].filter(Boolean);
  return {
    headline: forThisKeyboard(headline),
    items: all.map((item) => forThisKeyboard(item)),
  };
}

function toContext({ facts, instead, isGreeted }: ReportedOutcome) {
  return {
    ...facts,
    isGreeted,
    instead: instead && { ...instead, hasWordCopy: facts.missingOnPaper !== undefined },
  };
}

function leftOut({ report, facts }: ReportedOutcome): string {
  return (report.body.outcome === 'inserted' && facts.employerLeftOut) || '';
}

function after(sentence: string): string {
  return sentence && ` ${sentence}`;
}

/** Sentences are written with Ctrl. A Mac has ⌘ in its place, written without a plus sign. */
export function forThisKeyboard(sentence: string, platform = readPlatform()): string {
  return /mac|iphone|ipad/i.test(platform) ? sentence.replaceAll('Ctrl+', '⌘') : sentence;
}

/** Empty outside a browser. */
function readPlatform(): string {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.platform ?? '';
}
