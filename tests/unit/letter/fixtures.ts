import { composeLetter } from '../../../lib/letter/compose/compose';
import { everyDetail } from '../../../lib/letter/details';
import type {
  EmployerFields,
  LetterChoices,
  LetterContext,
  LetterDocument,
  LetterTemplate,
  SignerFields,
} from '../../../lib/letter/model';
import { parseLetter } from '../../../lib/letter/parse/parse';

export const signer: SignerFields = {
  fullName: 'Robin Hale',
  jobTitle: 'Headteacher',
  school: 'Oakfield Primary School',
  address: '1 School Lane\nOakfield',
  postcode: 'ZZ1 1AA',
  phone: '01632 960001',
  email: 'head@oakfield.example',
  coSigners: [],
};

export const deputy = { fullName: 'Sam Field', jobTitle: 'Deputy headteacher', agreed: true };

export const employer: EmployerFields = {
  ...everyDetail('employer', ''),
  kind: 'council',
  organisation: 'Exampleshire County Council',
  title: 'Mrs',
  firstName: 'Priya',
  lastName: 'Patel',
  role: 'Director of Children’s Services',
  email: 'dcs@exampleshire.example',
  address: 'County Hall\nHigh Street\nExampleton',
  postcode: 'zz2 2bb',
  nextPersonUp: 'Chief Executive',
};

const choices: LetterChoices = {
  requests: null,
  ownParagraph: '',
  replyBy: '2026-12-07',
  mentionUnion: false,
  voice: 'full',
  copies: [],
  enclosures: [],
  answers: {},
};

export interface ContextChanges {
  signer?: Partial<SignerFields>;
  employer?: Partial<EmployerFields>;
  choices?: Partial<LetterChoices>;
}

export function contextWith(changes: ContextChanges = {}): LetterContext {
  return {
    signer: { ...signer, ...changes.signer },
    employer: { ...employer, ...changes.employer },
    choices: { ...choices, ...changes.choices },
    today: '2026-11-23',
  };
}

export const FRONT = `---
id: example
title: An example
when: For tests.
subject: About {{school}}
checkedOn: 2026-11-23
---
`;

/** A letter with the given body: its own sections if it has headings, otherwise one section. */
export function letterOf(body: string, front = FRONT): LetterTemplate {
  const sections = /^## /m.test(body) ? body : `## Body {#body}\n\n${body}`;
  const parsed = parseLetter(`${front}\n${sections}\n`, 'example.md');
  if (!parsed.ok)
    throw new Error(parsed.problems.map(({ line, sentence }) => `${line} ${sentence}`).join('\n'));
  return parsed.letter;
}

/** Front matter whose `asks` lists the given fields. */
export function asking(...fields: string[]): string {
  return FRONT.replace('checkedOn', `asks: [${fields.join(', ')}]\ncheckedOn`);
}

export function compose(body: string, changes: ContextChanges = {}, front = FRONT): LetterDocument {
  return composeLetter(letterOf(body, front), contextWith(changes));
}
