/**
 * The answer of a function that can fail in an expected way: what it found, or what is wrong. With `never`, it only fails.
 * Unexpected failures are exceptions; see below.
 */
export type Result<Found, Problem> = ({ ok: true } & Found) | ({ ok: false } & Problem);

/** The last word: every failure that nothing else has reported ends here, and the page then shows a sentence and a way out. */

type Listener = () => void;

const listeners = new Set<Listener>();
/** A page can fail before it has rendered what shows the sentence. */
let isUnshown = false;

/** Lets an action go on without waiting for it. Used instead of `void action()`, after which a failure would be silent. */
export function detach(action: Promise<unknown>): void {
  action.catch(reportFailure);
}

/** Without a listener, as in the background, the browser’s console of this extension is the only place to say it. */
export function reportFailure(error: unknown): void {
  console.error(error);
  isUnshown = listeners.size === 0;
  for (const listener of listeners) listener();
}

/** Calls back for each failure, and at once for one that nobody has shown yet. Returns a function that stops it. */
export function onFailure(listener: Listener): () => void {
  listeners.add(listener);
  if (isUnshown) listener();
  isUnshown = false;
  return () => listeners.delete(listener);
}

/** Reports the errors and rejections that no code of this page handles. */
export function watchPage(page: Window): void {
  page.addEventListener('error', ({ error }) => {
    // Events without an error are warnings of the browser, such as ResizeObserver loop notifications.
    if (error) reportFailure(error);
  });
  page.addEventListener('unhandledrejection', ({ reason }) => reportFailure(reason));
}
