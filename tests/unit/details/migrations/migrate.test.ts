import { describe, expect, test } from 'vitest';
import { emptyFields } from '../../../../lib/storage/schema';
import { recordKinds } from '../../../../lib/storage/keys';
import { migrate } from '../../../../lib/storage/migrate';
import { type Migration, migrationSteps } from '../../../../lib/storage/migrations';

/** Version 1 is the first released, so there is no real step yet; these two show that the way is open. */
const nameInOne: Migration = ({ first, last, ...rest }) => ({
  ...rest,
  name: `${String(first)} ${String(last)}`,
});
const withPhone: Migration = (record) => ({ ...record, phone: '' });
const steps = [nameInOne, withPhone];

describe('migrating', () => {
  test('a record walks every step from its own version to the present one', () => {
    expect(migrate({ v: 1, first: 'Amina', last: 'Example' }, steps)).toEqual({
      ok: true,
      changed: true,
      record: { v: 3, name: 'Amina Example', phone: '' },
    });
    expect(migrate({ v: 2, name: 'Amina Example' }, steps)).toMatchObject({ record: { v: 3, phone: '' } });
  });

  test('a record of the present version is left as it is', () => {
    const record = { v: 3, name: 'Amina', phone: '1' };
    expect(migrate(record, steps)).toEqual({ ok: true, changed: false, record });
  });

  test('the record that was given is not changed', () => {
    const before = Object.freeze({ v: 1, first: 'Amina', last: 'Example' });
    migrate(before, steps);
    expect(before).toEqual({ v: 1, first: 'Amina', last: 'Example' });
  });

  test('a later version is told apart from damage', () => {
    expect(migrate({ v: 4 }, steps)).toEqual({ ok: false, why: 'later version' });
    for (const damaged of [null, 'text', [], {}, { v: '1' }, { v: 0 }, { v: 1.5 }, { v: -1 }]) {
      expect(migrate(damaged, steps)).toEqual({ ok: false, why: 'damaged' });
    }
  });

  test('a step that throws leaves the record to be set aside', () => {
    const failing: Migration = () => {
      throw new Error('unexpected shape');
    };
    expect(migrate({ v: 1 }, [failing])).toEqual({ ok: false, why: 'migration failed' });
  });
});

test.each(recordKinds)('a new %s is of the version that all its steps lead to', (kind) => {
  const record = { ...emptyFields[kind], id: 'a', v: 1 };
  const migrated = migrate(record, migrationSteps[kind]);
  expect(migrated).toMatchObject({ ok: true, record: { v: migrationSteps[kind].length + 1 } });
});
