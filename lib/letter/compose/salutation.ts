import { cleanLine } from '../text';
import type { EmployerFields } from '../model';
import { readTitles, splitName, spokenTitle, withoutLettersAfter } from './titles';

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
    /** "Dear Sir Hale" and "Dear Sir" would both be wrong for Sir Tom Hale. */
    | { is: 'without first name'; title: string }
    | { is: 'missing' };
  valediction: Valediction;
}

export function chooseSalutation(person: Person): Salutation {
  const name = nameAfterDear(person);
  if (name !== '') return { addressee: { is: 'known', name }, valediction: 'Yours sincerely' };
  if (person.role !== '') {
    return {
      addressee: { is: 'known', name: person.role.replace(/^the /i, '') },
      valediction: 'Yours faithfully',
    };
  }
  if (person.lastName === '') return { addressee: { is: 'missing' }, valediction: 'Yours faithfully' };
  const title = spokenTitle(person.title);
  return {
    addressee: title
      ? { is: 'without first name', title: title.spoken }
      : { is: 'without title', lastName: withoutLettersAfter(person.lastName) },
    valediction: 'Yours sincerely',
  };
}

/** As on an envelope: "Mrs Priya Patel". Empty when there is no name. */
export function fullNameOf({ title, firstName, lastName }: Person): string {
  return firstName === '' && lastName === '' ? '' : [title, firstName, lastName].filter(Boolean).join(' ');
}

/** Titles typed into a name are moved to the title, and a name typed with a title is split into first and last name. */
export function readContact(employer: EmployerFields): Person {
  const typedLast = cleanLine(employer.lastName);
  const inTitle = readTitleField(cleanLine(employer.title));
  const inFirst = readNameField(cleanLine(employer.firstName), typedLast !== '');
  const inLast = readNameField(typedLast, false);
  const firstName = [inTitle.rest, inFirst.rest].filter(Boolean).join(' ');
  const person = {
    title: [...new Set([inTitle.written, inFirst.written, inLast.written])].filter(Boolean).join(' '),
    firstName,
    lastName: inLast.rest,
    role: cleanLine(employer.role),
  };
  if (firstName !== '' && person.lastName !== '') return person;
  const name = firstName || person.lastName;
  const besideTitle = inTitle.rest + inFirst.written + inLast.written !== '';
  const takesFirstName = spokenTitle(person.title)?.takes === 'first name';
  if (!besideTitle && !takesFirstName) return person;
  const split = splitName(name);
  if (split.firstName !== '') return { ...person, ...split };
  if (!besideTitle) return person;
  return { ...person, ...(takesFirstName ? { firstName: name, lastName: '' } : split) };
}

/**
 * Reads the one input for the next person up: "Clerk to the governors", "Mrs Patel, Chair of Trustees" or "Chair of
 * Trustees: Sir Tom Hale". An email address typed with them is left out.
 */
export function readNextPersonUp(employer: EmployerFields): Person {
  const parts = cleanLine(employer.nextPersonUp)
    .split(/[,;:()<>]| [-–—] /)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.includes('@') && withoutLettersAfter(` ${part}`) !== '');
  const titled = parts.find((part) => readNameField(part, false).written !== '');
  const name = titled ?? parts.find((part) => !isRole(part)) ?? '';
  const role = parts.filter((part) => part !== name).join(', ');
  const lastName = titled === undefined && name.includes(' ') ? '' : name;
  const firstName = lastName === '' ? name : '';
  return { ...readContact({ ...employer, title: '', firstName, lastName, role }) };
}

const ROLE =
  /\b(?:of|for|to|the|chair\w*|co-chair\w*|chief|executive|hr|ceo|coo|cfo|dcs|lado|clerk|director\w*|head\w*|officer|governors?|trustees?|secretary|manager|lead|leader|president|principal|board|council|committee|team|department|human|resources|ombudsman|commissioner|bishop|archdeacon|dean|rector|vicar|provost|warden|mayor\w*|minister|members?|treasurer|superintendent|advis[eo]r|chancellor|deputy|vice|bursar|sponsor|founder|diocese|trust)\b/iu;

function isRole(text: string): boolean {
  return ROLE.test(text);
}

function nameAfterDear({ title, firstName, lastName: written }: Person): string {
  const spoken = spokenTitle(title);
  const [given = ''] = firstName.split(' ').filter((word) => !/^\p{L}\.?$/u.test(word));
  const lastName = withoutLettersAfter(written);
  if (spoken?.takes === 'first name') {
    if (given !== '') return `${spoken.spoken} ${given}`;
    // A religious name is one name, in whichever input it was typed.
    if (!spoken.standsAlone) return '';
  }
  const ofPlace = spoken?.replacesOthers ? / of .+$/ : /$/;
  if (spoken && lastName !== '') return `${spoken.spoken} ${lastName.replace(ofPlace, '')}`;
  if (spoken?.standsAlone && spoken.replacesOthers)
    return [spoken.spoken, firstName].filter(Boolean).join(' ');
  if (firstName !== '') return [firstName, lastName].filter(Boolean).join(' ');
  return spoken?.standsAlone && lastName === '' ? spoken.spoken : '';
}

interface TitleAndName {
  written: string;
  rest: string;
}

/** What is typed into the title after known titles is a name: "Sir Tom". Any other text is a title as it stands. */
function readTitleField(text: string): TitleAndName {
  const { written, rest } = readTitles(text, true);
  const isTitle = written === '' || isRole(rest) || /^(?:and|&) /i.test(rest);
  return isTitle ? { written: text, rest: '' } : { written, rest };
}

/** Without a name after it, "Bishop" is a last name; before "of", a role. */
function readNameField(text: string, mayBeTitleOnly: boolean): TitleAndName {
  const { written, rest } = readTitles(text, false);
  const isName = (rest === '' && !mayBeTitleOnly) || /^(?:of|for|to|and|the)\b/i.test(rest);
  return isName ? { written: '', rest: text } : { written, rest };
}
