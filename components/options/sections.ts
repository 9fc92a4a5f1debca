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
export function parsePlace(hash: string): Place {
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
