import type { Migration } from './migrations';

export type Migrated =
  | { ok: true; record: unknown; changed: boolean }
  | { ok: false; why: 'later version' | 'migration failed' | 'damaged' };

/** Upgrades a stored record to the current version: `steps[0]` turns version 1 into 2, and so on. */
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
