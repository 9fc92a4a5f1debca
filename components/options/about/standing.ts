import { proposalsOfKind, type EmployerProposal } from '../../../lib/details/employment';
import { followProposal } from '../../../lib/details/followProposal';
import type { Employer, FieldsOf } from '../../../lib/storage/schema';
import { gapsFilled, proposedFields } from './applyProposal';

type ChangedFields = Partial<FieldsOf<'employer'>>;

/** How the employer somebody writes to stands to what we propose. */
export type Standing =
  /** None yet, one without a name, or one of another kind. */
  | { is: 'another' }
  | { is: 'followed'; employer: Employer }
  /** It goes to somebody the user has named or typed. */
  | { is: 'own choice'; employer: Employer }
  /** What an earlier answer proposed still stands there; `changes` holds nothing that was typed. */
  | { is: 'behind'; employer: Employer; changes: ChangedFields };

export function standingOf(linked: Employer | undefined, proposal: EmployerProposal): Standing {
  if (!linked || linked.organisation === '' || linked.kind !== proposal.kind) return { is: 'another' };
  const changes = changesTo(linked, proposal);
  if (Object.keys(changes).length > 0) return { is: 'behind', employer: linked, changes };
  const isProposed = linked.role === proposal.role || linked.role === '';
  return { is: isProposed ? 'followed' : 'own choice', employer: linked };
}

function changesTo(employer: Employer, proposal: EmployerProposal): ChangedFields {
  const { kind, role, nextPersonUp, copies } = employer;
  const followed = followProposal(employer, proposal, proposalsOfKind(kind), () => crypto.randomUUID());
  const isOtherNext = nextPersonUp !== '' && followed.nextPersonUp !== nextPersonUp;
  // A copy the user took off the list is not missed.
  const areOtherCopies = copies.some((copy) => !followed.copies.includes(copy));
  return {
    ...(followed.role !== role ? { role: followed.role } : {}),
    ...(isOtherNext ? { nextPersonUp: followed.nextPersonUp } : {}),
    ...(areOtherCopies ? { copies: followed.copies } : {}),
  };
}

/** All that taking the proposal writes: the changes, and what it fills that is empty. */
export function fieldsToTake(
  employer: Employer,
  changes: ChangedFields,
  proposal: EmployerProposal,
): ChangedFields {
  const { role, ...gaps } = gapsFilled(employer, proposedFields(proposal, employer.organisation));
  return { ...gaps, ...(role && employer.lastName === '' ? { role } : {}), ...changes };
}
