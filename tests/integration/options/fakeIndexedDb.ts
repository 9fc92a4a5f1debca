/** A minimal IndexedDB, because jsdom has none: opening fails, and deleting succeeds. */
function answer(how: 'success' | 'error'): EventTarget {
  const request = Object.assign(new EventTarget(), { error: new DOMException('refused'), result: undefined });
  queueMicrotask(() => request.dispatchEvent(new Event(how)));
  return request;
}

Object.assign(globalThis, {
  indexedDB: { open: () => answer('error'), deleteDatabase: () => answer('success') },
});
