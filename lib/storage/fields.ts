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
/** A later version is accepted too: what a later release saved stays readable in this one, as far as it is known here. */
export const versionOf = (kind: VersionedKind) =>
  v.pipe(v.number(), v.integer(), v.minValue(presentVersion(kind)));

/**
 * A missing field takes its default, so that a release can add a field without a migration. Unknown fields are kept: a
 * later release may have saved them, and would miss them after this one has changed another field.
 */
export function withDefaults<Fields extends Record<string, v.GenericSchema>>(
  fields: Fields,
  defaults: object,
): v.GenericSchema<unknown, ValuesOf<Fields>> {
  const values = new Map<string, unknown>(Object.entries(defaults));
  const entries = Object.entries(fields).map(([name, field]) => [
    name,
    values.has(name) ? v.optional(field, values.get(name)) : field,
  ]);
  return v.looseObject(Object.fromEntries(entries) as v.ObjectEntries) as unknown as v.GenericSchema<
    unknown,
    ValuesOf<Fields>
  >;
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

/**
 * A schema whose fields are read one by one: a missing or invalid field takes its default. So a release can add a field
 * without the user losing the others. Unknown fields are kept for the later release that saved them.
 */
export function fieldByField<Fields extends Record<string, v.GenericSchema>>(
  fields: Fields,
  defaults: Record<keyof Fields, unknown>,
): v.GenericSchema<unknown, ValuesOf<Fields>> {
  const entries = Object.entries(fields).map(([name, field]) => [name, v.fallback(field, defaults[name])]);
  return v.looseObject(Object.fromEntries(entries) as v.ObjectEntries) as unknown as v.GenericSchema<
    unknown,
    ValuesOf<Fields>
  >;
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
