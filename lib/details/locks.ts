/**
 * Popup, options pages and background write at the same time; a lock by name is shared by all of them.
 * Order, everywhere: a record's lock first, then the index's. Nobody waits for a record while holding the index.
 */
export type WithLock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export const withBrowserLock: WithLock = (name, work) =>
  navigator.locks.request(`dear-employer:${name}`, work);
