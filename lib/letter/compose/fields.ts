import { capitalise } from '../text';
/**
 * Every field that a letter may contain, in one table. The popup takes its questions from this table, links to the
 * options page use it, missing details are named by it, and the parser rejects any other name. A new field needs one
 * line here and, unless it is a saved detail or the popup asks for it, its value in fieldValues.ts.
 */

import type { DetailName } from '../details';

type FieldInput = 'text' | 'date' | 'time' | 'choice' | 'lines';

/** Where the user fills in the field; `field` is the property of the stored record. */
type FieldPlace =
  | { page: 'options'; section: 'about-you' | 'your-employer'; field: string }
  | { page: 'popup' }
  /** Nowhere: the value is computed from other fields. */
  | { page: 'none' };

export interface FieldDefinition {
  /** Shown in brackets where the value is missing, and in the list of missing details. */
  label: string;
  input: FieldInput;
  place: FieldPlace;
  choices?: readonly string[];
  /** Left out, not missing, when empty. */
  optional?: true;
  /** How several values read inside a sentence: "A, B and C", or the lines of an address. */
  joined?: 'and' | 'comma';
  /** Must be the only content of its paragraph or bullet, because it becomes whole blocks. */
  alone?: true;
}

const aboutYou = (field: DetailName<'signer'>) => ({ page: 'options', section: 'about-you', field }) as const;
const yourEmployer = (field: DetailName<'employer'>) =>
  ({ page: 'options', section: 'your-employer', field }) as const;
const popup: FieldPlace = { page: 'popup' };
const workedOut: FieldPlace = { page: 'none' };

const asked = (input: FieldInput, label: string) => ({ label, input, place: popup });

/** Fields of several lines. Letters use them under `::: if has …`, so they may stay empty. */
const askedLines = (label: string): FieldDefinition => ({ ...asked('lines', label), optional: true });

const inspectionTypes = ['full', 'monitoring', 'focused monitoring'] as const;

/** Saved details, printed as they were typed. */
export const savedFields = {
  'full name': { label: 'your full name', input: 'text', place: aboutYou('fullName') },
  'job title': { label: 'your job title', input: 'text', place: aboutYou('jobTitle') },
  /** The writer’s school only, also in a letter from two schools. */
  'own school': { label: 'school’s name', input: 'text', place: aboutYou('school') },
  'school address': {
    label: 'school’s address',
    input: 'lines',
    place: aboutYou('address'),
    joined: 'comma',
  },
  'school postcode': { label: 'school’s postcode', input: 'text', place: aboutYou('postcode') },
  phone: { label: 'your phone number', input: 'text', place: aboutYou('phone') },
  email: { label: 'your email address', input: 'text', place: aboutYou('email') },

  employer: { label: 'employer’s name', input: 'text', place: yourEmployer('organisation') },
  'contact role': { label: 'role of the person you write to', input: 'text', place: yourEmployer('role') },
  'employer email': { label: 'employer’s email', input: 'text', place: yourEmployer('email') },
  'employer address': {
    label: 'employer’s address',
    input: 'lines',
    place: yourEmployer('address'),
    joined: 'comma',
  },
  'employer postcode': { label: 'employer’s postcode', input: 'text', place: yourEmployer('postcode') },
  'next person up': { label: 'next person up', input: 'text', place: yourEmployer('nextPersonUp') },
} as const satisfies Record<string, FieldDefinition>;

/** Of several details or people, chosen in the popup, or worked out. */
const otherFields = {
  /** The schools of all who sign: "A and B". */
  school: { label: 'school’s name', input: 'text', place: aboutYou('school'), joined: 'and' },
  /** "the school", or "the schools" if the signers are from several. */
  'the school': { label: 'the school', input: 'text', place: workedOut },
  'roles and schools': { label: 'members of staff', input: 'text', place: workedOut },
  'co-signers': {
    label: 'names of the people signing with you',
    input: 'lines',
    place: { page: 'options', section: 'about-you', field: 'coSigners' },
    joined: 'and',
    optional: true,
  },
  'employer pronoun': { label: 'it or them', input: 'text', place: workedOut },
  contact: { label: 'name of the person you write to', input: 'text', place: yourEmployer('lastName') },
  'contact title': { label: 'their title', input: 'text', place: yourEmployer('title') },
  'contact first name': { label: 'their first name', input: 'text', place: yourEmployer('firstName') },
  'next person name': {
    label: 'full name of the next person up',
    input: 'text',
    place: yourEmployer('nextPersonUp'),
  },

  'reply date': { label: 'date to reply by', input: 'date', place: popup },
  'own paragraph': { label: 'about our school', input: 'lines', place: popup, optional: true, alone: true },
  copies: { label: 'people copied in', input: 'lines', place: popup, optional: true, joined: 'and' },

  enclosures: { label: 'what is attached', input: 'lines', place: workedOut, optional: true, joined: 'and' },
  addressee: { label: 'name or role of the person you write to', input: 'text', place: workedOut },
  valediction: { label: 'Yours sincerely', input: 'text', place: workedOut },
  today: { label: 'today’s date', input: 'date', place: workedOut },
  signatures: { label: 'signatures', input: 'lines', place: workedOut, alone: true },
  'request count': { label: 'number of requests', input: 'text', place: workedOut, optional: true },
  'all requests': { label: 'all requests', input: 'text', place: workedOut, optional: true },
  'the requests': { label: 'the requests', input: 'text', place: workedOut, optional: true },
} as const satisfies Record<string, FieldDefinition>;

const askedFields = {
  'first letter date': asked('date', 'date of your first letter'),
  /** Optional, because only a writer who is new in the post has one to give. */
  'start date': { ...asked('date', 'day you started, if you are new in the post'), optional: true },
  'reminder date': asked('date', 'date of your reminder'),
  'their reply date': asked('date', 'date of their reply'),
  /** Optional, because a reminder says that no reply has come only where this field is empty. */
  'last reply date': { ...asked('date', 'date of their last reply, if there was one'), optional: true },
  'promised date': asked('date', 'date they promised'),
  'agreed date': asked('date', 'date agreed'),
  'meeting date': asked('date', 'date of the meeting'),
  'meeting time': asked('time', 'time of the meeting'),
  'meeting place': asked('text', 'place of the meeting'),
  'call time': asked('time', 'time of the call'),
  'telephone call': {
    ...asked('choice', 'telephone call today (“I have … by telephone”)'),
    choices: ['spoken to you', 'tried to reach you'],
    optional: true,
  },
  'inspection date': asked('date', 'first day of the inspection'),
  'inspection type': { ...asked('choice', 'type of inspection'), choices: inspectionTypes },
  'review date': asked('date', 'date of the review'),
  'what they sent': askedLines('what they sent'),
  'agreed measures': askedLines('what was agreed, each with owner and date'),
  'proposed times': askedLines('times that would suit you'),
  'what helped': askedLines('what helped (no names)'),
  'what did not help': askedLines('what did not help (no names)'),
} as const satisfies Record<string, FieldDefinition>;

type SavedFieldName = keyof typeof savedFields;
export type OtherFieldName = keyof typeof otherFields;
/** Available only to letters that list them under `asks`; the popup asks for them. All others are available to every letter. */
export type AskedFieldName = keyof typeof askedFields;
export type FieldName = SavedFieldName | OtherFieldName | AskedFieldName;

export const fields: Readonly<Record<FieldName, FieldDefinition>> = {
  ...savedFields,
  ...otherFields,
  ...askedFields,
};

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fields, name);
}

export function isSavedField(name: string): name is SavedFieldName {
  return Object.hasOwn(savedFields, name);
}

export function isAskedField(name: string): name is AskedFieldName {
  return Object.hasOwn(askedFields, name);
}

/** The text in the draft where the value is missing: "[employer’s name]". */
export function bracketText(name: FieldName): string {
  return `[${fields[name].label}]`;
}

/** The label of the field's own input in the popup: "Date of your first letter". */
export function fieldPrompt(name: FieldName): string {
  return capitalise(fields[name].label);
}
