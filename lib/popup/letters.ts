import { repository } from '../details/repository';
import type { DetailsIndex } from '../details/detailsIndex';
import { builtInLetters } from '../letter/builtIn';
import type { LetterTemplate } from '../letter/model';

export interface LetterChoice {
  id: string;
  title: string;
}

/** The letters to choose from: ours in their order (or what the user put in their place), then the user’s own. */
export function listLetters(index: DetailsIndex): LetterChoice[] {
  const ours = builtInLetters.map(({ id, title }) => {
    const instead = index.letters.find((own) => own.replaces === id);
    return instead ? { id: instead.id, title: instead.title } : { id, title };
  });
  const others = index.letters.filter((own) => !own.replaces).map(({ id, title }) => ({ id, title }));
  return [...ours, ...others];
}

/** The letter that last choices name; ours when the user’s own has been deleted or can no longer be read. */
export async function findLetter(id: string, index: DetailsIndex | null): Promise<LetterTemplate> {
  const instead = index?.letters.find((own) => own.id === id || own.replaces === id);
  const own = instead && (await readOwnLetter(instead.id));
  return own ?? findBuiltInLetter(id);
}

export function findBuiltInLetter(id: string): LetterTemplate {
  const letter = builtInLetters.find((candidate) => candidate.id === id) ?? builtInLetters[0];
  if (!letter) throw new Error('templates/ holds no letter');
  return letter;
}

async function readOwnLetter(id: string): Promise<LetterTemplate | null> {
  const got = await repository.readRecord('letter', id);
  if (!got.ok) return null;
  // The parser is large and most people have no letter of their own.
  const { parseLetter } = await import('../letter/parse');
  const parsed = parseLetter(got.value.markdown, got.value.title);
  return parsed.ok ? { ...parsed.letter, id, title: got.value.title } : null;
}

/** Letters written on hard days: support lines stand beside them. */
export const lettersAroundInspection = ['inspection-notified', 'after-inspection'];
