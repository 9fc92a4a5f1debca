import { editFields } from '../../../lib/options/actions';
import { proposedFields, type SchoolProposal } from '../../../lib/employer/proposal';
import type { EmployersOfSigner } from './useEmployerOf';

/** What the register says replaces what stands in those fields; what it does not say is left as it is. */
export function fillFromSchool(
  signerId: string,
  { signer, employer }: SchoolProposal,
  employers: EmployersOfSigner,
): void {
  const known = Object.entries(signer).filter(([, value]) => value !== '');
  editFields('signer', signerId, Object.fromEntries(known));
  if (!employer || employer.organisation === '') return;
  const { organisation, address, postcode } = employer;
  employers.take({ ...proposedFields(employer, organisation), address, postcode });
}
