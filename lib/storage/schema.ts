/**
 * The schemas of what is saved in this browser. One record is one key of `storage.local` and contains the version of
 * its own schema. Text is stored exactly as typed; it is never markup.
 */

import * as v from 'valibot';
import { everyDetail } from '../letter/details';
import { type EmployerKind } from '../letter/model';
import { anyId, day, items, text, type ValuesOf, versionOf, withDefaults } from './fieldSchemas';
import { presentVersion } from './migrations';

/** Every field of a new record, before the user types. */
export const emptyFields: { [K in RecordKind]: FieldsOf<K> } = {
  signer: {
    ...everyDetail('signer', ''),
    employment: '',
    coSigners: [],
    employerId: '',
  },
  employer: {
    kind: 'other',
    ...everyDetail('employer', ''),
    copies: [],
  },
  letter: { title: '', markdown: '', supplier: '', version: '', reviewDate: '', locked: false, replaces: '' },
  sent: {
    employerId: '',
    employerName: '',
    signerId: '',
    signerName: '',
    letterId: '',
    standsFor: '',
    title: '',
    text: '',
    wordingVersion: '',
    requests: [],
    sentOn: '',
    replyBy: '',
    replies: [],
    meetings: [],
  },
};

/** Every field of a new item in a record's lists, except its id. */
export const emptyItems = {
  coSigners: { fullName: '', jobTitle: '', school: '', agreed: false },
  copies: { name: '', email: '' },
  replies: { date: '', kind: 'acknowledgement', note: '', promisedDate: '' },
  meetings: { date: '', time: '', place: '', note: '' },
} as const;

/** A record of the current version: the given fields, and empty values for the others. */
export function newRecord<K extends RecordKind>(
  kind: K,
  id: string,
  given: Partial<FieldsOf<K>> = {},
): RecordOf[K] {
  return { ...emptyFields[kind], ...given, v: presentVersion(kind), id } as unknown as RecordOf[K];
}

const employerKinds = [
  'council',
  'academy-trust',
  'governing-body',
  'other',
] as const satisfies EmployerKind[];

/** The six answers to "Who employs you?". "I'm not sure" leads to one of them and is not stored itself. */
export const employments = [
  'council-maintained',
  'aided-or-foundation',
  'trust-with-other-schools',
  'single-academy-trust',
  'charity-special',
  'other',
] as const;
export type Employment = (typeof employments)[number];

const coSignerFields = {
  id: anyId,
  fullName: text,
  jobTitle: text,
  /** Empty for the signer’s own school. */
  school: text,
  agreed: v.boolean(),
};
export type CoSigner = ValuesOf<typeof coSignerFields>;

const signerFields = {
  v: versionOf('signer'),
  id: anyId,
  ...everyDetail('signer', text),
  employment: v.picklist([...employments, '']),
  coSigners: items(coSignerFields, emptyItems.coSigners),
  /** The employer this person writes to; empty until chosen. Needed because a branch saves about thirty of each. */
  employerId: text,
};
export type Signer = ValuesOf<typeof signerFields>;

const copyFields = { id: anyId, name: text, email: text };
export type Copy = ValuesOf<typeof copyFields>;

const employerFields = {
  v: versionOf('employer'),
  id: anyId,
  kind: v.picklist(employerKinds),
  ...everyDetail('employer', text),
  copies: items(copyFields, emptyItems.copies),
};
export type Employer = ValuesOf<typeof employerFields>;

/** A letter of the user's own, in the format of templates/*.md. */
const ownLetterFields = {
  v: versionOf('letter'),
  id: anyId,
  title: text,
  markdown: text,
  supplier: text,
  version: text,
  reviewDate: day,
  locked: v.boolean(),
  /** Id of the built-in letter that this letter replaces; empty for none. */
  replaces: text,
};
export type OwnLetter = ValuesOf<typeof ownLetterFields>;

/** What a reply amounts to, in the order of the options page. */
export const replyKinds = [
  'acknowledgement',
  'holding',
  'partial',
  'passed-back',
  'refusal',
  'offer-to-talk',
  'full',
] as const;
export type ReplyKind = (typeof replyKinds)[number];

const replyFields = {
  id: anyId,
  date: day,
  kind: v.picklist(replyKinds),
  note: text,
  /** The day by which the employer said they would reply or act; empty when they named none. */
  promisedDate: day,
};
export type Reply = ValuesOf<typeof replyFields>;

const meetingFields = {
  id: anyId,
  date: day,
  /** As "16:00"; empty if it is not known. */
  time: text,
  place: text,
  note: text,
};
export type Meeting = ValuesOf<typeof meetingFields>;

/** A letter that the user marked as sent. Names are copies from that day; dates are as the user entered them. */
const sentLetterFields = {
  v: versionOf('sent'),
  id: anyId,
  employerId: text,
  employerName: text,
  signerId: text,
  signerName: text,
  letterId: text,
  /** Id of the built-in letter that the user's own letter replaced when it was sent; empty for none. */
  standsFor: text,
  title: text,
  text,
  wordingVersion: text,
  requests: v.array(text),
  sentOn: day,
  replyBy: day,
  replies: items(replyFields, emptyItems.replies),
  meetings: items(meetingFields, emptyItems.meetings),
};
export type SentLetter = ValuesOf<typeof sentLetterFields>;

/** The kinds of record. Each record has its own key, and the index lists them. */
export interface RecordOf {
  signer: Signer;
  employer: Employer;
  letter: OwnLetter;
  sent: SentLetter;
}
export type RecordKind = keyof RecordOf;

export const recordSchemas: { [K in RecordKind]: v.GenericSchema<unknown, RecordOf[K]> } = {
  signer: withDefaults(signerFields, emptyFields.signer),
  employer: withDefaults(employerFields, emptyFields.employer),
  letter: withDefaults(ownLetterFields, emptyFields.letter),
  sent: withDefaults(sentLetterFields, emptyFields.sent),
};

/** The fields that callers may set: all but the id and the schema version. */
export type FieldsOf<K extends RecordKind> = Omit<RecordOf[K], 'id' | 'v'>;
