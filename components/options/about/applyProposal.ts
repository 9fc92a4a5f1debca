import type { EmployerProposal } from '../../../lib/details/employment';
import type { Employer, FieldsOf } from '../../../lib/details/schema';

type EmployerFields = Partial<FieldsOf<'employer'>>;

export interface NamedEmployer {
  organisation: string;
  councilCode: string;
}

/** A new employer, as proposed. */
export function proposedFields(proposal: EmployerProposal, named: NamedEmployer): EmployerFields {
  const { kind, role, nextPersonUp, copies } = proposal;
  return {
    kind,
    role,
    nextPersonUp,
    ...named,
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

/** What to do with a proposal that the user takes: fill in the employer there is, or add one beside it. */
export function placeFor(
  linked: Employer | undefined,
  saved: readonly Employer[],
  named: NamedEmployer,
  kind: Employer['kind'],
) {
  const sameName = ({ organisation }: Employer) => normal(organisation) === normal(named.organisation);
  const known =
    named.organisation === '' ? undefined : saved.find((each) => each.kind === kind && sameName(each));
  if (known) return known;
  return linked && linked.organisation === '' ? linked : undefined;
}

function normal(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
