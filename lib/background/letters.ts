import { builtInLetters } from '../letter/builtIn';
import type { LetterTemplate } from '../letter/model';
import { parseLetter } from '../letter/parse/parse';
import type { LetterShelf } from '../writing/letters';

/** For the background, which can load nothing later. */
export const lettersAtHand: LetterShelf = {
  titles: builtInLetters,
  load: (id) => Promise.resolve(findBuiltInLetter(id)),
  loadParser: () => Promise.resolve(parseLetter),
};

function findBuiltInLetter(id: string): LetterTemplate {
  const letter = builtInLetters.find((candidate) => candidate.id === id) ?? builtInLetters[0];
  if (!letter) throw new Error('templates/ holds no letter');
  return letter;
}
