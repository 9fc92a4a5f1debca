import { expect, test } from 'vitest';
import { waitUntil } from '../../support/waitUntil';

test('waitUntil calls the function again until it returns a value', async () => {
  const answers = [null, false, 'the letter'];
  expect(await waitUntil('the letter', () => answers.shift() ?? null)).toBe('the letter');
});

test('after the timeout the error names what was waited for', async () => {
  await expect(waitUntil('the letter', () => null, { timeout: 1, every: 1 })).rejects.toThrow(/the letter$/);
});

test('a promise that never settles does not stop the timeout', async () => {
  const silence = new Promise<null>(() => {});
  await expect(waitUntil('the letter', () => silence, { timeout: 1 })).rejects.toThrow(/the letter$/);
});
