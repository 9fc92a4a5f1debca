import type { BaseIssue } from 'valibot';
import type { Result } from '../failure/failure';

/** Turns a record of one version into the next. Pure, and without imports, so that later changes cannot alter it. */
export type Migration = (record: Record<string, unknown>) => Record<string, unknown>;

/** Everything that is stored or exported, except tables: a table has no version, its former headings stay as aliases. */
export type VersionedKind =
  | 'signer'
  | 'employer'
  | 'letter'
  | 'sent'
  | 'choices'
  | 'settings'
  | 'index'
  | 'backup'
  | 'starter'
  | 'branch'
  | 'session';

/** The council’s code follows from the council’s name, so it is not stored as well. */
const employer1to2: Migration = (employer) => {
  const { councilCode: _, ...others } = employer;
  return others;
};

/** A tick “Leave out NAHT’s strongest sentences” became one of three voices. */
const choices1to2: Migration = ({ leaveOutStrongest, ...others }) =>
  leaveOutStrongest === true ? { voice: 'softer', ...others } : others;

/**
 * The migrations of each kind, oldest first: one pure function each (`signer1to2`), with a before and an after example
 * in tests/unit/storage/migrations. Version 1 was the first release. The index has no steps: it is built again.
 */
export const migrationSteps: Record<VersionedKind, readonly Migration[]> = {
  signer: [],
  employer: [employer1to2],
  letter: [],
  sent: [],
  choices: [choices1to2],
  settings: [],
  index: [],
  backup: [],
  starter: [],
  branch: [],
  session: [],
};

/** Derived from the list of steps, so that version and steps cannot disagree. */
export function presentVersion(kind: VersionedKind): number {
  return migrationSteps[kind].length + 1;
}

export type Migrated = Result<
  { record: Record<string, unknown>; changed: boolean },
  { why: 'later version' | 'migration failed' | 'damaged' }
>;

/** Upgrades a stored record to the current version: `steps[0]` turns version 1 into 2, and so on. */
export function migrate(stored: unknown, steps: readonly Migration[]): Migrated {
  if (!isObject(stored)) return { ok: false, why: 'damaged' };
  const { v } = stored;
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1) return { ok: false, why: 'damaged' };
  if (v > steps.length + 1) return { ok: false, why: 'later version' };
  try {
    const record = steps
      .slice(v - 1)
      .reduce<Record<string, unknown>>((before, step, i) => ({ ...step(before), v: v + i + 1 }), stored);
    return { ok: true, record, changed: record !== stored };
  } catch {
    return { ok: false, why: 'migration failed' };
  }
}

/**
 * The value without the parts that its schema does not accept, so that one wrong field costs no other: a wrong field is
 * missing and then takes its default, and an entry of a list that is no group is left out.
 */
export function withoutInvalid(
  value: unknown,
  issues: readonly BaseIssue<unknown>[],
): Record<string, unknown> {
  if (!isObject(value)) return {};
  const rest = structuredClone(value);
  for (const { path = [], type } of issues) {
    // Ids in a list that are not unique: its items get new ones below.
    if (type === 'check') continue;
    const keys = path.map(({ key }) => key as string);
    const last = keys.pop() ?? '';
    delete keys.reduce<Record<string, unknown>>((group, key) => group[key] as typeof group, rest)[last];
  }
  for (const [field, list] of Object.entries(rest))
    // A deleted entry leaves a gap in its list, and `filter` skips gaps. A list is no entry: the schema takes it for a group.
    if (Array.isArray(list)) rest[field] = withItemIds(list.filter((entry) => !Array.isArray(entry)));
  return rest;
}

/** Items are found by id, so an item without an id, or with the id of an item before it, gets a new one. */
export function withItemIds(list: readonly unknown[]): unknown[] {
  const ids = new Set<unknown>();
  return list.map((item) => {
    if (!isObject(item)) return item;
    const id = typeof item['id'] === 'string' && !ids.has(item['id']) ? item['id'] : crypto.randomUUID();
    ids.add(id);
    return { ...item, id };
  });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
