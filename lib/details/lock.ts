/**
 * Popup, options pages and background write at the same time. One lock for all writes: a person types in one place at
 * a time, so nothing is gained by more, and with one there is no order to keep and no deadlock.
 */
export type WithLock = <T>(work: () => Promise<T>) => Promise<T>;

/** Shared by every page of the extension, and let go by the browser when a page dies. */
export const withBrowserLock: WithLock = (work) => navigator.locks.request('dear-employer:details', work);
