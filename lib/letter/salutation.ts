import { cleanLine } from './clean';
import type { EmployerFields } from './model';

export type Valediction = 'Yours sincerely' | 'Yours faithfully';

/** Who stands after "Dear", and the close that agrees with it. */
export interface Salutation {
  addressee:
    | { is: 'known'; name: string }
    /** A last name alone: "Dear Patel" would be rude, and we do not guess a title. */
    | { is: 'without title'; lastName: string }
    | { is: 'missing' };
  valediction: Valediction;
}

interface Contact {
  title: string;
  firstName: string;
  lastName: string;
}

export function salute(employer: EmployerFields): Salutation {
  const contact = readContact(employer);
  const role = cleanLine(employer.role);
  const name = nameAfterDear(contact);
  if (name !== '') return { addressee: { is: 'known', name }, valediction: 'Yours sincerely' };
  if (role !== '') return { addressee: { is: 'known', name: role }, valediction: 'Yours faithfully' };
  if (contact.lastName === '') return { addressee: { is: 'missing' }, valediction: 'Yours faithfully' };
  return {
    addressee: { is: 'without title', lastName: contact.lastName },
    valediction: 'Yours sincerely',
  };
}

/** As on an envelope: "Mrs Priya Patel". Empty when there is no name. */
export function nameContact(employer: EmployerFields): string {
  const { title, firstName, lastName } = readContact(employer);
  return firstName === '' && lastName === '' ? '' : [title, firstName, lastName].filter(Boolean).join(' ');
}

function nameAfterDear({ title, firstName, lastName }: Contact): string {
  const spoken = speakTitle(title);
  if (firstName !== '' && goesWithFirstName.test(spoken)) return `${spoken} ${firstName}`;
  if (spoken !== '' && lastName !== '') return `${spoken} ${lastName}`;
  return [firstName, lastName].filter(Boolean).length === 2 || lastName === ''
    ? [firstName, lastName].filter(Boolean).join(' ')
    : '';
}

const goesWithFirstName = /^(Sir|Dame)$/i;
const shortTitle = /^(Mr|Mrs|Miss|Ms|Mx|Dr|Prof|Revd?|Cllr|Fr|Sr|St)\.$/i;
const titleInName = /^((?:Mr|Mrs|Miss|Ms|Mx|Dr|Prof|Professor|Revd?|Cllr|Councillor|Reverend)\.?) (.+)$/i;

/** A title typed into the last name ("Mrs Patel") is taken for what it is. */
function readContact(employer: EmployerFields): Contact {
  const typed = {
    title: withoutFullStops(cleanLine(employer.title)),
    firstName: cleanLine(employer.firstName),
    lastName: cleanLine(employer.lastName),
  };
  const found = typed.title === '' && typed.firstName === '' ? titleInName.exec(typed.lastName) : null;
  return found ? { title: withoutFullStops(found[1] ?? ''), firstName: '', lastName: found[2] ?? '' } : typed;
}

function withoutFullStops(title: string): string {
  return title
    .split(' ')
    .map((word) => (shortTitle.test(word) ? word.slice(0, -1) : word))
    .join(' ');
}

/** "Rev" and "Cllr" are written out after "Dear", and "The" is left out. */
function speakTitle(title: string): string {
  return title
    .split(' ')
    .filter((word, index) => index > 0 || word.toLowerCase() !== 'the')
    .map((word) => {
      if (/^revd?$/i.test(word)) return 'Reverend';
      return /^cllr$/i.test(word) ? 'Councillor' : word;
    })
    .join(' ');
}
