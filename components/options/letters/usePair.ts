import type { Employer, Signer } from '../../../lib/storage/schema';
import { useDetails } from '../../../lib/details/store';

/** Who signs and to whom, as the popup would begin: those used last, else the first. */
export function usePair(): { signer: Signer | undefined; employer: Employer | undefined } {
  const { signer: signers, employer: employers } = useDetails((details) => details.records);
  const choices = useDetails((details) => details.choices);
  const signer = signers.find(({ id }) => id === choices.signerId) ?? signers[0];
  const employerId = signer?.employerId || choices.employerId;
  return { signer, employer: employers.find(({ id }) => id === employerId) ?? employers[0] };
}
