import { expect, test } from 'vitest';
import type { Outcome } from '../../../lib/writing/outcome';
import { describeOutcome } from '../../../lib/writing/sentences';

test('taking out is not announced as putting in', () => {
  expect(describeOutcome({ kind: 'running' })).toBe('Putting the letter in…');
  expect(describeOutcome({ kind: 'running', takingOut: true })).toBe('Taking it out…');
});

test.each<Outcome>([
  { kind: 'page failed', why: 'gone', takingOut: true },
  { kind: 'page failed', why: 'forbidden', takingOut: true },
])('what failed in taking out is told as that: %j', (outcome) => {
  expect(describeOutcome(outcome)).toMatch(/tak(en|ing it) out/);
  expect(describeOutcome(outcome)).toContain('Ctrl+Z');
  expect(describeOutcome(outcome)).not.toMatch(/going in|put in/);
});
