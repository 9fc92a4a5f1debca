import type { BuiltInLetter } from './builtIn';
import type { LetterTemplate } from './model';

/** What a list of letters needs to show one of them. */
export interface LetterHeading {
  id: string;
  title: string;
  stage: string;
  order: number;
}

const headings = import.meta.glob<LetterHeading>('../../templates/*.md', {
  eager: true,
  import: 'default',
  query: '?heading',
});

const letters = import.meta.glob<BuiltInLetter>('../../templates/*.md', { import: 'default' });

/** Names of the built-in letters, in the order of the popup. The popup needs the text of only one of the fourteen. */
export const letterHeadings: readonly LetterHeading[] = Object.values(headings).toSorted(
  (a, b) => a.order - b.order || a.id.localeCompare(b.id),
);

/** Loads one built-in letter, or the first if no letter has that id. Not for a service worker, which cannot import later. */
export async function loadLetter(id: string): Promise<LetterTemplate> {
  const load = letters[`../../templates/${id}.md`] ?? letters['../../templates/request.md'];
  if (!load) throw new Error('templates/ contains no letter');
  return (await load()).letter;
}
