import type { RecordKind } from './schema';

/** Turns a record of one version into the next. Pure; imports nothing, so that it means the same for ever. */
export type Migration = (record: Record<string, unknown>) => Record<string, unknown>;

export type Migrated =
  | { ok: true; record: unknown; changed: boolean }
  | { ok: false; why: 'later version' | 'migration failed' | 'damaged' };

/** Brings a stored record up to the present version: `steps[0]` turns version 1 into 2, and so on. */
export function migrate(stored: unknown, steps: readonly Migration[]): Migrated {
  if (!isObject(stored)) return { ok: false, why: 'damaged' };
  const { v } = stored;
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1) return { ok: false, why: 'damaged' };
  if (v > steps.length + 1) return { ok: false, why: 'later version' };
  try {
    const record = steps
      .slice(v - 1)
      .reduce((before, step, i) => ({ ...step(before), v: v + i + 1 }), stored);
    return { ok: true, record, changed: record !== stored };
  } catch {
    return { ok: false, why: 'migration failed' };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The migrations of each kind, oldest first: one pure file each in this folder (`signer1to2.ts`), listed here, with a
 * before and after example in tests/unit/details/migrations. Version 1 is the first that was released.
 */
export const migrationSteps: Record<RecordKind | 'settings', readonly Migration[]> = {
  signer: [],
  employer: [],
  letter: [],
  sent: [],
  settings: [],
};
