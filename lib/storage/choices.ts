import * as v from 'valibot';
import { voices } from '../letter/model';
import { day, fieldByField, text, ticks, type ValuesOf, versionOf } from './fieldSchemas';
import { migrationSteps, presentVersion, isObject, migrate } from './migrations';

/** The last choices and the settings. Neither is a record: each has one value, and its fields are read one by one. */

export const firstChoices: Choices = {
  v: presentVersion('choices'),
  letterId: 'request',
  signerId: '',
  employerId: '',
  requests: {},
  fillSubject: true,
  address: true,
  attachWord: false,
  attachFirstLetter: true,
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
  keepDatesMonths: 0,
  sentText: '',
  keepUntil: '',
  backedUpOn: '',
  branchFile: '',
  branchContact: '',
  branchFileOn: '',
};

const choiceFields = {
  v: versionOf('choices'),
  letterId: text,
  signerId: text,
  employerId: text,
  /** Ticked requests by letter; a letter that is absent uses the template's defaults. */
  requests: ticks,
  fillSubject: v.boolean(),
  address: v.boolean(),
  attachWord: v.boolean(),
  /** A reminder brings along the first letter, if its text was kept. */
  attachFirstLetter: v.boolean(),
  mentionUnion: v.boolean(),
  voice: v.picklist(voices),
  /** Ticked copies (ids) by employer. */
  copies: ticks,
};
export type Choices = ValuesOf<typeof choiceFields>;

/** The last choices, so that the next letter takes one click. The user's own paragraph is never stored. */
export const choicesSchema = fieldByField(choiceFields, firstChoices);

/** Choices have a version since the second release; before, they were of version 1. */
export function readChoices(found: unknown): Choices {
  if (!isObject(found)) return firstChoices;
  const current = migrate({ v: 1, ...found }, migrationSteps.choices);
  return v.parse(choicesSchema, current.ok ? current.record : found);
}

const settingFields = {
  v: versionOf('settings'),
  /** The day on which the user agreed to the disclosure; empty until then. */
  agreedOn: day,
  mailboxWarningSeen: v.boolean(),
  lastMailSite: v.picklist(['gmail', 'outlook', '']),
  /**
   * Months that the texts of letters and replies are kept; `null` keeps them until deleted. A period that cannot be read
   * becomes `null`: the default period would delete letters that the user meant to keep.
   */
  keepMonths: v.optional(
    v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1200))), null),
    FIRST_KEEP_MONTHS,
  ),
  /** The same for their dates. 0 until the user sets a period; then see `keepingPeriods`. */
  keepDatesMonths: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1200))),
  /** The answer to "Keep the text too, or only the dates?"; empty until it is given. */
  sentText: v.picklist(['keep', 'leave out', '']),
  /** The day until which the user chose to keep everything another year; empty if never. */
  keepUntil: day,
  /** The day of the last backup; empty if never. */
  backedUpOn: day,
  /** Whose branch or starter file was added last, whom to ask about it, and when it was added; empty if none was. */
  branchFile: text,
  branchContact: text,
  branchFileOn: day,
};
export type Settings = ValuesOf<typeof settingFields>;
export const settingsSchema = fieldByField(settingFields, firstSettings);
