import { copiesInPupilReferralUnit, proposeEmployer, type EmployerProposal } from './employment';
import type { Employment } from '../storage/schema';

/**
 * What a type of establishment in the Department for Education's register (Get Information about Schools) says about
 * the employer. If the type does not determine the employer, the user is asked.
 */
export type RegisterAnswer =
  | { kind: 'employer'; employment: Employment; proposal: EmployerProposal; check: string }
  /** An academy: the trust is the employer, and the addressee depends on whether the trust runs other schools. */
  | { kind: 'academy'; check: string }
  | { kind: 'ask'; sentence: string }
  | { kind: 'out of scope'; sentence: string };

interface RegisterType {
  code: number;
  name: string;
  answer: RegisterAnswer;
}

const FURTHER_EDUCATION =
  'It is inspected under the framework for further education and skills: check that this letter fits before you use it.';
const INDEPENDENT =
  'Independent schools have inspection arrangements of their own: check that this letter fits.';

const academy: RegisterAnswer = { kind: 'academy', check: '' };
const sixteenToNineteen: RegisterAnswer = { kind: 'academy', check: FURTHER_EDUCATION };

function ask(what: string): RegisterAnswer {
  const sentence = `The register does not say who employs the staff of ${what}. Your contract of employment or a payslip names your employer.`;
  return { kind: 'ask', sentence };
}

function outOfScope(what: string): RegisterAnswer {
  const sentence = `The letter is about Ofsted’s inspections of schools in England; it was not written for ${what}.`;
  return { kind: 'out of scope', sentence };
}

function employer(
  employment: Employment,
  changes: Partial<EmployerProposal> = {},
  check = '',
): RegisterAnswer {
  return { kind: 'employer', employment, proposal: { ...proposeEmployer(employment), ...changes }, check };
}

const maintained = employer('council-maintained');
const pupilReferralUnit = employer('council-maintained', { copies: copiesInPupilReferralUnit });
const voluntaryAided = employer('aided-or-foundation');
const foundation = employer('aided-or-foundation', {
  copies: proposeEmployer('aided-or-foundation').copies.filter((copy) => !copy.startsWith('Diocesan')),
});
const proprietor = (copies: string[], reason: string) =>
  employer('other', { role: 'Proprietor', copies, reason }, INDEPENDENT);

/** The 39 types of the register, by code. */
export const registerTypes: readonly RegisterType[] = [
  { code: 1, name: 'Community school', answer: maintained },
  { code: 2, name: 'Voluntary aided school', answer: voluntaryAided },
  { code: 3, name: 'Voluntary controlled school', answer: maintained },
  { code: 5, name: 'Foundation school', answer: foundation },
  {
    code: 6,
    name: 'City technology college',
    answer: employer('single-academy-trust', {
      copies: ['Principal or chief executive, if that is not you'],
      reason: 'In a city technology college the trust that runs it is the employer.',
    }),
  },
  { code: 7, name: 'Community special school', answer: maintained },
  { code: 8, name: 'Non-maintained special school', answer: employer('charity-special') },
  {
    code: 10,
    name: 'Other independent special school',
    answer: proprietor(
      ['Chair of Governors'],
      'In an independent special school the proprietor is the employer.',
    ),
  },
  {
    code: 11,
    name: 'Other independent school',
    answer: proprietor(
      [],
      'In an independent school the proprietor is the employer; where it is a charity, change the role to Chair of Governors.',
    ),
  },
  { code: 12, name: 'Foundation special school', answer: foundation },
  { code: 14, name: 'Pupil referral unit', answer: pupilReferralUnit },
  { code: 15, name: 'Local authority nursery school', answer: maintained },
  {
    code: 18,
    name: 'Further education',
    answer: employer(
      'other',
      { role: 'Chair of the Corporation', reason: 'In a college the corporation is the employer.' },
      FURTHER_EDUCATION,
    ),
  },
  { code: 24, name: 'Secure units', answer: ask('secure units') },
  { code: 25, name: 'Offshore schools', answer: outOfScope('offshore schools') },
  { code: 26, name: "Service children's education", answer: ask('schools for service children') },
  { code: 27, name: 'Miscellaneous', answer: ask('places of this type') },
  { code: 28, name: 'Academy sponsor led', answer: academy },
  { code: 29, name: 'Higher education institutions', answer: outOfScope('universities') },
  { code: 30, name: 'Welsh establishment', answer: outOfScope('schools in Wales') },
  { code: 31, name: 'Sixth form centres', answer: ask('sixth form centres') },
  {
    code: 32,
    name: 'Special post 16 institution',
    answer: employer(
      'other',
      {
        role: 'Chair of Governors',
        reason:
          'In a special post-16 institution the body that runs it is the employer; if its board are called trustees, change the role to Chair of Trustees.',
      },
      FURTHER_EDUCATION,
    ),
  },
  { code: 33, name: 'Academy special sponsor led', answer: academy },
  { code: 34, name: 'Academy converter', answer: academy },
  { code: 35, name: 'Free schools', answer: academy },
  { code: 36, name: 'Free schools special', answer: academy },
  { code: 37, name: 'British schools overseas', answer: outOfScope('schools overseas') },
  { code: 38, name: 'Free schools alternative provision', answer: academy },
  { code: 39, name: 'Free schools 16 to 19', answer: sixteenToNineteen },
  { code: 40, name: 'University technical college', answer: academy },
  { code: 41, name: 'Studio schools', answer: academy },
  { code: 42, name: 'Academy alternative provision converter', answer: academy },
  { code: 43, name: 'Academy alternative provision sponsor led', answer: academy },
  { code: 44, name: 'Academy special converter', answer: academy },
  { code: 45, name: 'Academy 16-19 converter', answer: sixteenToNineteen },
  { code: 46, name: 'Academy 16 to 19 sponsor led', answer: sixteenToNineteen },
  {
    code: 49,
    name: 'Online provider',
    answer: proprietor([], 'In an online provider the proprietor is the employer.'),
  },
  { code: 56, name: 'Institution funded by other government department', answer: ask('places of this type') },
  { code: 57, name: 'Academy secure 16 to 19', answer: sixteenToNineteen },
];

/** The answer for a type code, also in the register's form ("01"). For an unknown code, the user is asked. */
export function answerForType(code: string): RegisterAnswer {
  const known = registerTypes.find((type) => type.code === Number(code));
  return known?.answer ?? ask('places of this type');
}
