import { describe, expect, test } from 'vitest';
import { emptyFields } from '../../../../lib/storage/schema';
import { recordKinds } from '../../../../lib/storage/area';
import { type Migration, migrationSteps, migrate } from '../../../../lib/storage/migrations';

/** Examples: version 1 is the first release, so there is no real migration yet. */
const nameInOne: Migration = ({ first, last, ...rest }) => ({
  ...rest,
  name: `${String(first)} ${String(last)}`,
});
const withPhone: Migration = (record) => ({ ...record, phone: '' });
const steps = [nameInOne, withPhone];

describe('migrating', () => {
  test('a record is migrated through every step from its own version to the current one', () => {
    expect(migrate({ v: 1, first: 'Amina', last: 'Example' }, steps)).toEqual({
      ok: true,
      changed: true,
      record: { v: 3, name: 'Amina Example', phone: '' },
    });
    expect(migrate({ v: 2, name: 'Amina Example' }, steps)).toMatchObject({ record: { v: 3, phone: '' } });
  });

  test('a record of the current version is not changed', () => {
    const record = { v: 3, name: 'Amina', phone: '1' };
    expect(migrate(record, steps)).toEqual({ ok: true, changed: false, record });
  });

  test('migrating does not change the object passed', () => {
    const before = Object.freeze({ v: 1, first: 'Amina', last: 'Example' });
    migrate(before, steps);
    expect(before).toEqual({ v: 1, first: 'Amina', last: 'Example' });
  });

  test('a later version and damage give different reasons', () => {
    expect(migrate({ v: 4 }, steps)).toEqual({ ok: false, why: 'later version' });
    for (const damaged of [null, 'text', [], {}, { v: '1' }, { v: 0 }, { v: 1.5 }, { v: -1 }]) {
      expect(migrate(damaged, steps)).toEqual({ ok: false, why: 'damaged' });
    }
  });

  test('a step that throws gives the reason “migration failed”', () => {
    const failing: Migration = () => {
      throw new Error('unexpected shape');
    };
    expect(migrate({ v: 1 }, [failing])).toEqual({ ok: false, why: 'migration failed' });
  });
});

test.each(recordKinds)('migrating a %s of version 1 gives the current version', (kind) => {
  const record = { ...emptyFields[kind], id: 'a', v: 1 };
  const migrated = migrate(record, migrationSteps[kind]);
  expect(migrated).toMatchObject({ ok: true, record: { v: migrationSteps[kind].length + 1 } });
});
