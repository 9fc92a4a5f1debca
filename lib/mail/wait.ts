/** Waiting, without leaving a timer, an observer or a listener behind. */

/** Lets the page's own handlers run. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/**
 * Until it is done; false at the deadline. With `quiet`, also false that long after the last change: what came has
 * then come to rest.
 */
export function waitFor(
  below: Node,
  isDone: () => boolean,
  latest: number,
  quiet?: number,
): Promise<boolean> {
  if (isDone()) return Promise.resolve(true);
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
