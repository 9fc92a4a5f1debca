import { useSyncExternalStore } from 'react';
import { localDay } from '../../lib/letter/dates';
import type { IsoDate } from '../../lib/letter/model';

/** The day where the user is. A page left open overnight learns of the new day when it is looked at again. */
export function useToday(): IsoDate {
  return useSyncExternalStore(subscribe, () => localDay(new Date()));
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}
