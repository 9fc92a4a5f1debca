import { expect, test } from 'vitest';
import { migrationSteps, migrate } from '../../../../lib/storage/migrations';

const others = { letterId: 'reminder', mentionUnion: true };

test.each([
  [true, { voice: 'softer' }],
  [false, {}],
])('choices with the tick “Leave out NAHT’s strongest sentences” %s', (leaveOutStrongest, voice) => {
  expect(migrate({ v: 1, ...others, leaveOutStrongest }, migrationSteps.choices.slice(0, 1))).toEqual({
    ok: true,
    changed: true,
    record: { ...others, ...voice, v: 2 },
  });
});
