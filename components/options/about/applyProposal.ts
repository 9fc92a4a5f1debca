import type { EmployerProposal } from '../../../lib/details/employment';
import type { Employer, FieldsOf } from '../../../lib/storage/schema';
import { sameName } from '../../../lib/letter/text';
import { councilCodeOf } from '../employer/councilSearch';

type EmployerFields = Partial<FieldsOf<'employer'>>;
type Proposed = Pick<EmployerProposal, 'kind' | 'role' | 'nextPersonUp' | 'copies'>;

/** A new employer, as proposed. */
export function proposedFields(
  { kind, role, nextPersonUp, copies }: Proposed,
  organisation: string,
): EmployerFields {
  return {
    kind,
    role,
    nextPersonUp,
    organisation,
    councilCode: kind === 'council' ? councilCodeOf(organisation) : '',
    copies: copies.map((name, at) => ({ id: `proposed-${at + 1}`, name, email: '' })),
  };
}

/** The fields of a proposal that fill a gap. What was typed is never replaced. */
export function gapsFilled(employer: Employer, proposed: EmployerFields): EmployerFields {
  const gaps = Object.entries(proposed).filter(([field, value]) => {
    if (field === 'kind') return employer.organisation === '';
    return value.length > 0 && employer[field as keyof EmployerFields].length === 0;
  });
  return Object.fromEntries(gaps);
}

/** Where a proposal belongs: the saved employer of that name, or the one chosen while it has no name yet. */
export function placeFor(
  linked: Employer | undefined,
  saved: readonly Employer[],
  { kind, organisation = '' }: EmployerFields,
): Employer | undefined {
  const isSame = (each: Employer) =>
    each.kind === kind && sameName(each.organisation) === sameName(organisation);
  const known = organisation === '' ? undefined : saved.find(isSame);
  return known ?? (linked?.organisation === '' ? linked : undefined);
}
