import type { BuiltInLetter } from './builtIn';
import type { LetterTemplate } from './model';

/** What a list of letters shows. */
export interface LetterHeading {
  id: string;
  title: string;
  order: number;
}

const headings = import.meta.glob<LetterHeading>(
  ['../../templates/*.md', '!../../templates/{CLAIMS,README,sources}.md'],
  { eager: true, import: 'default', query: '?heading' },
);

const letters = import.meta.glob<BuiltInLetter>(
  ['../../templates/*.md', '!../../templates/{CLAIMS,README,sources}.md'],
  { import: 'default' },
);

/** Our own letters in the order of the popup, by name only: the popup opens with one of thirteen. */
export const letterHeadings: readonly LetterHeading[] = Object.values(headings).toSorted(
  (a, b) => a.order - b.order || a.id.localeCompare(b.id),
);

/** Loads one letter; the first of all when there is none of that id. Not for a service worker, which cannot import. */
export async function loadLetter(id: string): Promise<LetterTemplate> {
  const load = letters[`../../templates/${id}.md`] ?? letters['../../templates/request.md'];
  if (!load) throw new Error('templates/ holds no letter');
  return (await load()).letter;
}

const markdownFiles = import.meta.glob<string>(
  ['../../templates/*.md', '!../../templates/{CLAIMS,README,sources}.md'],
  { query: '?raw', import: 'default' },
);

/** The file of one of our letters, as it stands under templates/. */
export async function readBuiltInMarkdown(letterId: string): Promise<string> {
  const read = markdownFiles[`../../templates/${letterId}.md`];
  if (!read) throw new Error(`templates/ holds no ${letterId}.md`);
  return read();
}
