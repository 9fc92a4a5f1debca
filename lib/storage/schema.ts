import * as v from 'valibot';
import { isIsoDate } from '../letter/dates';
import type { EmployerKind, IsoDate } from '../letter/model';
import { presentVersion, type VersionedKind } from './migrations';

/** A record before anything is typed. */
export const emptyFields: { [K in RecordKind]: FieldsOf<K> } = {
  signer: {
    fullName: '',
    jobTitle: '',
    school: '',
    employment: '',
    address: '',
    postcode: '',
    phone: '',
    email: '',
    coSigners: [],
    employerId: '',
  },
  employer: {
    kind: 'other',
    organisation: '',
    councilCode: '',
    title: '',
    firstName: '',
    lastName: '',
    role: '',
    email: '',
    address: '',
    postcode: '',
    nextPersonUp: '',
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

/** A record of the present version; nothing is typed in it yet but what is given. */
export function newRecord<K extends RecordKind>(
  kind: K,
  id: string,
  given: Partial<FieldsOf<K>> = {},
): RecordOf[K] {
  return { ...emptyFields[kind], ...given, v: presentVersion(kind), id } as unknown as RecordOf[K];
}

export const firstChoices: Choices = {
  letterId: 'request',
  signerId: '',
  employerId: '',
  requests: {},
  fillSubject: true,
  address: true,
  attachWord: false,
  mentionUnion: false,
  leaveOutStrongest: false,
  copies: {},
};

const FIRST_KEEP_MONTHS = 12;

export const firstSettings: Settings = {
  v: presentVersion('settings'),
  agreedOn: '',
  mailboxWarningSeen: false,
  lastMailSite: '',
  keepMonths: FIRST_KEEP_MONTHS,
};

/**
 * What is kept on this machine. One record is one key of `storage.local`, and each carries the version of its own
 * shape. Text is kept exactly as typed; nothing here is ever markup.
 */

const id = v.pipe(v.string(), v.nonEmpty());
const text = v.string();
/** A calendar day, or the empty string for "not known". */
const day = v.custom<IsoDate>((value) => value === '' || (typeof value === 'string' && isIsoDate(value)));
const versionOf = (kind: VersionedKind) => v.literal(presentVersion(kind));
/** Items of a record are found by their ids: two with the same could not be told apart. */
const items = <Item extends { id: string }>(item: v.GenericSchema<unknown, Item>) =>
  v.pipe(
    v.array(item),
    v.check((all) => new Set(all.map((each) => each.id)).size === all.length),
  );

const employerKinds = [
  'council',
  'academy-trust',
  'governing-body',
  'other',
] as const satisfies EmployerKind[];

/** The six answers to "Who employs you?". "I'm not sure" is a way to one of them, not an answer that is kept. */
export const employments = [
  'council-maintained',
  'aided-or-foundation',
  'trust-with-other-schools',
  'single-academy-trust',
  'charity-special',
  'other',
] as const;
export type Employment = (typeof employments)[number];

export const coSignerSchema = v.object({ id, fullName: text, jobTitle: text, agreed: v.boolean() });
export type CoSigner = v.InferOutput<typeof coSignerSchema>;

export const signerSchema = v.object({
  v: versionOf('signer'),
  id,
  fullName: text,
  jobTitle: text,
  school: text,
  employment: v.picklist([...employments, '']),
  address: text,
  postcode: text,
  phone: text,
  email: text,
  coSigners: items(coSignerSchema),
  /** The employer this person writes to; empty until chosen. A branch keeps thirty of each. */
  employerId: text,
});
export type Signer = v.InferOutput<typeof signerSchema>;

export const copySchema = v.object({ id, name: text, email: text });
export type Copy = v.InferOutput<typeof copySchema>;

export const employerSchema = v.object({
  v: versionOf('employer'),
  id,
  kind: v.picklist(employerKinds),
  organisation: text,
  /** Department for Education code of the council picked by name; empty for other kinds. */
  councilCode: text,
  title: text,
  firstName: text,
  lastName: text,
  role: text,
  email: text,
  address: text,
  postcode: text,
  nextPersonUp: text,
  copies: items(copySchema),
});
export type Employer = v.InferOutput<typeof employerSchema>;

/** A letter of the user's own, in the format of templates/*.md. */
export const ownLetterSchema = v.object({
  v: versionOf('letter'),
  id,
  title: text,
  markdown: text,
  supplier: text,
  version: text,
  reviewDate: day,
  locked: v.boolean(),
  /** Id of the built-in letter it is used instead of; empty for none. */
  replaces: text,
});
export type OwnLetter = v.InferOutput<typeof ownLetterSchema>;

/** What an answer amounted to, in the order the user is asked. */
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

export const replySchema = v.object({
  id,
  date: day,
  kind: v.picklist(replyKinds),
  note: text,
  /** The day by which they said they would answer or act; empty when they named none. */
  promisedDate: day,
});
export type Reply = v.InferOutput<typeof replySchema>;

export const meetingSchema = v.object({ id, date: day, note: text });
export type Meeting = v.InferOutput<typeof meetingSchema>;

/** A letter the user says was sent. Names are kept as they were that day; dates are the user's own word. */
export const sentLetterSchema = v.object({
  v: versionOf('sent'),
  id,
  employerId: text,
  employerName: text,
  signerId: text,
  signerName: text,
  letterId: text,
  /** Id of the built-in letter that a letter of the user's own was used instead of; empty for none. */
  standsFor: v.optional(text, ''),
  title: text,
  text,
  wordingVersion: text,
  requests: v.array(text),
  sentOn: day,
  replyBy: day,
  replies: items(replySchema),
  meetings: items(meetingSchema),
});
export type SentLetter = v.InferOutput<typeof sentLetterSchema>;

/**
 * A group of fields that are read one by one: one that is missing or wrong takes its first value, one that is not known
 * is left out. A release may add a field without costing anybody the others.
 */
function fieldByField<Fields extends Record<string, v.GenericSchema>>(
  fields: Fields,
  first: Record<keyof Fields, unknown>,
): v.GenericSchema<unknown, ValuesOf<Fields>> {
  const entries = Object.entries(fields).map(([name, field]) => [name, v.fallback(field, first[name])]);
  return v.object(Object.fromEntries(entries) as v.ObjectEntries) as v.GenericSchema<
    unknown,
    ValuesOf<Fields>
  >;
}
type ValuesOf<Fields extends Record<string, v.GenericSchema>> = {
  [Name in keyof Fields]: v.InferOutput<Fields[Name]>;
};

/** Ids by letter or by employer. A list that is none costs only itself, and so does an id. */
const ticks = v.pipe(
  v.record(text, v.unknown()),
  v.transform((lists): Record<string, string[]> => {
    const sound = Object.entries(lists).filter((entry): entry is [string, unknown[]] =>
      Array.isArray(entry[1]),
    );
    return Object.fromEntries(sound.map(([of, ids]) => [of, ids.filter((one) => typeof one === 'string')]));
  }),
);

const choiceFields = {
  letterId: text,
  signerId: text,
  employerId: text,
  /** Ticked requests by letter; a letter that is absent keeps its own defaults. */
  requests: ticks,
  fillSubject: v.boolean(),
  address: v.boolean(),
  attachWord: v.boolean(),
  mentionUnion: v.boolean(),
  leaveOutStrongest: v.boolean(),
  /** Ticked copies (ids) by employer. */
  copies: ticks,
};
export type Choices = ValuesOf<typeof choiceFields>;
/** The last choices, so that the next letter is one click. The user's own paragraph is never among them. */
export const choicesSchema = fieldByField(choiceFields, firstChoices);

const settingFields = {
  v: versionOf('settings'),
  /** The day the disclosure was agreed to; empty until then. */
  agreedOn: day,
  mailboxWarningSeen: v.boolean(),
  lastMailSite: v.picklist(['gmail', 'outlook', '']),
  /**
   * Months that sent letters are kept; `null` keeps them until deleted. A period that cannot be read becomes `null`: the
   * default period would delete letters that the user meant to keep.
   */
  keepMonths: v.optional(
    v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1200))), null),
    FIRST_KEEP_MONTHS,
  ),
};
export type Settings = ValuesOf<typeof settingFields>;
export const settingsSchema = fieldByField(settingFields, firstSettings);

/** The kinds of which there are many: one key each, listed in the index. */
export interface RecordOf {
  signer: Signer;
  employer: Employer;
  letter: OwnLetter;
  sent: SentLetter;
}
export type RecordKind = keyof RecordOf;

export const recordSchemas: { [K in RecordKind]: v.GenericSchema<unknown, RecordOf[K]> } = {
  signer: signerSchema,
  employer: employerSchema,
  letter: ownLetterSchema,
  sent: sentLetterSchema,
};

/** What may be given or changed: everything but the id and the version of the shape. */
export type FieldsOf<K extends RecordKind> = Omit<RecordOf[K], 'id' | 'v'>;
