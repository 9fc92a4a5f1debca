import { expect, test } from 'vitest';
import type { Outcome } from '../../../lib/writing/outcome';
import { describeOutcome } from '../../../lib/writing/outcomeSentences';

test('a removal is announced as “Taking it out…”, not as an insertion', () => {
  expect(describeOutcome({ kind: 'running' })).toBe('Putting the letter in…');
  expect(describeOutcome({ kind: 'running', takingOut: true })).toBe('Taking it out…');
});

test.each<Outcome>([
  { kind: 'page failed', why: 'gone', takingOut: true },
  { kind: 'page failed', why: 'forbidden', takingOut: true },
])('a failed removal is reported as a removal, with Ctrl+Z as the next step: %j', (outcome) => {
  expect(describeOutcome(outcome)).toMatch(/tak(en|ing it) out/);
  expect(describeOutcome(outcome)).toContain('Ctrl+Z');
  expect(describeOutcome(outcome)).not.toMatch(/going in|put in/);
});
