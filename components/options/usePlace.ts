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
    if (isReady && place.field !== '') focusField(place.field);
  }, [place, isReady]);
}

/** Focuses a field by its name, or the first choice of a group. A field that is being drawn is waited for. */
export function focusField(name: string): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(name);
    const control = field?.matches('fieldset')
      ? (field.querySelector('input:checked') ?? field.querySelector('input'))
      : field;
    if (!(control instanceof HTMLElement)) return;
    control.focus({ preventScroll: true });
    control.scrollIntoView?.({ block: 'center' });
  });
}
