import { cleanLine, cleanLines } from './clean';
import { formatDate, formatTime, isIsoDate } from './dates';
import type { LetterFacts } from './facts';
import {
  bracketText,
  fields,
  isAskedField,
  type AskedFieldName,
  type FieldName,
  type StandingFieldName,
} from './fields';
import { allRequests, countInWords, theRequests } from './grammar';
import type { Inline } from './model';
import { addressLines, formatPostcode } from './postalAddress';
import { fullNameOf, readContact, salute } from './salutation';

/** One line of text each; no line means that nobody has filled it in. */
type Values = string[];

const line = (text: string): Values => [cleanLine(text)].filter(Boolean);
const day = (text: string): Values => (isIsoDate(text) ? [formatDate(text)] : line(text));
const counted = (count: number, say: (count: number) => string): Values => (count === 0 ? [] : [say(count)]);

const standingValues = {
  'full name': ({ context }) => line(context.signer.fullName),
  'job title': ({ context }) => line(context.signer.jobTitle),
  school: ({ context }) => line(context.signer.school),
  'school address': ({ context }) => addressLines(context.signer),
  'school postcode': ({ context }) => line(formatPostcode(context.signer.postcode)),
  phone: ({ context }) => line(context.signer.phone),
  email: ({ context }) => line(context.signer.email),
  'co-signers': ({ signers }) => signers.slice(1).map(({ fullName, jobTitle }) => fullName || jobTitle),

  employer: ({ context }) => line(context.employer.organisation),
  contact: ({ context }) => line(fullNameOf(readContact(context.employer))),
  'contact title': ({ context }) => line(context.employer.title),
  'contact role': ({ context }) => line(context.employer.role),
  'employer email': ({ context }) => line(context.employer.email),
  'employer address': ({ context }) => addressLines(context.employer),
  'employer postcode': ({ context }) => line(formatPostcode(context.employer.postcode)),
  'next person up': ({ context }) => line(context.employer.nextPersonUp),

  'reply date': ({ context }) => day(context.choices.replyBy),
  'own paragraph': ({ context }) => cleanLines(context.choices.ownParagraph),
  copies: ({ context }) => context.choices.copies.flatMap(line),

  addressee: knownAddressee,
  valediction: ({ addressee }) => [salute(addressee).valediction],
  today: ({ context }) => day(context.today),
  signatures: ({ signers }) => signers.map(({ fullName }) => fullName),
  'request count': ({ requestCount }) => counted(requestCount, countInWords),
  'all requests': ({ requestCount }) => counted(requestCount, allRequests),
  'the requests': ({ requestCount }) => counted(requestCount, theRequests),
} satisfies Record<StandingFieldName, (facts: LetterFacts) => Values>;

/** The field as typed, one string per line; empty when it has no value. */
export function fieldValues(name: FieldName, facts: LetterFacts): Values {
  return isAskedField(name) ? answerValues(name, facts) : standingValues[name](facts);
}

function answerValues(name: AskedFieldName, { context }: LetterFacts): Values {
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
 * The field as it stands in the letter, line by line, with its brackets where it is missing. No line at all: an
 * optional field without a value, and what needs it is left out.
 */
export function fieldLines(name: FieldName, facts: LetterFacts): Inline[][] {
  if (name === 'addressee') return [addresseeInlines(facts)];
  const values = fieldValues(name, facts);
  if (values.length > 0) return values.map((text) => [{ type: 'text', text }]);
  return fields[name].optional ? [] : [[missing(name)]];
}

export function missing(name: FieldName): Inline {
  return { type: 'missing', field: name, text: bracketText(name) };
}

function knownAddressee(facts: LetterFacts): Values {
  const { addressee } = salute(facts.addressee);
  return addressee.is === 'known' ? [addressee.name] : [];
}

function addresseeInlines(facts: LetterFacts): Inline[] {
  const { addressee } = salute(facts.addressee);
  switch (addressee.is) {
    case 'known':
      return [{ type: 'text', text: addressee.name }];
    case 'without title':
      return [missing('contact title'), { type: 'text', text: ` ${addressee.lastName}` }];
    case 'missing':
      return [missing(facts.to)];
  }
}
