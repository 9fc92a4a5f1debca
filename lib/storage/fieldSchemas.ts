import * as v from 'valibot';
import { isIsoDate } from '../letter/dates';
import type { IsoDate } from '../letter/model';
import { presentVersion, type VersionedKind } from './migrations';

/** The kinds of field of which the schemas are made. */

export const anyId = v.pipe(v.string(), v.nonEmpty());
export const text = v.string();
/** A calendar day, or the empty string for "not known". */
export const day = v.custom<IsoDate>(
  (value) => value === '' || (typeof value === 'string' && isIsoDate(value)),
);
/** A later version is accepted too, so that a user who goes back to an older release can still read the fields it knows. */
export const versionOf = (kind: VersionedKind) =>
  v.pipe(v.number(), v.integer(), v.minValue(presentVersion(kind)));

/** Unknown fields are kept: a later release may have saved them, and this release must not delete them when it saves a record. */
function looseObject<Fields extends Record<string, v.GenericSchema>>(
  fields: Fields,
  toEntry: (field: v.GenericSchema, name: string) => v.GenericSchema,
) {
  const entries = Object.entries(fields).map(([name, field]) => [name, toEntry(field, name)]);
  return v.looseObject(Object.fromEntries(entries) as v.ObjectEntries) as unknown as v.GenericSchema<
    unknown,
    ValuesOf<Fields>
  >;
}

/** A missing field takes its default, so that a release can add a field without a migration. */
export function withDefaults<Fields extends Record<string, v.GenericSchema>>(
  fields: Fields,
  defaults: object,
) {
  const values = defaults as Record<string, unknown>;
  return looseObject(fields, (field, name) =>
    Object.hasOwn(values, name) ? v.optional(field, values[name]) : field,
  );
}

/** Ids within a list must be unique, because items are found by id. */
export function items<
  Fields extends { id: v.GenericSchema<unknown, string> } & Record<string, v.GenericSchema>,
>(fields: Fields, defaults: Omit<ValuesOf<Fields>, 'id'>) {
  return v.pipe(
    v.array(withDefaults(fields, defaults)),
    v.check((all) => new Set(all.map((each) => each.id)).size === all.length),
  );
}

/** A missing or invalid field takes its default, and the other fields keep their values. */
export function fieldByField<Fields extends Record<string, v.GenericSchema>>(
  fields: Fields,
  defaults: Record<keyof Fields, unknown>,
) {
  return looseObject(fields, (field, name) => v.fallback(field, defaults[name]));
}

export type ValuesOf<Fields extends Record<string, v.GenericSchema>> = {
  [Name in keyof Fields]: v.InferOutput<Fields[Name]>;
};

/** Ticked ids by letter or by employer. An invalid list or id is dropped, without losing the others. */
export const ticks = v.pipe(
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
