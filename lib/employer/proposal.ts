import { sameName } from '../letter/text';
import type { School, Trust } from '../register/schools';
import type { Copy, Employer, Employment, FieldsOf } from '../storage/schema';
import { findCouncilByCode } from './councils';
import { type EmployerProposal, governingBodyName, proposalsOfKind, proposeEmployer } from './employment';
import { answerForType } from './schoolTypes';

type ProposedPeople = Pick<EmployerProposal, 'role' | 'nextPersonUp' | 'copies'>;

/**
 * Applies a new answer to “Who employs you?”: fills empty fields, and replaces values that an earlier answer proposed
 * (`former`). Values that the user typed stay.
 */
export function applyProposal(
  employer: Pick<Employer, 'lastName' | 'role' | 'nextPersonUp' | 'nextPersonEmail' | 'copies'>,
  proposal: ProposedPeople,
  former: readonly ProposedPeople[],
  newId: () => string,
): Pick<Employer, 'role' | 'nextPersonUp' | 'copies'> {
  const follow = (field: 'role' | 'nextPersonUp') => {
    const isReplaceable = employer[field] === '' || former.some((each) => each[field] === employer[field]);
    return isReplaceable ? proposal[field] : employer[field];
  };
  return {
    // If a contact is named, the role is that person's and stays.
    role: employer.lastName === '' ? follow('role') : employer.role,
    // An email is saved for the next person up, so it must not become the email of another person.
    nextPersonUp: employer.nextPersonEmail === '' ? follow('nextPersonUp') : employer.nextPersonUp,
    copies: followCopies(
      employer.copies,
      proposal.copies,
      former.flatMap(({ copies }) => copies),
      newId,
    ),
  };
}

/** A list that contains only the user's own copies stays unchanged. A copy that both answers propose keeps its id, and so its tick. */
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

type EmployerFields = Partial<FieldsOf<'employer'>>;
type Proposed = Pick<EmployerProposal, 'kind' | 'role' | 'nextPersonUp' | 'copies'>;

/** The fields of a new employer, as proposed. */
export function proposedFields(
  { kind, role, nextPersonUp, copies }: Proposed,
  organisation: string,
): EmployerFields {
  return {
    kind,
    role,
    nextPersonUp,
    organisation,
    copies: copies.map((name, at) => ({ id: `proposed-${at + 1}`, name, email: '' })),
  };
}

/** The proposed fields that are empty in `employer`. Typed values are never replaced. */
export function fillGaps(employer: Employer, proposed: EmployerFields): EmployerFields {
  const gaps = Object.entries(proposed).filter(([field, value]) => {
    if (field === 'kind') return employer.organisation === '';
    return value.length > 0 && employer[field as keyof EmployerFields].length === 0;
  });
  return Object.fromEntries(gaps);
}

/** The employer to put a proposal into: the saved one of that name, or else the linked one if it has no name yet. */
export function findEmployerFor(
  linked: Employer | undefined,
  saved: readonly Employer[],
  { kind, organisation = '' }: EmployerFields,
): Employer | undefined {
  const isSame = (each: Employer) =>
    each.kind === kind && sameName(each.organisation) === sameName(organisation);
  const known = organisation === '' ? undefined : saved.find(isSame);
  return known ?? (linked?.organisation === '' ? linked : undefined);
}

type ChangedFields = Partial<FieldsOf<'employer'>>;

/** How the signer's employer compares with the proposal. */
export type ProposalStatus =
  /** No employer yet, one without a name, or one of another kind. */
  | { is: 'none' }
  | { is: 'matches'; employer: Employer }
  /** Addressed to another role, which the user typed or which is a named contact's. */
  | { is: 'custom'; employer: Employer }
  /** Still has values that an earlier answer proposed. `changes` replaces only those. */
  | { is: 'outdated'; employer: Employer; changes: ChangedFields };

export function proposalStatus(linked: Employer | undefined, proposal: EmployerProposal): ProposalStatus {
  if (!linked || linked.organisation === '' || linked.kind !== proposal.kind) return { is: 'none' };
  const changes = changesTo(linked, proposal);
  if (Object.keys(changes).length > 0) return { is: 'outdated', employer: linked, changes };
  const isProposed = linked.role === proposal.role || linked.role === '';
  return { is: isProposed ? 'matches' : 'custom', employer: linked };
}

function changesTo(employer: Employer, proposal: EmployerProposal): ChangedFields {
  const { kind, role, nextPersonUp, copies } = employer;
  const followed = applyProposal(employer, proposal, proposalsOfKind(kind), () => crypto.randomUUID());
  const isOtherNext = nextPersonUp !== '' && followed.nextPersonUp !== nextPersonUp;
  // A proposed copy that is not in the list may have been removed by the user, so it is no difference.
  const areOtherCopies = copies.some((copy) => !followed.copies.includes(copy));
  return {
    ...(followed.role !== role ? { role: followed.role } : {}),
    ...(isOtherNext ? { nextPersonUp: followed.nextPersonUp } : {}),
    ...(areOtherCopies ? { copies: followed.copies } : {}),
  };
}

/** The fields to store when the user accepts the proposal: the changes, and values for empty fields. */
export function fieldsToApply(
  employer: Employer,
  changes: ChangedFields,
  proposal: EmployerProposal,
): ChangedFields {
  const { role, ...gaps } = fillGaps(employer, proposedFields(proposal, employer.organisation));
  return { ...gaps, ...(role && employer.lastName === '' ? { role } : {}), ...changes };
}

/** The fields filled in when the user picks a school in the register. The user can change them all. */
export interface SchoolProposal {
  signer: Pick<FieldsOf<'signer'>, 'school' | 'address' | 'postcode' | 'phone' | 'employment'>;
  /** `null` where the register does not say who the employer is. */
  employer: ProposedEmployer | null;
  /** Sentences to show with the proposal: the reason, a question, a warning. */
  sentences: string[];
}

type ProposedEmployer = Pick<EmployerProposal, 'kind' | 'role' | 'copies' | 'nextPersonUp'> &
  Pick<FieldsOf<'employer'>, 'organisation' | 'address' | 'postcode'>;

/** `trusts` is empty until the user has picked that file too. */
export function proposeFromSchool(school: School, trusts: readonly Trust[]): SchoolProposal {
  const answer = answerForType(school.typeCode);
  switch (answer.kind) {
    case 'employer': {
      const employer = { ...pick(answer.proposal), ...organisationOf(answer.employment, school) };
      return toProposal(school, answer.employment, employer, [answer.proposal.reason, answer.check]);
    }
    case 'academy':
      return proposeForAcademy(school, trusts, answer.check);
    case 'ask':
    case 'out of scope':
      return toProposal(school, '', null, [answer.sentence]);
  }
}

function proposeForAcademy(school: School, trusts: readonly Trust[], check: string): SchoolProposal {
  const trust = trusts.find(({ id }) => id !== '' && id === school.trustId);
  const kind = trust?.kind ?? school.trustKind;
  const place = {
    organisation: trust?.name ?? school.trustName,
    address: trust?.address ?? '',
    postcode: trust?.postcode ?? '',
  };
  if (kind === 'unknown') {
    const sentence = 'The register does not say whether the trust runs other schools: choose below.';
    return toProposal(
      school,
      '',
      { kind: 'academy-trust', role: '', copies: [], nextPersonUp: '', ...place },
      [sentence, check],
    );
  }
  const employment = kind === 'multi' ? 'trust-with-other-schools' : 'single-academy-trust';
  const proposal = proposeEmployer(employment);
  return toProposal(school, employment, { ...pick(proposal), ...place }, [proposal.reason, check]);
}

function organisationOf(employment: Employment, school: School) {
  const nowhere = { organisation: '', address: '', postcode: '' };
  switch (employment) {
    case 'council-maintained': {
      const council = findCouncilByCode(school.councilCode);
      return { ...nowhere, organisation: council?.formalName ?? '' };
    }
    case 'aided-or-foundation':
      // A governing body has no address of its own, so a letter to the chair goes to the school.
      return {
        organisation: governingBodyName(school.name),
        address: joinAddress(school),
        postcode: school.postcode,
      };
    default:
      return { ...nowhere, organisation: school.trustName };
  }
}

function joinAddress({ name, address }: School): string {
  return [name, address].filter(Boolean).join('\n');
}

function pick({ kind, role, copies, nextPersonUp }: EmployerProposal) {
  return { kind, role, copies, nextPersonUp };
}

function toProposal(
  { name, address, postcode, phone }: School,
  employment: Employment | '',
  employer: ProposedEmployer | null,
  sentences: string[],
): SchoolProposal {
  return {
    signer: { school: name, address, postcode, phone, employment },
    employer,
    sentences: sentences.filter((sentence) => sentence !== ''),
  };
}
