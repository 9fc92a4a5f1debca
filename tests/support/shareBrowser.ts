import { afterAll, afterEach, beforeEach } from 'vitest';

/**
 * One browser for the tests of a suite, opened before the first of them. After a failure the next test, or the next try
 * of the same one, gets a new browser: one that no longer answers would fail them all.
 */
export function shareBrowser(open: () => Promise<{ close(): Promise<void> }>): void {
  let shared: { close(): Promise<void> } | undefined;
  const close = async () => {
    const browser = shared;
    shared = undefined;
    await browser?.close();
  };
  beforeEach(async () => {
    shared ??= await open();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await close();
  });
  afterAll(close);
}
