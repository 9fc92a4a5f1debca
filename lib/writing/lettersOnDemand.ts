import { letterHeadings, loadLetter } from '../letter/builtInOnDemand';
import type { LetterShelf } from './letters';

/** For pages: each letter, and the large parser for letters of one’s own, when it is asked for. */
export const lettersOnDemand: LetterShelf = {
  titles: letterHeadings,
  load: loadLetter,
  loadParser: async () => (await import('../letter/parse/parse')).parseLetter,
};
