import { cleanLine, lookUp } from '../text';
import type { EmployerFields } from '../model';

type Valediction = 'Yours sincerely' | 'Yours faithfully';

/** The addressee of a letter, cleaned. Any part may be empty. */
export interface Person {
  title: string;
  firstName: string;
  lastName: string;
  role: string;
}

/** The name after "Dear", and the matching close. */
export interface Salutation {
  addressee:
    | { is: 'known'; name: string }
    /** Only a last name is known. "Dear Patel" would be rude, and a title must not be guessed. */
    | { is: 'without title'; lastName: string }
    | { is: 'missing' };
  valediction: Valediction;
}

export function chooseSalutation(person: Person): Salutation {
  const name = nameAfterDear(person);
  if (name !== '') return { addressee: { is: 'known', name }, valediction: 'Yours sincerely' };
  if (person.role !== '') {
    return { addressee: { is: 'known', name: person.role }, valediction: 'Yours faithfully' };
  }
  if (person.lastName === '') return { addressee: { is: 'missing' }, valediction: 'Yours faithfully' };
  return { addressee: { is: 'without title', lastName: person.lastName }, valediction: 'Yours sincerely' };
}

/** As on an envelope: "Mrs Priya Patel". Empty when there is no name. */
export function fullNameOf({ title, firstName, lastName }: Person): string {
  return firstName === '' && lastName === '' ? '' : [title, firstName, lastName].filter(Boolean).join(' ');
}

/** A title typed into the last name ("Mrs Patel") is moved to the title. */
export function readContact(employer: EmployerFields): Person {
  const title = withoutFullStops(cleanLine(employer.title));
  const firstName = cleanLine(employer.firstName);
  const lastName = cleanLine(employer.lastName);
  const role = cleanLine(employer.role);
  const found = title === '' && firstName === '' ? splitTitle(lastName) : null;
  return { title, firstName, lastName, role, ...found };
}

/** Reads the one input for the next person up: "Clerk to the governors", or "Mrs Patel, Chair of Trustees". */
export function readNextPersonUp({ nextPersonUp }: EmployerFields): Person {
  const typed = cleanLine(nextPersonUp);
  const [name = '', ...rest] = typed.split(', ');
  const found = splitTitle(name);
  return found
    ? { firstName: '', role: rest.join(', '), ...found }
    : { title: '', firstName: '', lastName: '', role: typed };
}

function nameAfterDear({ title, firstName, lastName }: Person): string {
  const spoken = titleAfterDear(title);
  if (firstName !== '' && /^(Sir|Dame)$/i.test(spoken)) return `${spoken} ${firstName}`;
  if (lastName === '') return firstName;
  if (spoken !== '') return `${spoken} ${lastName}`;
  return firstName === '' ? '' : `${firstName} ${lastName}`;
}

const SHORT_TITLE = /^(Mr|Mrs|Miss|Ms|Mx|Dr|Prof|Revd?|Cllr)\.$/i;
const TITLED_NAME = /^((?:Mr|Mrs|Miss|Ms|Mx|Dr|Prof|Professor|Revd?|Reverend|Cllr|Councillor)\.?) (.+)$/i;

function splitTitle(name: string): { title: string; lastName: string } | null {
  const found = TITLED_NAME.exec(name);
  return found && { title: withoutFullStops(found[1] ?? ''), lastName: found[2] ?? '' };
}

function withoutFullStops(title: string): string {
  return title
    .split(' ')
    .map((word) => (SHORT_TITLE.test(word) ? word.slice(0, -1) : word))
    .join(' ');
}

/** The title after "Dear": "Rev" and "Cllr" in full, and "The" left out. */
function titleAfterDear(title: string): string {
  const words = title.replace(/^The /i, '').split(' ');
  return words.map((word) => lookUp(writtenOut, word.toLowerCase()) ?? word).join(' ');
}

const writtenOut: Readonly<Record<string, string>> = {
  rev: 'Reverend',
  revd: 'Reverend',
  cllr: 'Councillor',
};
