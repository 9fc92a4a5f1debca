import * as v from 'valibot';
import { migrate } from './migrations/migrate';
import { migrationSteps } from './migrations/steps';
import { recordSchemas, settingsSchema, type RecordKind, type RecordOf, type Settings } from './schema';

export type Unusable = 'damaged' | 'later version' | 'migration failed';
export type Checked<T> = { ok: true; record: T; migrated: boolean } | { ok: false; why: Unusable };

/** Whether what is stored under a record's key is that record, brought up to the present version. */
export function checkRecord<K extends RecordKind>(
  kind: K,
  id: string,
  stored: unknown,
): Checked<RecordOf[K]> {
  const schema: v.GenericSchema<unknown, RecordOf[K]> = recordSchemas[kind];
  const checked = check(schema, migrationSteps[kind], stored);
  // A record under another's key would be shown, and saved, as the other.
  return checked.ok && checked.record.id !== id ? { ok: false, why: 'damaged' } : checked;
}

export function checkSettings(stored: unknown): Checked<Settings> {
  return check(settingsSchema, migrationSteps.settings, stored);
}

function check<T>(
  schema: v.GenericSchema<unknown, T>,
  steps: Parameters<typeof migrate>[1],
  stored: unknown,
): Checked<T> {
  const current = migrate(stored, steps);
  if (!current.ok) return current;
  const result = v.safeParse(schema, current.record);
  if (result.success) return { ok: true, record: result.output, migrated: current.changed };
  return { ok: false, why: current.changed ? 'migration failed' : 'damaged' };
}
