import type { Employment, Signer, Employer } from '../storage/schema';
import { fitsEmployer } from '../employer/pairing';
import type { EmployerKind } from '../letter/model';
import type { LetterProblem } from './letters';

/** What stands between the user and a letter that could go to the wrong employer or in other words than chosen. */

/** How the letter leaves. */
export type Way = 'insert' | 'copy' | 'word';

/** "Who employs you?" and the employer's kind as saved. */
export interface Misfit {
  signerName: string;
  employment: Employment;
  employerName: string;
  kind: EmployerKind;
}

export function findMisfit(signer: Signer | null, employer: Employer | null): Misfit | null {
  if (!signer?.employment || !employer || fitsEmployer(signer, employer)) return null;
  const { fullName: signerName, employment } = signer;
  return { signerName, employment, employerName: employer.organisation, kind: employer.kind };
}

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

export function describeMisfit({ signerName, employment, employerName, kind }: Misfit): string {
  const signer = signerName.trim() || 'the person signing';
  const employer = employerName.trim() || 'the employer chosen';
  return `“Who employs you?” says ${EMPLOYED_BY[employment]} for ${signer}, but ${employer} is saved as ${SAVED_AS[kind]}.`;
}

const ASK = {
  insert: 'Insert the letter all the same?',
  copy: 'Copy the letter all the same?',
  word: 'Download the letter all the same?',
} satisfies Record<Way, string>;

export function askAboutMisfit(misfit: Misfit, way: Way): string {
  return `${describeMisfit(misfit)} ${ASK[way]}`;
}

/** Why the chosen letter cannot be used. What to do about it stands on the buttons beside the sentence. */
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

const NOTHING_DONE = {
  insert: 'Nothing was put in.',
  copy: 'Nothing was copied.',
  word: 'No Word letter was made.',
} satisfies Record<Way, string>;

export function describeBlockedLetter(problem: LetterProblem, way: Way): string {
  return `${describeLetterProblem(problem)} ${NOTHING_DONE[way]}`;
}
