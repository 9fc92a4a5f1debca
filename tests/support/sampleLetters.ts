import { readdirSync, readFileSync } from 'node:fs';
import { everyDetail } from '../../lib/letter/details';
import {
  type EmployerFields,
  type LetterChoices,
  type LetterContext,
  type LetterTemplate,
  type SignerFields,
  listRequests,
} from '../../lib/letter/model';
import { parseLetter } from '../../lib/letter/parse/parse';

/** Sample details for every letter, for reading and for the tests of the wording. All people are invented. */

const priya: SignerFields = {
  fullName: 'Priya Nair',
  jobTitle: 'Headteacher',
  school: 'Oakfield Primary School',
  address: '12 Mill Lane\nNorthmere',
  postcode: 'NM4 7QD',
  phone: '01632 960 482',
  email: 'head@oakfield.example',
  coSigners: [],
};

const tom = { fullName: 'Tom Adeyemi', jobTitle: 'Deputy Headteacher', agreed: true };

export const sampleSigners = {
  single: priya,
  joint: { ...priya, coSigners: [tom] },
} as const satisfies Record<string, SignerFields>;

const contact = { ...everyDetail('employer', ''), email: 'letters@employer.example' };
const office = { address: '1 Bridge Street\nNorthmere', postcode: 'NM1 1AA' };

/** One employer of each kind, and two trusts, because letters to a trust with one school go to its chair. */
export const sampleEmployers = {
  council: {
    ...contact,
    ...office,
    kind: 'council',
    title: 'Ms',
    lastName: 'Okafor',
    organisation: 'Northmere County Council',
    role: 'Director of Children’s Services',
    nextPersonUp: 'Chief Executive',
  },
  'academy trust': {
    ...contact,
    ...office,
    kind: 'academy-trust',
    organisation: 'The Beacon Learning Trust',
    role: 'Chief Executive Officer',
    nextPersonUp: 'Chair of Trustees',
  },
  'trust with one school': {
    ...contact,
    ...office,
    kind: 'academy-trust',
    organisation: 'Oakfield Academy Trust',
    role: 'Chair of Trustees',
    nextPersonUp: 'Clerk to the Trustees',
  },
  'governing body': {
    ...contact,
    ...office,
    kind: 'governing-body',
    title: 'Mrs',
    lastName: 'Hart',
    organisation: 'Governing Body of Oakfield Primary School',
    role: 'Chair of Governors',
    nextPersonUp: 'Clerk to the Governors',
  },
  other: {
    ...contact,
    ...office,
    kind: 'other',
    organisation: 'Meadowbank Schools Charity',
    role: 'Director',
    nextPersonUp: 'President of the charity',
  },
} as const satisfies Record<string, EmployerFields>;

export type SampleEmployer = keyof typeof sampleEmployers;
export type SampleSigner = keyof typeof sampleSigners;

const answers = {
  'first letter date': '2026-11-09',
  'reminder date': '2026-11-24',
  'their reply date': '2026-11-16',
  'promised date': '2026-11-20',
  'agreed date': '2026-11-20',
  'call time': '09:50',
  'inspection type': 'full',
  'inspection date': '2026-11-24',
  'review date': '2027-07-05',
  'what they sent': 'a leaflet on the employee assistance programme\nthe general stress policy',
  'agreed measures':
    'a named officer to call: head of school support, from 1 December 2026\ncover for leaders: human resources, from 1 December 2026',
  'proposed times': 'Monday 30 November 2026 at 4pm\nTuesday 1 December 2026 at 8.30am',
  'what helped': 'a telephone call each evening from the adviser',
  'what did not help': 'no cover for leaders’ lessons on the day of the call',
} as const;

/** The choices for a letter: the defaults, or everything ticked and filled in. */
export const sampleChoices = {
  plain: {},
  full: {
    ownParagraph: 'The school has 212 pupils, and four of its leaders also teach a class.',
    mentionUnion: true,
    copies: ['Union branch secretary'],
    enclosures: ['first letter', 'word copy'],
    answers: {
      ...answers,
      'last reply date': '2026-11-16',
      'telephone call': 'spoken to you',
      'start date': '2026-09-01',
      'meeting date': '2026-12-01',
      'meeting time': '16:00',
      'meeting place': 'County Hall',
    },
  },
} as const satisfies Record<string, Partial<LetterChoices>>;

export type SampleChoices = keyof typeof sampleChoices;

export function sampleContext(
  letter: LetterTemplate,
  signer: SampleSigner,
  employer: SampleEmployer,
  choice: SampleChoices = 'plain',
): LetterContext {
  const everything = choice === 'full' ? listRequests(letter).map(({ id }) => id) : null;
  return {
    signer: sampleSigners[signer],
    employer: sampleEmployers[employer],
    today: '2026-11-23',
    choices: {
      requests: everything,
      ownParagraph: '',
      replyBy: '2026-12-07',
      mentionUnion: false,
      voice: 'full',
      copies: [],
      enclosures: [],
      answers: { ...answers },
      ...sampleChoices[choice],
    },
  };
}

/**
 * Reads all letters from their files, in the popup's order. Throws an error with file and line if a letter has a
 * mistake.
 */
export function readLetters(folder = 'templates'): LetterTemplate[] {
  const read = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const parsed = parseLetter(readFileSync(`${folder}/${file}`, 'utf8'), file, {
        id: file.replace(/\.md$/, ''),
      });
      if (parsed.ok) return parsed;
      throw new Error(parsed.problems.map(({ line, sentence }) => `${file}:${line} ${sentence}`).join('\n'));
    });
  return read
    .toSorted((a, b) => a.order - b.order || a.letter.id.localeCompare(b.letter.id))
    .map(({ letter }) => letter);
}
