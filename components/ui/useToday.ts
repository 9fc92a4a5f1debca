import { useSyncExternalStore } from 'react';
import { localDay } from '../../lib/letter/dates';
import type { IsoDate } from '../../lib/letter/model';

/** Today in the user’s time zone. A page left open overnight is updated when it becomes visible again. */
export function useToday(): IsoDate {
  return useSyncExternalStore(subscribe, () => localDay(new Date()));
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}
