import type { Employer, Employment, Signer } from '../storage/schema';
import type { EmployerKind, LetterTemplate } from '../letter/model';
import { formatDate, isChecked, isStale } from '../letter/dates';
import type { LetterIngredients } from './inputs';
import { type LetterProblem, letterRole } from './letters';

/**
 * Sentences said before a letter is taken: for a signer and employer that do not match, for a letter that cannot be used, for
 * whom to ring first, for a first letter in a school's mailbox. The popup loads this module after it has opened.
 */

/** How the user takes the letter. */
export type Way = 'insert' | 'copy' | 'word';

const EMPLOYED_BY = {
  'council-maintained': 'a council',
  'aided-or-foundation': 'a governing body',
  'trust-with-other-schools': 'an academy trust',
  'single-academy-trust': 'an academy trust',
  'charity-special': 'a charity',
  other: 'another employer',
} satisfies Record<Employment, string>;

const SAVED_AS = {
  council: 'a council',
  'governing-body': 'a governing body',
  'academy-trust': 'an academy trust',
  other: 'another kind of employer',
} satisfies Record<EmployerKind, string>;

type AnsweredSigner = Pick<Signer, 'fullName' | 'employment'>;
type NamedEmployer = Pick<Employer, 'organisation' | 'kind'>;

/** Says how the signer’s answer to “Who employs you?” and the kind of employer differ. */
export function describeMisfit(
  { fullName, employment }: AnsweredSigner,
  { organisation, kind }: NamedEmployer,
): string {
  const signer = fullName.trim() || 'the person signing';
  const employer = organisation.trim() || 'the employer chosen';
  return `“Who employs you?” says ${EMPLOYED_BY[employment || 'other']} for ${signer}, but ${employer} is saved as ${SAVED_AS[kind]}.`;
}

const ASK = {
  insert: 'Insert the letter all the same?',
  copy: 'Copy the letter all the same?',
  word: 'Download the letter all the same?',
} satisfies Record<Way, string>;

export function askAboutMisfit(signer: AnsweredSigner, employer: NamedEmployer, way: Way): string {
  return `${describeMisfit(signer, employer)} ${ASK[way]}`;
}

/** Added to the outcome of a right-click, because the menu cannot ask a question. */
export function describeEmployerLeftOut(signer: AnsweredSigner, employer: NamedEmployer): string {
  return `The employer’s details are left in brackets: ${describeMisfit(signer, employer)} Change one of them under “About you and your employer”.`;
}

/** Says why the chosen letter cannot be used. */
export function describeLetterProblem({ why, title, mistake, ours }: LetterProblem): string {
  const name = title.trim() ? `“${title}”` : 'Your own letter';
  switch (why) {
    case 'mistake':
      return `${name} has a mistake and cannot be used yet.${mistake && ` ${mistake}`}`;
    case 'unreadable':
      return `${name} cannot be read: it is damaged, or was saved by a later version.`;
    case 'not saved':
      return 'The letter you chose last is no longer saved here. Choose another under Letter.';
    case 'several':
      return `Several letters are saved to use instead of “${ours.title}”. Choose one under Letter.`;
  }
}

/** The place on the options page where the letter can be repaired; empty if there is none. */
export function repairPlace({ why, ownId }: LetterProblem): string {
  if (why === 'unreadable') return 'privacy-and-backup';
  return why === 'mistake' ? `letters/own/${encodeURIComponent(ownId)}` : '';
}

const NOTHING_DONE = {
  insert: 'Nothing was put in.',
  copy: 'Nothing was copied.',
  word: 'No Word letter was made.',
} satisfies Record<Way, string>;

export function describeBlockedLetter(problem: LetterProblem, way: Way): string {
  return `${describeLetterProblem(problem)} ${NOTHING_DONE[way]}`;
}

/** Whom to ring before the letter about the inspection call is sent; empty for every other letter. */
export function ringFirstSentence(letter: LetterTemplate, employer: Employer | null): string {
  if (letterRole(letter) !== 'inspection-notified') return '';
  const { ringFirst = '', phone = '' } = employer ?? {};
  const who = ringFirst.trim() || 'your employer';
  return `Ring ${who} first${phone.trim() && `, on ${phone.trim()}`}. This letter confirms the call.`;
}

type Noted = Pick<LetterIngredients, 'letter' | 'employer' | 'today'>;

/** Said next to the letter: whom to ring first, and that its wording was not checked recently. */
export function listLetterNotes({ letter, employer, today }: Noted): string[] {
  const checked = isChecked(letter.checkedOn, today)
    ? `was last checked on ${formatDate(letter.checkedOn)}.`
    : 'was not checked.';
  const stale = isStale(letter.checkedOn, today) ? `This wording ${checked}` : '';
  return [ringFirstSentence(letter, employer), stale].filter(Boolean);
}

/** Shown once: in the popup before the first letter is inserted, and by the right-click menu together with it. */
export const mailboxWarning =
  'Gmail and Outlook save drafts, and a school mailbox and laptop belong to your employer. To keep it private for now, write it on your own computer.';
