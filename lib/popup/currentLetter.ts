import type { LetterDocument } from '../letter/model';
import type { SectionText } from '../mail/protocol';
import { composeFrom, toSections, type LetterIngredients } from '../writing/compose';
import { usePopup } from './popupStore';

export function currentIngredients(): LetterIngredients {
  const { letter, signer, employer, choices, words, today } = usePopup.getState();
  return { letter, signer, employer, choices, words, today };
}

export function currentDocument(): LetterDocument {
  return composeFrom(currentIngredients());
}

export function currentSections(): SectionText[] {
  return toSections(currentDocument());
}
