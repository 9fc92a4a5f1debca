import { repository } from '../details/repository';
import type { DetailsIndex } from '../details/detailsIndex';
import { builtInLetters } from '../letter/builtIn';
import type { LetterTemplate } from '../letter/model';
import type { parseLetter } from '../letter/parse';

/**
 * Most people have no letter of their own, so the popup loads the large parser on demand. A service worker cannot: the
 * background brings it along.
 */
export type LoadParser = () => Promise<typeof parseLetter>;

export const loadParserOnDemand: LoadParser = async () => (await import('../letter/parse')).parseLetter;

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
export async function findLetter(
  id: string,
  index: DetailsIndex,
  loadParser: LoadParser,
): Promise<LetterTemplate> {
  const instead = index.letters.find((own) => own.id === id || own.replaces === id);
  const own = instead && (await readOwnLetter(instead.id, loadParser));
  return own ?? findBuiltInLetter(id);
}

export function findBuiltInLetter(id: string): LetterTemplate {
  const letter = builtInLetters.find((candidate) => candidate.id === id) ?? builtInLetters[0];
  if (!letter) throw new Error('templates/ holds no letter');
  return letter;
}

async function readOwnLetter(id: string, loadParser: LoadParser): Promise<LetterTemplate | null> {
  const got = await repository.readRecord('letter', id);
  if (!got.ok) return null;
  const parse = await loadParser();
  const parsed = parse(got.value.markdown, got.value.title);
  return parsed.ok ? { ...parsed.letter, id, title: got.value.title } : null;
}

/** Letters written on hard days: support lines stand beside them. */
export const lettersAroundInspection = ['inspection-notified', 'after-inspection'];
