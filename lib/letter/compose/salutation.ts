import { cleanLines } from '../text';
import type { EmployerFields } from '../model';
import { joinWithAnd } from './grammar';
import {
  cleanName,
  readTitles,
  splitInitials,
  splitName,
  spokenTitle,
  withoutLettersAfter,
  withoutStyles,
} from './titles';

type Valediction = 'Yours sincerely' | 'Yours faithfully';

/** The addressee of a letter, cleaned. Any part may be empty. */
export interface Person {
  title: string;
  firstName: string;
  lastName: string;
  role: string;
}

const NOBODY: Person = { title: '', firstName: '', lastName: '', role: '' };

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
  // "c/o the school office" belongs on the envelope only.
  const role = person.role.replace(/(?:^|, )c\/o .*/i, '');
  if (role !== '') {
    return {
      addressee: { is: 'known', name: withoutStyles(role.replace(/^the /i, '')) },
      valediction: 'Yours faithfully',
    };
  }
  const lastName = withoutLettersAfter(person.lastName);
  if (lastName === '') return { addressee: { is: 'missing' }, valediction: 'Yours faithfully' };
  const title = spokenTitle(person.title);
  return {
    addressee: title ? { is: 'without first name', title: title.spoken } : { is: 'without title', lastName },
    valediction: 'Yours sincerely',
  };
}

/** As on an envelope: "Mrs Priya Patel". Empty when there is no name. */
export function fullNameOf({ title, firstName, lastName }: Person): string {
  return firstName === '' && lastName === '' ? '' : [title, firstName, lastName].filter(Boolean).join(' ');
}

/**
 * Titles typed into a name are moved to the title, initials typed into the last name to the first name, and a name typed
 * with a title is split into first and last name.
 */
export function readContact(employer: Person): Person {
  const role = cleanName(employer.role);
  const typed = [employer.title, employer.firstName, employer.lastName].map(cleanName);
  const filled = typed.filter(Boolean);
  const whole = filled.join(' ') || role;
  const people = readPeople(filled.join(' '));
  if (people !== '') return { ...NOBODY, firstName: people, role };
  const parts = listParts(whole);
  const isOnlyInput = filled.length + Number(role !== '') === 1;
  if (isOnlyInput && (role !== '' || parts.length > 1) && parts.some(isTitled)) return readParts(whole);
  // "Chair" | "of Governors", but not "Tom" | "Clerk of Works".
  const mayBeRole = role === '' && (filled.length === 1 || isRole(whole.split(' ')[0] ?? ''));
  const isOnlyCareOf = /^c\/o /i.test(whole) && withoutOpening(whole) === whole;
  if (mayBeRole && (isRoleAlone(whole) || isOnlyCareOf)) return { ...NOBODY, role: whole };
  const last = readAside(withoutOpening(typed[2] ?? ''));
  const titleIsRole = isRoleAlone(typed[0] ?? '');
  const inTitle = readTitleField(withoutOpening(titleIsRole ? '' : (typed[0] ?? ''), true));
  const inFirst = readNameField(withoutOpening(typed[1] ?? ''), last.rest !== '');
  const inLast = readNameField(last.rest, false);
  const { initials, rest } = splitInitials(inLast.rest);
  // "Mrs Patel" | "" | "Patel" and "Mrs" | "Priya Patel" | "Patel"; but "Ali" | "Ali" is a name.
  const onceOnly = ({ written, rest: name }: TitleAndName): string =>
    rest !== '' && ` ${name}`.endsWith(` ${rest}`) && (written !== '' || name !== rest)
      ? name.slice(0, -rest.length).trim()
      : name;
  const firstName = [onceOnly(inTitle), onceOnly(inFirst), last.firstName, initials]
    .filter(Boolean)
    .join(' ');
  const person = {
    title: [...new Set([inTitle.written, inFirst.written, last.title, inLast.written])]
      .filter(Boolean)
      .join(' '),
    firstName,
    lastName: rest,
    role: role || last.role || (titleIsRole ? (typed[0] ?? '') : ''),
  };
  if (firstName !== '' && person.lastName !== '') return person;
  const name = firstName || person.lastName;
  const besideTitle = inTitle.rest + inFirst.written + inLast.written !== '';
  const spoken = spokenTitle(person.title);
  const takesFirstName = spoken?.takes === 'first name';
  if (!besideTitle && !takesFirstName) return person;
  // A religious name can be two names: "Sister Mary Bernadette".
  if (spoken?.standsAlone && takesFirstName && person.lastName === '') return person;
  const split = splitName(name, takesFirstName);
  if (split.firstName !== '') return { ...person, ...split };
  if (!besideTitle) return person;
  return { ...person, ...(takesFirstName ? { firstName: name, lastName: '' } : split) };
}

/**
 * Reads the one input for the next person up: "Clerk to the governors", "Mrs Patel, Chair of Trustees" or "Chair of
 * Trustees: Sir Tom Hale". An email address typed with them is left out.
 */
export function readNextPersonUp({ nextPersonUp }: Pick<EmployerFields, 'nextPersonUp'>): Person {
  const people = readPeople(cleanName(nextPersonUp));
  return people === '' ? readParts(nextPersonUp) : { ...NOBODY, firstName: people };
}

/**
 * Two or more people typed as one: "Helen Price / Tom Hale", "Mrs Price, Mr Hale", "Helen & Tom Price". Empty for anything
 * else, also for "Mr and Mrs Patel", which is one name with two titles.
 */
function readPeople(text: string): string {
  const listed = text.split(', ');
  const parts =
    listed.length > 1 && listed.every(isTitled) ? listed : text.split(/ (?:and|&|\+) | ?(?<!\bc)[/;] ?/i);
  const last = parts.at(-1) ?? '';
  const isPerson = (part: string): boolean =>
    isTitled(part) || part.includes(' ') || (part.length > 2 && !isTitled(last));
  const isEach =
    parts.length > 1 &&
    (isTitled(last) || last.includes(' ')) &&
    parts.every((part) => isPerson(part) && readTitles(part, true).rest !== '' && !isRole(part));
  return isEach && !text.includes('@') ? joinWithAnd(parts) : '';
}

function readParts(text: string): Person {
  const parts = listParts(text);
  const titled = parts.find(isTitled);
  const name = titled ?? parts.find((part) => !isRole(part)) ?? '';
  const others = parts.filter((part) => part !== name);
  const [only] = others;
  // "Patel, Priya".
  if (
    parts.length === 2 &&
    only &&
    [name, only].every((part) => !isTitled(part) && !isRole(part) && !part.includes(' '))
  )
    return { ...NOBODY, firstName: only, lastName: name };
  const role = others.join(', ');
  if (titled === undefined) {
    const isWhole = name.includes(' ');
    return { ...NOBODY, role, ...(isWhole ? { firstName: name } : { lastName: name }) };
  }
  return { ...readContact({ ...NOBODY, lastName: name }), role };
}

/** The name and the roles, by the signs between them, or by words at which a role or a name begins. */
function listParts(text: string): string[] {
  return (
    cleanLines(text)
      .map(cleanName)
      // Other words in brackets, such as "(she/her)" or "(Hons)", stay with their name.
      .map((line) =>
        line.replace(/\(([^()]*)\)/g, (all, inside: string) => (isRole(inside) ? `, ${inside},` : all)),
      )
      .flatMap((line) =>
        line.split(/[,;:<>|—]|\/ ?(?=\p{Lu})(?!(?:Mrs?|Miss|Ms|Mx|Dr)\b)| [-–] | (?=c\/o )/u),
      )
      .flatMap(splitUnmarked)
      .map((part) => part.trim())
      .filter(
        (part) =>
          part !== '' && part !== 'c/o' && !part.includes('@') && withoutLettersAfter(` ${part}`) !== '',
      )
  );
}

const ROLE_AFTER_NAME =
  / (?=(?:co-|vice[- ])?(?:chair\w*|clerk|director|head|secretary|chief executive) (?:of|to|for) |(?:(?:acting|interim|deputy|vice|assistant|associate|executive|senior|chief|school|business|finance|human resources|office|operations|regional|HR)[ -])*(?:head ?teacher|headmaster|headmistress|principal|director|governor|trustee|manager|officer|secretary|treasurer|executive|CEO|CFO|COO|DCS|HR|SBM|SENCO)$)/i;
const NAME_AFTER_ROLE = / (?=(?:Mrs?|Miss|Ms|Mx|Dr|Sir|Dame|Cllr|Councillor|Prof(?:essor)?)\.? \p{Lu})/u;

/** "Mrs Bell Chair of Trustees" and "Chair of Trustees Mrs Bell" have no sign between name and role. */
function splitUnmarked(text: string): string[] {
  const trimmed = text.trim();
  const cut = (at: RegExp, isCut: (before: string) => boolean): string[] | null => {
    const found = at.exec(trimmed);
    if (!found || !isCut(trimmed.slice(0, found.index))) return null;
    return [trimmed.slice(0, found.index), trimmed.slice(found.index)];
  };
  return (
    cut(ROLE_AFTER_NAME, (before) => isTitled(before) || (before.includes(' ') && !isRole(before))) ??
    cut(NAME_AFTER_ROLE, (before) => isRole(before) && !isTitled(before)) ?? [trimmed]
  );
}

function isTitled(part: string): boolean {
  return readNameField(part, false).written !== '';
}

const ROLE =
  /\b(?:of|for|to|the|chair\w*|co-chair\w*|chief|executive|hr|ceo|coo|cfo|dcs|lado|clerk|director\w*|head\w*|officer|governors?|trustees?|secretary|manager|lead|leader|president|principal|board|council|committee|team|department|human|resources|ombudsman|commissioner|bishop|archdeacon|dean|rector|vicar|provost|warden|mayor\w*|minister|members?|treasurer|superintendent|advis[eo]r|chancellor|deputy|vice|bursar|sponsor|founder|diocese|trust|interim|acting|group|holder|portfolio|provincial|registrar|office|c\/o)\b/iu;

function isRole(text: string): boolean {
  return ROLE.test(text);
}

const ROLE_ALONE =
  /^(?:the )?(?:(?:co-|vice[- ]|deputy |interim |acting )?(?:chair\w*|chief executive(?: officer)?|ceo|dcs|headteacher|head teacher|executive head(?:teacher)?|principal|clerk|director)|(?:(?:acting|interim|deputy|assistant|executive|senior|school|business|finance|office|operations|regional|HR) )*(?:manager|secretary|treasurer|HR|human resources|HR team|director))$/i;

/** "Chair of Governors" or "CEO", but not "Hale of Northmere", nor a last name such as "Head". */
function isRoleAlone(text: string): boolean {
  if (listParts(text).length !== 1 || isTitled(text)) return false;
  const [before = '', after] = text.split(/ (?:of|to|for) /i);
  return after === undefined ? ROLE_ALONE.test(before) : isRole(before.split(' ').at(-1) ?? '');
}

const OPENING = /^(?:dear|fao|attn|c\/o|to|for the attention of)\b[.:]? */i;

/** "Dear" and "FAO" come before a name on paper. In a field for a name they count only before a title: "Dear" is a name, too. */
function withoutOpening(text: string, isTitle = false): string {
  const rest = text.replace(OPENING, '');
  return isTitle || isTitled(rest) ? rest : text;
}

/** What is typed after a last name and a comma, dash or bracket: letters, a role, a title or the first name. */
function readAside(text: string): Pick<Person, 'title' | 'firstName' | 'role'> & { rest: string } {
  const none = { title: '', firstName: '', role: '' };
  const [name = '', ...others] = listParts(text);
  if (others.length > 0 && others.every(isRole)) return { ...none, rest: name, role: others.join(', ') };
  const [, rest = '', sign = '', aside = ''] =
    /^([^,()]+)(, ?| \(| (?=(?:Mrs?|Miss|Ms|Mx|Dr)\.?$))([^,()]+)\)?$/i.exec(text) ?? [];
  if (rest === '' || withoutLettersAfter(` ${aside}`) === '') return { ...none, rest: text };
  const titles = readTitles(aside, true);
  if (titles.titles.length > 0 && titles.rest === '') return { ...none, rest, title: aside };
  // "Helen Price, Tom Hale" may be two people.
  const isName = sign.startsWith(',') && !(aside.includes(' ') && rest.includes(' '));
  return isName ? { ...none, rest, firstName: aside } : { ...none, rest: text };
}

/** "(they/them)" or "(Tom)" next to a first name. */
const ASIDE = / ?\([^()]*\)/g;

function nameAfterDear({ title, ...written }: Person): string {
  const spoken = spokenTitle(title);
  const lastName = withoutLettersAfter(written.lastName);
  const firstName = withoutLettersAfter(written.firstName).replace(ASIDE, '').trim();
  const names = firstName.split(' ').filter((word) => !/^\p{L}\.?$/u.test(word));
  // A religious name can be two names: "Sister Mary Bernadette".
  const given = spoken?.standsAlone && lastName === '' ? names.join(' ') : (names[0] ?? '');
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

/** Words after a known title in the title field are a name, as in "Sir Tom". Any other text is used as the title, unchanged. */
function readTitleField(text: string): TitleAndName {
  const { written, rest } = readTitles(text, true);
  const isTitle = written === '' || isRole(rest) || /^(?:and|or|[&/]) /i.test(rest);
  return isTitle ? { written: text, rest: '' } : { written, rest: /\p{L}/u.test(rest) ? rest : '' };
}

/** Without a name after it, "Bishop" is a last name; before "of", a role. */
function readNameField(text: string, mayBeTitleOnly: boolean): TitleAndName {
  const { written, rest } = readTitles(text, false);
  const isName = (rest === '' && !mayBeTitleOnly) || /^(?:of|for|to|and|or|the)\b/i.test(rest);
  return isName ? { written: '', rest: text } : { written, rest };
}
