/**
 * Calls `ask` again until it returns something other than null or false. `timeout` and `every` are milliseconds. The
 * error after the timeout names `what`, also when `ask` never returns.
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

/**
 * The result of the work, or an error after a time limit in milliseconds, so that a browser that hangs fails the test.
 */
export async function within<T>(milliseconds: number, what: string, work: Promise<T> | T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Waited ${milliseconds} ms in vain for: ${what}`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
