import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { focusAndSay } from '../ui/focusAndSay';

/** The sections of the options page, in order. The id is also the link: `options.html#about-you`. */
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
  /** The record that the field belongs to; empty for the record used last. */
  recordId: string;
}

/** Reads `#about-you/jobTitle` or `#about-you/jobTitle/RECORD`; an unknown section means the first one. */
function parsePlace(hash: string): Place {
  const [name = '', field = '', recordId = ''] = hash.replace(/^#/, '').split('/').map(decode);
  const section = sections.find((each) => each.id === name);
  return section
    ? { section: section.id, field, recordId }
    : { section: 'about-you', field: '', recordId: '' };
}

/** Decodes one part of a link. A truncated escape (`%E2%8`) would throw, so it gives an empty part instead. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/**
 * Goes to another place on this page. The address is replaced, so that the browser's history holds one entry for the
 * page, not one for each section and record that was looked at.
 */
export function goTo(hash: string): void {
  window.history.replaceState(null, '', hash);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  document.addEventListener('click', followLink);
  return () => {
    window.removeEventListener('hashchange', onChange);
    document.removeEventListener('click', followLink);
  };
}

/** Follows a link within the page by `goTo`. A click with a modifier key opens a new tab or window, as everywhere. */
function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  goTo(link.getAttribute('href') ?? '');
}

/** The place that the page’s address points to. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parsePlace(hash), [hash]);
}

/** Focuses the field that a link points to, as soon as the section is ready. */
export function useFocusedField(place: Place, isReady: boolean): void {
  useEffect(() => {
    if (isReady && place.field !== '') focusField(place.field);
  }, [place, isReady]);
}

/** Focuses a field by its id; in a group, the checked or first choice. Waits one frame, in case the field is being rendered. */
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

/** The link to one of our letters, in a view of its own. */
export function oursLink(letterId: string): string {
  return `#letters/ours/${letterId}`;
}

/** The link to an own letter, in a view of its own. */
export function ownLink(letterId: string): string {
  return `#letters/own/${encodeURIComponent(letterId)}`;
}

/** DOM id of a letter’s row in the list. A link to it gives the row the focus: `#letters/row-ID`. */
export function rowId(letterId: string): string {
  return `row-${letterId}`;
}

export function openOwnLetter(letterId: string): void {
  goTo(ownLink(letterId));
}

/** Opens an own letter that has just been added, and says where it is. */
export function showNewLetter(letterId: string, title: string): void {
  openOwnLetter(letterId);
  focusAndSay(null, `“${title}” is now among your own letters.`);
}
