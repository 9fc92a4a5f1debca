import * as v from 'valibot';
import { isIsoDate } from '../letter/dates';
import { type EmployerKind, type IsoDate, voices } from '../letter/model';
import { presentVersion, type VersionedKind } from './migrations';

/** Every field of a new record, before the user types. */
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

/** A record of the current version: the given fields, and empty values for the others. */
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
  voice: 'full',
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
 * The schemas of what is saved in this browser. One record is one key of `storage.local` and contains the version of
 * its own schema. Text is stored exactly as typed; it is never markup.
 */

const id = v.pipe(v.string(), v.nonEmpty());
const text = v.string();
/** A calendar day, or the empty string for "not known". */
const day = v.custom<IsoDate>((value) => value === '' || (typeof value === 'string' && isIsoDate(value)));
const versionOf = (kind: VersionedKind) => v.literal(presentVersion(kind));
/** Ids within a list must be unique, because items are found by id. */
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
  /** The employer this person writes to; empty until chosen. Needed because a branch saves about thirty of each. */
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
  /** Id of the built-in letter that this letter replaces; empty for none. */
  replaces: text,
});
export type OwnLetter = v.InferOutput<typeof ownLetterSchema>;

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

export const replySchema = v.object({
  id,
  date: day,
  kind: v.picklist(replyKinds),
  note: text,
  /** The day by which the employer said they would reply or act; empty when they named none. */
  promisedDate: day,
});
export type Reply = v.InferOutput<typeof replySchema>;

export const meetingSchema = v.object({ id, date: day, note: text });
export type Meeting = v.InferOutput<typeof meetingSchema>;

/** A letter that the user marked as sent. Names are copies from that day; dates are as the user entered them. */
export const sentLetterSchema = v.object({
  v: versionOf('sent'),
  id,
  employerId: text,
  employerName: text,
  signerId: text,
  signerName: text,
  letterId: text,
  /** Id of the built-in letter that the user's own letter replaced when it was sent; empty for none. */
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
 * A schema whose fields are read one by one: a missing or invalid field takes its default, an unknown one is dropped.
 * So a release can add a field without the user losing the others.
 */
function fieldByField<Fields extends Record<string, v.GenericSchema>>(
  fields: Fields,
  defaults: Record<keyof Fields, unknown>,
): v.GenericSchema<unknown, ValuesOf<Fields>> {
  const entries = Object.entries(fields).map(([name, field]) => [name, v.fallback(field, defaults[name])]);
  return v.object(Object.fromEntries(entries) as v.ObjectEntries) as v.GenericSchema<
    unknown,
    ValuesOf<Fields>
  >;
}
type ValuesOf<Fields extends Record<string, v.GenericSchema>> = {
  [Name in keyof Fields]: v.InferOutput<Fields[Name]>;
};

/** Ticked ids by letter or by employer. An invalid list or id is dropped, without losing the others. */
const ticks = v.pipe(
  v.record(text, v.unknown()),
  v.transform((lists): Record<string, string[]> => {
    const valid = Object.entries(lists).filter((entry): entry is [string, unknown[]] =>
      Array.isArray(entry[1]),
    );
    return Object.fromEntries(
      valid.map(([key, ids]) => [key, ids.filter((each) => typeof each === 'string')]),
    );
  }),
);

const choiceFields = {
  letterId: text,
  signerId: text,
  employerId: text,
  /** Ticked requests by letter; a letter that is absent uses the template's defaults. */
  requests: ticks,
  fillSubject: v.boolean(),
  address: v.boolean(),
  attachWord: v.boolean(),
  mentionUnion: v.boolean(),
  voice: v.picklist(voices),
  /** Ticked copies (ids) by employer. */
  copies: ticks,
};
export type Choices = ValuesOf<typeof choiceFields>;
/** Version 0.1.0 had a tick “Leave out NAHT’s strongest sentences” instead of the voice. */
function fromTickToVoice(stored: unknown): unknown {
  const isTicked = v.is(v.looseObject({ leaveOutStrongest: v.literal(true) }), stored);
  return isTicked ? { voice: 'softer', ...stored } : stored;
}

/** The last choices, so that the next letter takes one click. The user's own paragraph is never stored. */
export const choicesSchema = v.pipe(
  v.unknown(),
  v.transform(fromTickToVoice),
  fieldByField(choiceFields, firstChoices),
);

const settingFields = {
  v: versionOf('settings'),
  /** The day on which the user agreed to the disclosure; empty until then. */
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

/** The kinds of record. Each record has its own key, and the index lists them. */
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

/** The fields that callers may set: all but the id and the schema version. */
export type FieldsOf<K extends RecordKind> = Omit<RecordOf[K], 'id' | 'v'>;
