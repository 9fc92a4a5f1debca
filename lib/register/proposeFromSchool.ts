import { proposeEmployer, type EmployerProposal } from '../details/employment';
import type { Employment, FieldsOf } from '../storage/schema';
import { findCouncilByCode } from './councils';
import { answerForType } from './registerTypes';
import type { School, Trust } from './school';

/** What picking a school in the register fills in. Everything of it can be overridden. */
export interface SchoolProposal {
  signer: Pick<FieldsOf<'signer'>, 'school' | 'address' | 'postcode' | 'phone' | 'employment'>;
  /** `null` where the register does not say who the employer is. */
  employer: ProposedEmployer | null;
  /** What the user is told or asked beside it, one sentence each. */
  sentences: string[];
}

type ProposedEmployer = Pick<EmployerProposal, 'kind' | 'role' | 'copies' | 'nextPersonUp'> &
  Pick<FieldsOf<'employer'>, 'organisation' | 'councilCode' | 'address' | 'postcode'>;

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
    councilCode: '',
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
  const nowhere = { organisation: '', councilCode: '', address: '', postcode: '' };
  switch (employment) {
    case 'council-maintained': {
      const council = findCouncilByCode(school.councilCode);
      return council ? { ...nowhere, organisation: council.formalName, councilCode: council.code } : nowhere;
    }
    case 'aided-or-foundation':
      // A letter to the chair goes care of the school.
      return {
        organisation: `Governing Body of ${school.name}`,
        councilCode: '',
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
