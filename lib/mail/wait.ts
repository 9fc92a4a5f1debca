/** Waiting that leaves no timer, observer or listener behind. */

/** Lets the page's own handlers run. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/**
 * Waits below a node until `isDone`; resolves to false after `latest` milliseconds. With `quiet`, resolves that many
 * milliseconds after the last change, to whether it is done then.
 */
export async function waitFor(
  below: Node,
  isDone: () => boolean,
  latest: number,
  quiet?: number,
): Promise<boolean> {
  if (isDone()) return true;
  return new Promise((resolve) => {
    const finish = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(isDone());
    };
    const observer = new MutationObserver(() => {
      if (isDone()) return finish();
      if (quiet === undefined) return;
      clearTimeout(timer);
      timer = setTimeout(finish, quiet);
    });
    observer.observe(below, { subtree: true, childList: true, characterData: true, attributes: true });
    let timer = setTimeout(finish, latest);
  });
}
