/** jsdom has no IndexedDB: here it is one that cannot be opened and has nothing to delete. */
interface Request {
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
  error: DOMException | null;
}

function answer(how: 'onsuccess' | 'onerror'): Request {
  const request: Request = { onsuccess: null, onerror: null, error: null };
  queueMicrotask(() => request[how]?.());
  return request;
}

Object.assign(globalThis, {
  indexedDB: { open: () => answer('onerror'), deleteDatabase: () => answer('onsuccess') },
});
