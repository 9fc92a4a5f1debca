import type { LetterTemplate } from './model';

/** The shape that scripts/lettersPlugin.ts gives a letter's Markdown file at build time. */
export interface BuiltInLetter {
  order: number;
  letter: LetterTemplate;
}

const letterFiles = import.meta.glob<BuiltInLetter>('../../templates/*.md', {
  eager: true,
  import: 'default',
});

/** The letters that come with the extension, in the order of the popup. To add one, add its file under templates/. */
export const builtInLetters: readonly LetterTemplate[] = Object.values(letterFiles)
  .toSorted((a, b) => a.order - b.order || a.letter.id.localeCompare(b.letter.id))
  .map(({ letter }) => letter);

export interface Source {
  title: string;
  publisher: string;
  month: string;
  link: string;
}

/** scripts/lettersPlugin.ts reads templates/sources.yaml at build time and leaves out what no page shows. */
const sourceFiles = import.meta.glob<Record<string, Source>>('../../templates/sources.yaml', {
  eager: true,
  import: 'default',
});

export const sources: ReadonlyMap<string, Source> = new Map(
  Object.values(sourceFiles).flatMap(Object.entries<Source>),
);

const markdownFiles = import.meta.glob<string>('../../templates/*.md', { query: '?raw', import: 'default' });

/** The Markdown source of one built-in letter. */
export async function readBuiltInMarkdown(letterId: string): Promise<string> {
  const read = markdownFiles[`../../templates/${letterId}.md`];
  if (!read) throw new Error(`templates/ contains no ${letterId}.md`);
  return read();
}
