import type { EmployerKind } from '../letter/model';
import type { Choices } from '../storage/choices';
import type { Employer, Employment, Signer } from '../storage/schema';

/** Which employer a signer writes to, and whether signer and employer fit each other. Popup, menu and pages use this one rule. */

interface Saved {
  signers: readonly { id: string }[];
  employers: readonly { id: string }[];
  lastUsed: Pick<Choices, 'signerId' | 'employerId'>;
}

type Linked = Pick<Signer, 'id' | 'employerId'>;

/**
 * The employer that the signer writes to, or an empty text when the user has to choose one. A signer never takes over the
 * employer of another signer. `all` holds every saved signer; it is needed only for a signer without a saved employer.
 */
export function employerIdFor(signer: Linked, all: readonly Linked[], saved: Saved): string {
  const { signers, employers, lastUsed } = saved;
  const isSaved = (id: string) => employers.some((employer) => employer.id === id);
  const isLinked = isSaved(signer.employerId);
  const isOthers = (id: string) => all.some((other) => other.id !== signer.id && other.employerId === id);
  const last = lastUsed.signerId === signer.id ? lastUsed.employerId : '';
  if (isSaved(last) && (isLinked || !isOthers(last))) return last;
  if (isLinked) return signer.employerId;
  // Before anything was chosen, one signer and one employer belong together.
  const isOnlyPair = signers.length === 1 && employers.length === 1;
  return isOnlyPair && lastUsed.signerId === '' && signer.employerId === '' ? (employers[0]?.id ?? '') : '';
}

/** The kind of employer that each answer to "Who employs you?" means. */
export const kindOfEmployment = {
  'council-maintained': 'council',
  'aided-or-foundation': 'governing-body',
  'trust-with-other-schools': 'academy-trust',
  'single-academy-trust': 'academy-trust',
  'charity-special': 'other',
  other: 'other',
} as const satisfies Record<Employment, EmployerKind>;

/** False where "Who employs you?" names another kind of employer. The answer "Other" may be any kind. */
export function fitsEmployer(
  signer: Pick<Signer, 'employment'> | null | undefined,
  employer: Pick<Employer, 'kind'> | null | undefined,
): boolean {
  if (!signer?.employment || signer.employment === 'other' || !employer) return true;
  return kindOfEmployment[signer.employment] === employer.kind;
}
