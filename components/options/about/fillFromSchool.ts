import { editFields } from '../../../lib/options/actions';
import { proposedFields, type SchoolProposal } from '../../../lib/employer/proposal';
import type { EmployersOfSigner } from './useEmployerOf';

/** Overwrites the fields that the register has a value for, and leaves the others unchanged. */
export function fillFromSchool(
  signerId: string,
  { signer, employer }: SchoolProposal,
  employers: EmployersOfSigner,
): void {
  const known = Object.entries(signer).filter(([, value]) => value !== '');
  editFields('signer', signerId, Object.fromEntries(known));
  if (!employer || employer.organisation === '') return;
  const { organisation, address, postcode } = employer;
  employers.applyProposal({ ...proposedFields(employer, organisation), address, postcode });
}
