import { employerIdFor } from '../../lib/employer/pairing';
import type { Choices } from '../../lib/storage/choices';
import type { Employer, Signer } from '../../lib/storage/schema';
import { useDetails } from '../../lib/options/store';

/** The signer and the employer that the popup would start with. */
export function usePair(): { signer: Signer | undefined; employer: Employer | undefined } {
  const { signer: signers, employer: employers } = useDetails((details) => details.records);
  const lastUsed = useDetails((details) => details.choices);
  const signer = signers.find(({ id }) => id === lastUsed.signerId) ?? signers[0];
  return { signer, employer: employerOf(signer, { signers, employers, lastUsed }) };
}

/** The employer that the letters of this signer go to; never one that belongs to another signer. */
export function employerOf(
  signer: Signer | undefined,
  saved: { signers: readonly Signer[]; employers: readonly Employer[]; lastUsed: Choices },
): Employer | undefined {
  const employerId = signer && employerIdFor(signer, saved.signers, saved);
  return saved.employers.find(({ id }) => id === employerId);
}
