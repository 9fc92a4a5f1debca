import { letterHeadings, loadLetter } from '../letter/builtInOnDemand';
import type { LetterCache } from './letters';

/** For pages: loads each letter, and the large parser for own letters, only when needed. */
export const lettersOnDemand: LetterCache = {
  titles: letterHeadings,
  load: loadLetter,
  loadParser: async () => (await import('../letter/parse/parse')).parseLetter,
  loadComposer: async () => (await import('../letter/compose/compose')).composeLetter,
};
