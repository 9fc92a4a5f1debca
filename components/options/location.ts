import { useEffect, useMemo, useSyncExternalStore } from 'react';

/** The sections of the options page in their order; the id is also the link: `options.html#about-you`. */
export const sections = [
  { id: 'about-you', title: 'About you' },
  { id: 'your-employer', title: 'Your employer' },
  { id: 'letters', title: 'Letters' },
  { id: 'letters-and-replies', title: 'Letters and replies' },
  { id: 'something-not-working', title: 'Something not working?' },
  { id: 'privacy-and-backup', title: 'Privacy and backup' },
] as const;

export type SectionId = (typeof sections)[number]['id'];

export interface Place {
  section: SectionId;
  /** The field to focus, e.g. `jobTitle`; empty for none. */
  field: string;
  /** The record it is in; empty for the one used last. */
  recordId: string;
}

/** Reads `#about-you/jobTitle` or `#about-you/jobTitle/RECORD`; anything unknown is the first section. */
function parsePlace(hash: string): Place {
  const [name = '', field = '', recordId = ''] = hash.replace(/^#/, '').split('/').map(decode);
  const section = sections.find((each) => each.id === name);
  return section
    ? { section: section.id, field, recordId }
    : { section: 'about-you', field: '', recordId: '' };
}

/** A link cut off in the middle of an escape must not stop the page. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

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
