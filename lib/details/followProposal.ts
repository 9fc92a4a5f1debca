import type { EmployerProposal } from './employment';
import { sameName } from '../letter/text';
import type { Copy, Employer } from '../storage/schema';

type ProposedPeople = Pick<EmployerProposal, 'role' | 'nextPersonUp' | 'copies'>;

/**
 * What another answer to “Who employs you?” changes: gaps, and what a former answer proposed and nobody has touched.
 * What was typed stays.
 */
export function followProposal(
  employer: Pick<Employer, 'lastName' | 'role' | 'nextPersonUp' | 'copies'>,
  proposal: ProposedPeople,
  former: readonly ProposedPeople[],
  newId: () => string,
): Pick<Employer, 'role' | 'nextPersonUp' | 'copies'> {
  const follow = (field: 'role' | 'nextPersonUp') => {
    const isOurs = employer[field] === '' || former.some((each) => each[field] === employer[field]);
    return isOurs ? proposal[field] : employer[field];
  };
  return {
    // The role of somebody who is named is theirs.
    role: employer.lastName === '' ? follow('role') : employer.role,
    nextPersonUp: follow('nextPersonUp'),
    copies: followCopies(
      employer.copies,
      proposal.copies,
      former.flatMap(({ copies }) => copies),
      newId,
    ),
  };
}

/** A list somebody else made is left as it is. A copy proposed by both answers keeps its tick. */
function followCopies(
  copies: Copy[],
  proposed: readonly string[],
  former: readonly string[],
  newId: () => string,
): Copy[] {
  const isIn = (names: readonly string[], { name }: Copy) =>
    names.some((one) => sameName(one) === sameName(name));
  const typed = copies.filter((copy) => copy.email !== '' || !isIn(former, copy));
  if (copies.length > 0 && typed.length === copies.length) return copies;
  const fresh = proposed.map(
    (name) => copies.find((copy) => isIn([name], copy)) ?? { id: newId(), name, email: '' },
  );
  return [...typed, ...fresh.filter((copy) => !typed.includes(copy))];
}
