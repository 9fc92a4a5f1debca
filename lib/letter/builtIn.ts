import type { LetterTemplate } from './model';

/** The shape that scripts/lettersPlugin.ts gives a letter's Markdown file at build time. */
export interface BuiltInLetter {
  order: number;
  letter: LetterTemplate;
}

const files = import.meta.glob<BuiltInLetter>('../../templates/*.md', {
  eager: true,
  import: 'default',
});

/** The letters that come with the extension, in the order of the popup. To add one, add its file under templates/. */
export const builtInLetters: readonly LetterTemplate[] = Object.values(files)
  .toSorted((a, b) => a.order - b.order || a.letter.id.localeCompare(b.letter.id))
  .map(({ letter }) => letter);
