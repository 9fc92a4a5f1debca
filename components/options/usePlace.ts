import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { parsePlace, type Place } from './sections';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** Where the address says we are. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parsePlace(hash), [hash]);
}

/** Focuses the field a link points at, once the field is there. */
export function useFocusedField(place: Place, isReady: boolean): void {
  useEffect(() => {
    if (!isReady || place.field === '') return;
    const field = document.getElementById(place.field);
    const control = field?.matches('input, select, textarea') ? field : field?.querySelector('input');
    control?.focus();
    control?.scrollIntoView?.({ block: 'center' });
  }, [place, isReady]);
}
