import { builtInLetters } from '../letter/builtIn';
import { composeLetter } from '../letter/compose/compose';
import type { LetterTemplate } from '../letter/model';
import { parseLetter } from '../letter/parse/parse';
import type { LetterCache } from '../writing/letters';

/** The built-in letters, bundled into the background: a service worker cannot load a module later. */
export const bundledLetters: LetterCache = {
  titles: builtInLetters,
  load: (id) => Promise.resolve(findBuiltInLetter(id)),
  loadParser: () => Promise.resolve(parseLetter),
  loadComposer: () => Promise.resolve(composeLetter),
};

function findBuiltInLetter(id: string): LetterTemplate {
  const letter = builtInLetters.find((candidate) => candidate.id === id) ?? builtInLetters[0];
  if (!letter) throw new Error('templates/ holds no letter');
  return letter;
}
