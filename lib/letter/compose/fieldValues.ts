import { formatDate, formatTime, isIsoDate } from '../dates';
import type { Enclosure, Inline, LetterContext, LetterTemplate } from '../model';
import { cleanLine, cleanLines } from '../text';
import {
  type AskedFieldName,
  bracketText,
  type FieldName,
  fields,
  isAskedField,
  isFieldName,
  isSavedField,
  type OtherFieldName,
  savedFields,
} from './fields';
import {
  allRequests,
  countInWords,
  isPlural,
  joinWithAnd,
  theRequests,
  describeRoles,
  listSignatories,
  schoolsOf,
  type Signatory,
} from './grammar';
import { fullNameOf, type Person, readContact, readNextPersonUp, chooseSalutation } from './salutation';

/** The lines of a field's value; empty when the field is not filled in. */
type Values = string[];

const line = (text: string): Values => [cleanLine(text)].filter(Boolean);
const day = (text: string): Values => (isIsoDate(text) ? [formatDate(text)] : line(text));
const counted = (count: number, say: (count: number) => string): Values => (count === 0 ? [] : [say(count)]);

const otherValues = {
  school: ({ signers }) => schoolsOf(signers),
  'the school': ({ signers }) => [schoolsOf(signers).length > 1 ? 'the schools' : 'the school'],
  'roles and schools': ({ signers }) => line(describeRoles(signers) ?? ''),
  'co-signers': ({ signers }) => signers.slice(1).map(({ fullName, jobTitle }) => fullName || jobTitle),

  'employer pronoun': ({ context }) => [isPlural(cleanLine(context.employer.organisation)) ? 'them' : 'it'],
  contact: ({ context }) => line(fullNameOf(readContact(context.employer))),
  'contact title': ({ context }) => line(readContact(context.employer).title),
  'contact first name': ({ context }) => line(readContact(context.employer).firstName),
  'next person name': ({ context }) => line(fullNameOf(readNextPersonUp(context.employer))),

  'reply date': ({ context }) => day(context.choices.replyBy),
  'own paragraph': ({ context }) => cleanLines(context.choices.ownParagraph),
  copies: ({ context }) => context.choices.copies.flatMap(line),

  enclosures: (facts) => facts.context.choices.enclosures.map((one) => enclosureNames[one](facts)),
  addressee: knownAddressee,
  valediction: ({ addressee }) => [chooseSalutation(addressee).valediction],
  today: ({ context }) => day(context.today),
  signatures: ({ signers }) => signers.map(({ fullName }) => fullName),
  'request count': ({ requestCount }) => counted(requestCount, countInWords),
  'all requests': ({ requestCount }) => counted(requestCount, allRequests),
  'the requests': ({ requestCount }) => counted(requestCount, theRequests),
} satisfies Record<OtherFieldName, (facts: ComposingFacts) => Values>;

const enclosureNames = {
  'first letter': ({ context, signers }) =>
    [signers.length > 1 ? 'our' : 'my', 'letter', ...dateOfFirstLetter(context)].join(' '),
  'word copy': () => 'this letter as a Word document',
} satisfies Record<Enclosure, (facts: ComposingFacts) => string>;

const dateOfFirstLetter = ({ choices }: LetterContext) =>
  day(choices.answers['first letter date'] ?? '').map((date) => `of ${date}`);

/** The field as typed, one string per line; empty when it has no value. */
export function fieldValues(name: FieldName, facts: ComposingFacts): Values {
  if (isAskedField(name)) return answerValues(name, facts);
  return isSavedField(name) ? savedValues(savedFields[name].place, facts.context) : otherValues[name](facts);
}

type SavedPlace = (typeof savedFields)[keyof typeof savedFields]['place'];

function savedValues(place: SavedPlace, { signer, employer }: LetterContext): Values {
  if (place.field === 'address') return addressLines(place.section === 'about-you' ? signer : employer);
  const text = place.section === 'about-you' ? signer[place.field] : employer[place.field];
  return line(place.field === 'postcode' ? formatPostcode(text) : text);
}

function answerValues(name: AskedFieldName, { context }: ComposingFacts): Values {
  const answer = context.choices.answers[name] ?? '';
  switch (fields[name].input) {
    case 'date':
      return day(answer);
    case 'time':
      return line(formatTime(answer.trim()) ?? answer);
    case 'lines':
      return cleanLines(answer);
    case 'text':
    case 'choice':
      return line(answer);
  }
}

/**
 * The field's text in the letter, line by line, in brackets where it is missing. No lines means an optional field
 * without a value: the letter leaves out the words that need it.
 */
export function fieldLines(name: FieldName, facts: ComposingFacts): Inline[][] {
  if (name === 'addressee') return [addresseeInlines(facts)];
  if (name === 'roles and schools') return [rolesInlines(facts)];
  const values = fieldValues(name, facts);
  if (values.length > 0) return values.map((text) => [{ type: 'text', text }]);
  return fields[name].optional ? [] : [[missing(name)]];
}

export function missing(name: FieldName): Inline {
  return { type: 'missing', field: name, text: bracketText(name) };
}

function rolesInlines(facts: ComposingFacts): Inline[] {
  const roles = describeRoles(facts.signers);
  if (roles !== null) return lineOf(roles);
  const schools = schoolsOf(facts.signers);
  const start = lineOf('members of staff at ');
  return schools.length > 0
    ? lineOf(`members of staff at ${joinWithAnd(schools)}`)
    : [...start, missing('school')];
}

function knownAddressee(facts: ComposingFacts): Values {
  const { addressee } = chooseSalutation(facts.addressee);
  return addressee.is === 'known' ? [addressee.name] : [];
}

function addresseeInlines(facts: ComposingFacts): Inline[] {
  const { addressee } = chooseSalutation(facts.addressee);
  switch (addressee.is) {
    case 'known':
      return lineOf(addressee.name);
    case 'without title':
      if (facts.to === 'next person up') return [missing('next person name')];
      return [missing('contact title'), { type: 'text', text: ` ${addressee.lastName}` }];
    case 'without first name':
      if (facts.to === 'next person up') return [missing('next person name')];
      return [{ type: 'text', text: `${addressee.title} ` }, missing('contact first name')];
    case 'missing':
      return [missing(facts.to)];
  }
}

/** All data that fields and conditions are computed from. */
export interface ComposingFacts {
  context: LetterContext;
  to: LetterTemplate['to'];
  addressee: Person;
  /** The writer first, then those who have agreed to sign with them. */
  signers: Signatory[];
  ticked: ReadonlySet<string>;
  /** Number of requests in the letter once conditions and ticks are applied. */
  requestCount: number;
}

export function gatherFacts(
  { to }: LetterTemplate,
  context: LetterContext,
  ticked: ReadonlySet<string>,
): ComposingFacts {
  return {
    context,
    to,
    addressee: to === 'contact' ? readContact(context.employer) : readNextPersonUp(context.employer),
    signers: listSignatories(context.signer),
    ticked,
    requestCount: 0,
  };
}

const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})$/i;

/** A British postcode in capitals with its space; anything else as typed. */
function formatPostcode(typed: string): string {
  const postcode = cleanLine(typed);
  const parts = POSTCODE.exec(postcode);
  return parts ? `${parts[1]} ${parts[2]}`.toUpperCase() : postcode;
}

/** The address without a last line that repeats the postcode: many people type it in both inputs. */
function addressLines({ address, postcode }: { address: string; postcode: string }): string[] {
  const lines = cleanLines(address);
  const repeated = formatPostcode(lines.at(-1) ?? '') === formatPostcode(postcode);
  return repeated ? lines.slice(0, -1) : lines;
}

/** Sender's address block for Word: school, address, postcode, then phone and email if filled in. */
export function composeSender(facts: ComposingFacts): Inline[][] {
  return [
    ...fieldLines('own school', facts),
    ...addressOf('school address', 'school postcode', facts),
    ...given('phone', facts),
    ...given('email', facts),
  ];
}

/** Recipient's address block for Word. A role without a name is enough; without either, the name is marked missing. */
export function composeRecipient(facts: ComposingFacts): Inline[][] {
  const { addressee, to } = facts;
  const person = [fullNameOf(addressee), addressee.role].filter(Boolean).map(lineOf);
  return [
    ...(person.length > 0 ? person : [[missing(to)]]),
    ...fieldLines('employer', facts),
    ...addressOf('employer address', 'employer postcode', facts),
  ];
}

/** A whole missing address gets one bracket. A postcode missing from a typed address gets none: the letter still arrives. */
function addressOf(address: FieldName, postcode: FieldName, facts: ComposingFacts): Inline[][] {
  const lines = [...given(address, facts), ...given(postcode, facts)];
  return lines.length > 0 ? lines : fieldLines(address, facts);
}

function given(name: FieldName, facts: ComposingFacts): Inline[][] {
  return fieldValues(name, facts).map(lineOf);
}

function lineOf(text: string): Inline[] {
  return [{ type: 'text', text }];
}

/** The conditions that are a single word after `::: if` or `::: unless`. */
const plainTests = {
  council: ({ context }) => context.employer.kind === 'council',
  'academy-trust': ({ context }) => context.employer.kind === 'academy-trust',
  'governing-body': ({ context }) => context.employer.kind === 'governing-body',
  other: ({ context }) => context.employer.kind === 'other',
  // The letter is addressed to the chair of a board: a governing body, or the trustees of a trust with one school.
  chair: ({ context }) => /\bchair/i.test(context.employer.role),
  // The next person up takes papers to the board, so the letter can ask them to do that.
  clerk: ({ context }) =>
    /\b(clerk|governance professional|company secretary)\b/i.test(context.employer.nextPersonUp),
  single: ({ signers }) => signers.length === 1,
  joint: ({ signers }) => signers.length > 1,
  union: ({ context: { choices } }) => choices.mentionUnion && choices.voice !== 'without NAHT',
  'leave-out-strongest': ({ context }) => context.choices.voice !== 'full',
  'do-not-mention-naht': ({ context }) => context.choices.voice === 'without NAHT',
  'own-paragraph': (facts) => fieldValues('own paragraph', facts).length > 0,
  enclosure: ({ context }) => context.choices.enclosures.length > 0,
  'first-letter': ({ context }) => context.choices.enclosures.includes('first letter'),
  copies: (facts) => fieldValues('copies', facts).length > 0,
} satisfies Record<string, (facts: ComposingFacts) => boolean>;

type PlainCondition = keyof typeof plainTests;

type Condition =
  { is: 'plain'; name: PlainCondition } | { is: 'request'; id: string } | { is: 'has'; field: FieldName };

/** Parses the text of a condition; `null` if there is no such condition. */
export function readCondition(text: string): Condition | null {
  if (isPlainCondition(text)) return { is: 'plain', name: text };
  const [word, ...rest] = text.split(' ');
  const subject = rest.join(' ');
  if (word === 'request' && subject !== '') return { is: 'request', id: subject };
  if (word === 'has' && isFieldName(subject)) return { is: 'has', field: subject };
  return null;
}

function isPlainCondition(text: string): text is PlainCondition {
  return Object.hasOwn(plainTests, text);
}

/** An unknown condition is false here; the parser has already rejected the letter that contains it. */
export function isConditionMet(text: string, facts: ComposingFacts): boolean {
  const condition = readCondition(text);
  switch (condition?.is) {
    case 'plain':
      return plainTests[condition.name](facts);
    case 'request':
      return facts.ticked.has(condition.id);
    case 'has':
      return fieldValues(condition.field, facts).length > 0;
    case undefined:
      return false;
  }
}
