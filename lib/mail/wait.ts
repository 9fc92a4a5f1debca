/** Waiting, without leaving a timer, an observer or a listener behind. */

/** Lets the page's own handlers run. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

interface Wait {
  below: Node;
  isDone: () => boolean;
  /** Milliseconds after the last change at which nothing more is expected. */
  quiet: number;
  /** Milliseconds at which we stop waiting for the first change. */
  latest: number;
}

/** Until it is done, or until what came has come to rest, or until it is too late for anything to come. */
export function waitUntilQuiet({ below, isDone, quiet, latest }: Wait): Promise<boolean> {
  if (isDone()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(isDone());
    };
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      if (isDone()) finish();
      else timer = setTimeout(finish, quiet);
    });
    observer.observe(below, { subtree: true, childList: true, characterData: true });
    let timer = setTimeout(finish, latest);
  });
}

/** Until it is done, however often something else changes meanwhile; false at the deadline. */
export function waitFor(below: Node, isDone: () => boolean, latest: number): Promise<boolean> {
  if (isDone()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(isDone());
    };
    const observer = new MutationObserver(() => {
      if (isDone()) finish();
    });
    observer.observe(below, { subtree: true, childList: true, characterData: true, attributes: true });
    const timer = setTimeout(finish, latest);
  });
}

/** An event that is on its way; browsers may also keep it back, so not for long. */
export function hearOnce(target: EventTarget, type: string): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      target.removeEventListener(type, finish);
      // Behind the page's own listeners of the same event.
      setTimeout(resolve);
    };
    target.addEventListener(type, finish);
    const timer = setTimeout(finish, 100);
  });
}
