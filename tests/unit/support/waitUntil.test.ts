import { expect, test } from 'vitest';
import { waitUntil } from '../../support/waitUntil';

test('it asks again until there is an answer', async () => {
  const answers = [null, false, 'the letter'];
  expect(await waitUntil('the letter', () => answers.shift() ?? null)).toBe('the letter');
});

test('it says what it waited for in vain', async () => {
  await expect(waitUntil('the letter', () => null, { timeout: 1, every: 1 })).rejects.toThrow(/the letter$/);
});

test('a question that is never answered holds nobody up', async () => {
  const silence = new Promise<null>(() => {});
  await expect(waitUntil('the letter', () => silence, { timeout: 1 })).rejects.toThrow(/the letter$/);
});
