import { afterAll, afterEach, beforeEach } from 'vitest';

/**
 * Shares one browser between the tests of a suite. After a failure, the next test or the next try gets a new browser,
 * because a browser that hangs would fail all of them.
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
