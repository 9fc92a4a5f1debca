import { expect, test } from 'vitest';
import { migrationSteps, migrate } from '../../../../lib/storage/migrations';

const before = {
  v: 1,
  id: 'e',
  kind: 'council',
  organisation: 'Kent County Council',
  councilCode: '886',
  role: 'Director of Children’s Services',
  copies: [{ id: 'c', name: 'Chair of Governors', email: '' }],
};

test('employers of version 1 lose the council’s code, which follows from their name, and nothing else', () => {
  const { councilCode: _, ...others } = before;
  expect(migrate(before, migrationSteps.employer.slice(0, 1))).toEqual({
    ok: true,
    changed: true,
    record: { ...others, v: 2 },
  });
});

test('a version 1 employer without a code, as in a starter file, stays as it is', () => {
  const given = { v: 1, organisation: 'Mill Trust' };
  expect(migrate(given, migrationSteps.employer.slice(0, 1))).toMatchObject({
    record: { v: 2, organisation: 'Mill Trust' },
  });
});
