import { within } from './within';

/**
 * Asks again until there is an answer that is neither null nor false; fails with what was waited for, also when a
 * question is never answered.
 */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | null | false> | T | null | false,
  { timeout = 15_000, every = 25 } = {},
): Promise<T> {
  const until = Date.now() + timeout;
  for (;;) {
    const answer = await within(timeout, `an answer about ${what}`, ask());
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > until) throw new Error(`Waited ${timeout} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
