import type { DetailsIndex } from '../storage/lists';
import { repository } from '../storage/repository';
import type { LetterTemplate } from '../letter/model';
import type { parseLetter } from '../letter/parse/parse';

export interface LetterChoice {
  id: string;
  title: string;
}

/**
 * Where letters come from. The popup loads the one it shows; a service worker cannot load anything later, so the
 * background brings all of them and the parser for the user’s own.
 */
export interface LetterShelf {
  titles: readonly LetterChoice[];
  load: (id: string) => Promise<LetterTemplate>;
  loadParser: () => Promise<typeof parseLetter>;
}

/** The letters to choose from: ours in their order (or what the user put in their place), then the user’s own. */
export function listLetters(index: DetailsIndex, { titles }: LetterShelf): LetterChoice[] {
  const ours = titles.map(({ id, title }) => {
    const instead = index.letters.find((own) => own.replaces === id);
    return instead ? { id: instead.id, title: instead.title } : { id, title };
  });
  const others = index.letters.filter((own) => !own.replaces).map(({ id, title }) => ({ id, title }));
  return [...ours, ...others];
}

/** The letter that last choices name; ours when the user’s own has been deleted or can no longer be read. */
export async function findLetter(
  id: string,
  index: DetailsIndex,
  shelf: LetterShelf,
): Promise<LetterTemplate> {
  const instead = index.letters.find((own) => own.id === id || own.replaces === id);
  const own = instead && (await readOwnLetter(instead.id, shelf));
  return own ?? shelf.load(id);
}

async function readOwnLetter(id: string, { loadParser }: LetterShelf): Promise<LetterTemplate | null> {
  const got = await repository.readRecord('letter', id);
  if (!got.ok) return null;
  const parse = await loadParser();
  const parsed = parse(got.value.markdown, got.value.title);
  const { title, replaces } = got.value;
  return parsed.ok ? { ...parsed.letter, id, title, replacesId: replaces } : null;
}

/** What a letter is for: one used instead of ours is ours to whatever goes by the kind of letter. */
export function letterRole({ id, replacesId }: LetterTemplate): string {
  return replacesId || id;
}

/** Written on a hard day: support lines stand beside it. */
export function isAroundInspection(letter: LetterTemplate): boolean {
  return ['inspection-notified', 'after-inspection'].includes(letterRole(letter));
}
