import type { EmployerKind } from '../letter/model';
import { kindOfEmployment } from './pairing';
import type { Employment } from '../storage/schema';

/** The proposed employer, addressee and copies. Sources: HSE's table, and Education Act 2002 ss. 35 and 36. */
export interface EmployerProposal {
  kind: EmployerKind;
  /** The role to address, used after "Dear" while no name is known. */
  role: string;
  /** Hint for the input of the employer's name. */
  organisationHint: string;
  /** People or posts who often get a copy. None is ticked by default. */
  copies: string[];
  /** Who to write to if no reply comes. */
  nextPersonUp: string;
  /** Reason for the proposal, in one sentence for the user. */
  reason: string;
}

export interface EmploymentChoice {
  id: Employment;
  label: string;
}

/** The six answers to "Who employs you?", in the order of the page. */
export const employmentChoices = [
  {
    id: 'council-maintained',
    label: 'Council-maintained (community, voluntary controlled, nursery, pupil referral unit)',
  },
  { id: 'aided-or-foundation', label: 'Voluntary aided or foundation' },
  { id: 'trust-with-other-schools', label: 'Academy or free school in a trust with other schools' },
  { id: 'single-academy-trust', label: 'A trust with this school only' },
  { id: 'charity-special', label: 'Special school run by a charity' },
  { id: 'other', label: 'Other' },
] as const satisfies EmploymentChoice[];

const proposals = {
  'council-maintained': {
    kind: kindOfEmployment['council-maintained'],
    role: 'Director of Children’s Services',
    organisationHint: 'The council’s formal name, e.g. Kent County Council',
    copies: [
      'Chair of Governors',
      'Council’s human resources or health and safety team',
      'Union branch secretary',
    ],
    nextPersonUp: 'Chief Executive',
    reason:
      'In community, voluntary controlled and maintained nursery schools and in pupil referral units the council is the employer, so the letter goes to its Director of Children’s Services.',
  },
  'aided-or-foundation': {
    kind: kindOfEmployment['aided-or-foundation'],
    role: 'Chair of Governors',
    organisationHint: 'Governing Body of your school',
    copies: [
      'Clerk to the governing body',
      'Director of Children’s Services (for information)',
      'Diocesan Director of Education (for information)',
    ],
    nextPersonUp: 'Clerk to the Governing Body',
    reason:
      'In voluntary aided and foundation schools the governing body is the employer, not the council, so the letter goes to its chair; a federation has one governing body for several schools, so there write the federation’s name.',
  },
  'trust-with-other-schools': {
    kind: kindOfEmployment['trust-with-other-schools'],
    role: 'Chief Executive Officer',
    organisationHint: 'The trust’s full name, as at the foot of its website',
    copies: [
      'Chair of Trustees',
      'Trust’s human resources or health and safety lead',
      'Chair of the local governing body',
    ],
    nextPersonUp: 'Chair of Trustees',
    reason:
      'In a trust with several schools the trust is the employer, so the letter goes to its chief executive; a local governing body, where there is one, is a committee of the trust.',
  },
  'single-academy-trust': {
    kind: kindOfEmployment['single-academy-trust'],
    role: 'Chair of Trustees',
    organisationHint: 'The trust’s full name, as at the foot of the school’s website',
    copies: ['Clerk to the trustees or company secretary'],
    nextPersonUp: 'Clerk to the Trustees',
    reason:
      'Where the academy is its own trust, the trust is the employer and the head is normally its senior executive leader, so the letter goes to the Chair of Trustees.',
  },
  'charity-special': {
    kind: kindOfEmployment['charity-special'],
    role: 'Chair of Trustees',
    organisationHint: 'The charity that runs the school',
    copies: ['Chief executive of the charity'],
    nextPersonUp: 'Clerk to the Trustees',
    reason:
      'In a non-maintained special school the charity that runs it is the employer; if its board are called governors, change the role to Chair of Governors.',
  },
  other: {
    kind: kindOfEmployment.other,
    role: '',
    organisationHint: 'The employer your contract or payslip names',
    copies: [],
    nextPersonUp: '',
    reason:
      'Employers differ here, so nothing is filled in for you: your contract of employment or a payslip names yours.',
  },
} satisfies Record<Employment, EmployerProposal>;

/** Details of the signer that change the proposal. */
interface Writer {
  /** The council's formal name, once picked. */
  council?: string;
  school?: string;
  jobTitle?: string;
}

/** Proposes the employer for an answer to "Who employs you?". The user can change every field. */
export function proposeEmployer(employment: Employment, writer: Writer = {}): EmployerProposal {
  const proposal = proposals[employment];
  if (employment === 'trust-with-other-schools' && leadsTheTrust(writer.jobTitle ?? ''))
    return forChiefExecutive;
  if (employment === 'aided-or-foundation' && writer.school) {
    return { ...proposal, organisationHint: governingBodyName(writer.school) };
  }
  if (employment === 'council-maintained') {
    const organisationHint = writer.council || proposal.organisationHint;
    const copies = isPupilReferralUnit(writer.school ?? '') ? copiesInPupilReferralUnit : proposal.copies;
    return { ...proposal, organisationHint, copies };
  }
  return proposal;
}

/** The name to suggest for the governing body of a school. */
export function governingBodyName(school: string): string {
  return `Governing Body of ${school}`;
}

/** A pupil referral unit has a management committee where other maintained schools have governors. */
export const copiesInPupilReferralUnit = proposals['council-maintained'].copies.map((copy) =>
  copy === 'Chair of Governors' ? 'Chair of the Management Committee' : copy,
);

/** Every proposal that can be made for one kind of employer. Any other value in its fields was typed by the user. */
export function proposalsOfKind(kind: EmployerKind): EmployerProposal[] {
  const inPupilReferralUnit = { ...proposals['council-maintained'], copies: copiesInPupilReferralUnit };
  return [...Object.values(proposals), inPupilReferralUnit, forChiefExecutive].filter(
    (proposal) => proposal.kind === kind,
  );
}

function isPupilReferralUnit(school: string): boolean {
  return /\b(pupil referral (unit|service)|PRU)\b/i.test(school);
}

/** For a signer who is the trust's chief executive: only the board is above them. */
const forChiefExecutive: EmployerProposal = {
  ...proposals['trust-with-other-schools'],
  role: 'Chair of Trustees',
  copies: ['Vice-Chair of Trustees'],
  nextPersonUp: 'Clerk to the Trustees',
  reason: 'You are the trust’s chief executive, so the letter goes to the Chair of Trustees.',
};

function leadsTheTrust(jobTitle: string): boolean {
  return (
    /\b(chief executive|ceo)\b/i.test(jobTitle) && !/deputy|assistant|vice|\bpa\b|to the/i.test(jobTitle)
  );
}

type Meaning = readonly [word: RegExp, meaning: Employment, guessedBecause: string];

/**
 * The words that branches and councils use for kinds of school, the more special ones first. A word is a guess, with a
 * reason, if schools with different employers are called so: an academy can be its own trust, and an aided school is maintained too.
 */
const meanings: readonly Meaning[] = [
  [/\b(nmss|non maintained special)\b/, 'charity-special', ''],
  [/\b(sat|single academy|stand ?alone|own trust|this school only)\b/, 'single-academy-trust', ''],
  [/\b(mat|multi academy|multi academies)\b/, 'trust-with-other-schools', ''],
  [
    /^(va|(c ?of ?e|rc|catholic|church) va|va .*|voluntary[ -]aided.*|aided|foundation|foundation (school|special.*)|va or foundation)$/,
    'aided-or-foundation',
    '',
  ],
  [
    /^(vc|(c ?of ?e|church) vc|vc .*|voluntary[ -]controlled.*|controlled|community|community (school|special.*)|county|nursery|maintained nursery.*|(la|local authority) nursery.*|pru|pupil referral unit|council|la|lea|local authority|la maintained|council maintained|local authority maintained)$/,
    'council-maintained',
    '',
  ],
  [
    /\b(academy|academies|trust|free school|converter|sponsored)\b/,
    'trust-with-other-schools',
    'Most academies and free schools are in a trust with other schools; some have a trust of their own.',
  ],
  [
    /\bmaintained\b/,
    'council-maintained',
    'In most maintained schools the council is the employer; in voluntary aided and foundation schools it is the governing body.',
  ],
  [
    /^(independent|private|sixth form college|other)$/,
    'other',
    'None of the other kinds fits such a school.',
  ],
];

/** What a word such as "VA", "MAT" or "Community" says about who employs the staff; `null` if we do not know it. */
export function understandEmployment(typed: string): { meaning: Employment; guessedBecause: string } | null {
  const same = employmentChoices.find(({ id, label }) =>
    [id, label].some((each) => each.toLowerCase() === typed.toLowerCase()),
  );
  if (same) return { meaning: same.id, guessedBecause: '' };
  const words = typed
    .slice(0, 100)
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
  const found = meanings.find(([word]) => word.test(words));
  return found ? { meaning: found[1], guessedBecause: found[2] } : null;
}
