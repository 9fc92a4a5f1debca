import { findCouncilByName } from '../employer/councils';
import { proposalsOfKind, proposeEmployer } from '../employer/employment';
import { applyProposal } from '../employer/proposal';
import { FIRST_JOB_TITLE } from '../letter/details';
import type { EmployerKind } from '../letter/model';
import type { Employer, Employment, FieldsOf } from '../storage/schema';

/** The answers to the first questions: what a letter needs that can be sent. */
export interface FirstAnswers {
  fullName: string;
  jobTitle: string;
  school: string;
  employment: Employment | '';
  organisation: string;
  email: string;
  /** The name typed for each kind of employer, so that choosing the kind again brings it back. */
  typedNames: Partial<Record<EmployerKind, string>>;
}

/** The answers before the user types, with those of an employer that is saved already. */
export function startAnswers(employer: Employer | null): FirstAnswers {
  return {
    fullName: '',
    jobTitle: FIRST_JOB_TITLE,
    school: '',
    employment: '',
    organisation: employer?.organisation ?? '',
    email: employer?.email ?? '',
    typedNames: {},
  };
}

/**
 * Changes answers, and the employer’s name with them: a governing body is named after its school, and a council’s name must
 * not become the name of a trust.
 */
export function changeAnswers(answers: FirstAnswers, patch: Partial<FirstAnswers>): FirstAnswers {
  const changed = { ...answers, ...patch };
  if (patch.organisation !== undefined) return changed;
  const typed = answers.organisation === suggestedName(answers) ? '' : answers.organisation;
  const former = kindOf(answers);
  const kind = kindOf(changed);
  if (former === kind) return { ...changed, organisation: typed || suggestedName(changed) };
  const typedNames = former && typed ? { ...answers.typedNames, [former]: typed } : answers.typedNames;
  const organisation =
    (kind && typedNames[kind]) ||
    (kind === 'council' || !isCouncil(typed) ? typed : '') ||
    suggestedName(changed);
  return { ...changed, typedNames, organisation };
}

function kindOf({ employment }: FirstAnswers): EmployerKind | null {
  return employment === '' ? null : proposeEmployer(employment).kind;
}

/** The name that can be known from the other answers; empty for all but a governing body. */
function suggestedName({ employment, school }: FirstAnswers): string {
  const isGoverningBody = employment === 'aided-or-foundation' && school.trim() !== '';
  return isGoverningBody ? proposeEmployer(employment, { school }).organisationHint : '';
}

function isCouncil(name: string): boolean {
  return /\bcouncil$/i.test(name.trim()) || findCouncilByName(name)?.formalName === name;
}

/**
 * The answers of someone who picked a saved employer, or none after all. Of the kinds of employer, only a council tells how
 * it employs them.
 */
export function answersWithEmployer(answers: FirstAnswers, employer: Employer | null): FirstAnswers {
  if (!employer) return { ...answers, organisation: '', email: '', typedNames: {} };
  const { organisation, email, kind } = employer;
  const fits = kindOf(answers) === kind;
  const employment = fits ? answers.employment : kind === 'council' ? 'council-maintained' : '';
  return { ...answers, organisation, email, typedNames: {}, employment };
}

export function signerFields(answers: FirstAnswers): Partial<FieldsOf<'signer'>> {
  const { fullName, jobTitle, school, employment } = answers;
  return { fullName, jobTitle, school, employment };
}

/** Whether an answer says anything about the employer. */
export function tellsEmployer({ employment, organisation, email }: FirstAnswers): boolean {
  return [employment, organisation, email].some((answer) => answer !== '');
}

/** The employer with the answers and what they propose. What the user has typed elsewhere stays. */
export function employerWith(employer: Employer, answers: FirstAnswers): Employer {
  const { employment, organisation, email } = answers;
  if (employment === '') return { ...employer, organisation, email };
  const proposal = proposeEmployer(employment, answers);
  const proposed = applyProposal(employer, proposal, proposalsOfKind(employer.kind), () =>
    crypto.randomUUID(),
  );
  return { ...employer, ...proposed, kind: proposal.kind, organisation, email };
}

/** The same of a saved employer: “Who employs you?” does not change its kind. The popup asks about a misfit. */
export function savedEmployerWith(employer: Employer, answers: FirstAnswers): Employer {
  const isMisfit = answers.employment !== '' && kindOf(answers) !== employer.kind;
  return isMisfit ? { ...employer, email: answers.email } : employerWith(employer, answers);
}
